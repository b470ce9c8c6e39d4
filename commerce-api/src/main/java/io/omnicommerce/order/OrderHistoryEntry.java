package io.omnicommerce.order;

import io.omnicommerce.common.ChannelId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One accepted change of an order. An order has exactly as many entries as its version says; they
 * are never changed.
 *
 * @param sequence its number, from 1
 * @param what what happened: {@code placed}, {@code shipped}, {@code returned}
 * @param from the status before, empty for the first
 * @param to the status after
 * @param actor who caused it
 * @param channel through which channel
 * @param remark why, or what exactly; may be empty
 */
public record OrderHistoryEntry(
    long sequence,
    String what,
    Optional<OrderStatus> from,
    OrderStatus to,
    String actor,
    ChannelId channel,
    Instant at,
    String remark) {

  public OrderHistoryEntry {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(remark, "remark");
  }
}
