package io.omnicommerce.inmemory;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.OutboxRecord;

/** An event as it is kept: written only when a relay asks, since most shops in memory have none. */
record OutboxRow(EventEnvelope envelope, Codec<DomainEvent> codec) {

  String id() {
    return envelope.id();
  }

  Version version() {
    return envelope.version();
  }

  OutboxRecord written() {
    return new OutboxRecord(
        envelope.id(),
        envelope.tenant(),
        envelope.aggregate(),
        envelope.version(),
        envelope.event().type(),
        envelope.at(),
        envelope.actor(),
        envelope.channel().value(),
        codec.encode(envelope.event()));
  }
}
