package io.omnicommerce.order;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An order.
 *
 * @param number what customers read out
 * @param cart the cart it was; one cart becomes at most one order
 * @param channel where it was placed
 * @param lines in the order of their ids
 * @param charges delivery and other charges, frozen
 * @param totals the sums, frozen
 * @param trace why it costs what it costs, frozen
 * @param payments what it was paid with
 * @param cards loyalty cards it is found by
 * @param history every accepted change, oldest first
 */
public record Order(
    OrderId id,
    OrderNumber number,
    Version version,
    CartId cart,
    CartOwner owner,
    ChannelId channel,
    OrderStatus status,
    List<OrderLine> lines,
    List<PricedCharge> charges,
    Totals totals,
    Trace trace,
    Optional<BuyerContact> contact,
    DeliveryChoice delivery,
    DeliveryPromise promise,
    List<PaymentId> payments,
    List<String> cards,
    List<OrderHistoryEntry> history,
    Instant placedAt) {

  public Order {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(cart, "cart");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(status, "status");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(promise, "promise");
    payments = List.copyOf(Objects.requireNonNull(payments, "payments"));
    cards = List.copyOf(Objects.requireNonNull(cards, "cards"));
    history = List.copyOf(Objects.requireNonNull(history, "history"));
    Objects.requireNonNull(placedAt, "placedAt");
  }

  /** The line with an id. */
  public Optional<OrderLine> line(LineId line) {
    Objects.requireNonNull(line, "line");
    return lines.stream().filter(candidate -> candidate.priced().id().equals(line)).findFirst();
  }

  /**
   * The ledger's groups that hold something for it, each once, in the order of their names: its
   * goods, and with those of its checkout the uses of coupons.
   */
  public List<String> groups() {
    return lines.stream()
        .flatMap(line -> line.allocations().stream())
        .map(Allocation::group)
        .distinct()
        .sorted()
        .toList();
  }

  /** How far it is fulfilled, from its lines. */
  public FulfillmentStatus fulfillmentStatus() {
    return FulfillmentStatus.of(lines);
  }
}
