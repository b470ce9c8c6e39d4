package io.omnicommerce.storage;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import java.time.Instant;
import java.util.Objects;

/**
 * An event as it was appended. Consumers drop a repeat by {@link #id()} and restore the order
 * within an aggregate by {@link #version()}; there is no order across aggregates.
 *
 * @param id unique in the storage
 * @param at the time of the transaction
 * @param actor who caused it, as {@link io.omnicommerce.common.Actor#label}
 * @param channel through which channel
 */
public record EventEnvelope(
    String id,
    TenantId tenant,
    Reference aggregate,
    Version version,
    Instant at,
    String actor,
    ChannelId channel,
    DomainEvent event) {

  public EventEnvelope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(aggregate, "aggregate");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(event, "event");
  }
}
