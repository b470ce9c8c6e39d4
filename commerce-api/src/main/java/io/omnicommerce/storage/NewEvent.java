package io.omnicommerce.storage;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import java.util.Objects;

/**
 * An event to be appended with a decision.
 *
 * @param aggregate what it is about
 * @param version the version of the aggregate that the decision makes; an aggregate has at most one
 *     event of a type in a version
 * @param codec how the event is written
 */
public record NewEvent(
    Reference aggregate, Version version, DomainEvent event, Codec<DomainEvent> codec) {

  public NewEvent {
    Objects.requireNonNull(aggregate, "aggregate");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(codec, "codec");
  }
}
