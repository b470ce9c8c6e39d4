package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of an order that nobody bought: promotions have added them. */
final class GiftLines {

  private GiftLines() {}

  static Set<LineId> of(PricingInputs inputs) {
    return inputs.gifts().stream().map(FrozenLine::id).collect(Collectors.toSet());
  }

  /**
   * Gifts come with what is bought, and nobody orders them alone.
   *
   * @param changed the lines of which some is cancelled, as they are then
   */
  static void checkNotAlone(Session session, Order order, List<OrderLine> changed) {
    Set<LineId> gifts =
        session
            .documents()
            .find(OrderDocuments.PRICING, order.id().value())
            .map(Stored::value)
            .map(GiftLines::of)
            .orElse(Set.of());
    Map<LineId, OrderLine> after =
        changed.stream().collect(Collectors.toMap(GiftLines::id, Function.identity()));
    List<OrderLine> left =
        order.lines().stream()
            .map(line -> after.getOrDefault(id(line), line))
            .filter(line -> !line.cancelled().equals(line.ordered()))
            .toList();
    if (left.stream().map(GiftLines::id).allMatch(gifts::contains)) {
      left.stream().filter(line -> !line.open().isZero()).findFirst().ifPresent(GiftLines::refuse);
    }
  }

  private static void refuse(OrderLine gift) {
    throw new RefusedException(
        CheckoutService.NOT_CANCELLABLE,
        "Only gifts would be left of the order. Cancel them as well.",
        Facts.of("line", id(gift)).with("open", gift.open()));
  }

  private static LineId id(OrderLine line) {
    return line.priced().id();
  }
}
