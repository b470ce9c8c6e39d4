package io.omnicommerce.returns;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Version;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A return.
 *
 * @param channel where it was opened
 * @param lines what comes back, in the order of line ids, a line once
 * @param receivedAt where the goods were received
 * @param disposition what became of the goods
 * @param refund what is to be given back, set when the goods are received; once it is refunded,
 *     what was given back: less by what of the order nobody had paid
 */
public record Rma(
    RmaId id,
    Version version,
    OrderId order,
    ChannelId channel,
    RmaStatus status,
    List<ReturnLine> lines,
    Optional<LocationId> receivedAt,
    Optional<Disposition> disposition,
    Optional<Money> refund,
    Instant openedAt) {

  public Rma {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(status, "status");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(disposition, "disposition");
    Objects.requireNonNull(refund, "refund");
    Objects.requireNonNull(openedAt, "openedAt");
  }
}
