package io.omnicommerce.order;

import io.omnicommerce.common.ChannelId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One accepted change of an order. An order has exactly as many entries as its version says; they
 * are never changed, and each carries a hash by which that can be seen ({@link OrderHistory}).
 *
 * @param sequence its number, from 1
 * @param what the cause: {@code placed}, {@code shipped}, {@code returned}
 * @param from the status before, empty for the first
 * @param to the status after
 * @param actor who caused it
 * @param channel through which channel
 * @param remark why, or what exactly; may be empty
 * @param correlation by which the host finds what belongs together; what the call named, and if it
 *     named nothing the order's cart
 * @param hash of this entry and the one before
 */
public record OrderHistoryEntry(
    long sequence,
    String what,
    Optional<OrderStatus> from,
    OrderStatus to,
    String actor,
    ChannelId channel,
    Instant at,
    String remark,
    String correlation,
    String hash) {

  public OrderHistoryEntry {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(remark, "remark");
    Objects.requireNonNull(correlation, "correlation");
    Objects.requireNonNull(hash, "hash");
  }

  /**
   * This entry as it stands behind another.
   *
   * @param previous the hash of the entry before, empty for the first
   */
  public OrderHistoryEntry chained(String previous) {
    Objects.requireNonNull(previous, "previous");
    return new OrderHistoryEntry(
        sequence,
        what,
        from,
        to,
        actor,
        channel,
        at,
        remark,
        correlation,
        OrderHistory.hash(previous, this));
  }
}
