package io.omnicommerce.storage;

import io.omnicommerce.common.Reference;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import java.time.Instant;
import java.util.Objects;

/**
 * An event as a relay reads it: as an {@link EventEnvelope}, with the event still in its written
 * form.
 *
 * @param type the event's name, such as {@code order.placed}
 * @param payload the event as its codec wrote it
 */
public record OutboxRecord(
    String id,
    TenantId tenant,
    Reference aggregate,
    Version version,
    String type,
    Instant at,
    String actor,
    String channel,
    String payload) {

  public OutboxRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(aggregate, "aggregate");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(payload, "payload");
  }
}
