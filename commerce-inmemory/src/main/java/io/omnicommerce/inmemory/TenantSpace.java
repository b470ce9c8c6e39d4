package io.omnicommerce.inmemory;

import io.omnicommerce.common.TenantId;

/** All that belongs to one tenant. Nothing in it refers to another's. */
record TenantSpace(
    TenantId tenant, DocumentStore documents, LedgerBooks books, InMemoryOutbox outbox) {

  TenantSpace(TenantId tenant, InMemoryOutbox outbox) {
    this(tenant, new DocumentStore(), new LedgerBooks(), outbox);
  }
}
