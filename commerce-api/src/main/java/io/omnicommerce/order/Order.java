package io.omnicommerce.order;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An order.
 *
 * @param number what customers read out
 * @param cart the cart it was; one cart becomes at most one order. Of an order that was placed
 *     elsewhere its own id
 * @param channel where it was placed
 * @param lines in the order of their ids
 * @param charges delivery and other charges, frozen
 * @param totals the sums, frozen
 * @param trace why it costs what it costs, frozen
 * @param payments what it was paid with
 * @param cards loyalty cards it is found by
 * @param holds the reasons that stop it, one of a kind, in the order in which they came
 * @param amendments what was changed of it since it was placed, oldest first
 * @param origin what it is called where it was placed, if that was elsewhere
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
    List<OrderHold> holds,
    List<Amendment> amendments,
    Optional<OrderOrigin> origin,
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
    holds = List.copyOf(Objects.requireNonNull(holds, "holds"));
    amendments = List.copyOf(Objects.requireNonNull(amendments, "amendments"));
    checkChain(amendments);
    Objects.requireNonNull(origin, "origin");
    history = List.copyOf(Objects.requireNonNull(history, "history"));
    Objects.requireNonNull(placedAt, "placedAt");
  }

  /** The line with an id. */
  public Optional<OrderLine> line(LineId line) {
    Objects.requireNonNull(line, "line");
    return lines.stream().filter(candidate -> candidate.priced().id().equals(line)).findFirst();
  }

  private static void checkChain(List<Amendment> amendments) {
    for (int i = 0; i < amendments.size(); i++) {
      Amendment one = amendments.get(i);
      boolean follows = i == 0 || one.before().equals(amendments.get(i - 1).after());
      if (one.number() != i + 1 || !follows) {
        throw new IllegalArgumentException(
            "The amendment " + one.number() + " does not follow the one before it");
      }
    }
  }

  /**
   * What it comes to now: the total that was frozen last, less what was cancelled since. Returns
   * change nothing of it: what is given back for them are refunds.
   */
  public Money due() {
    return amendments.isEmpty() ? totals.grand() : amendments.get(amendments.size() - 1).after();
  }

  /**
   * The ledger's groups that hold something for it, each once, in the order of their names: its
   * goods, and with those of its checkout the uses of coupons.
   */
  public List<String> groups() {
    Stream<OrderLine> before = amendments.stream().flatMap(one -> one.lines().stream());
    Stream<String> ofLines =
        Stream.concat(lines.stream(), before)
            .flatMap(line -> line.allocations().stream())
            .map(Allocation::group);
    Stream<String> added = amendments.stream().flatMap(one -> one.group().stream());
    return Stream.concat(ofLines, added).distinct().sorted().toList();
  }

  /** How far it is fulfilled, from its lines. */
  public FulfillmentStatus fulfillmentStatus() {
    return FulfillmentStatus.of(lines);
  }
}
