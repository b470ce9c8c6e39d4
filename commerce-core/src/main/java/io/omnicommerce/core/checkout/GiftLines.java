package io.omnicommerce.core.checkout;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of an order that nobody bought: promotions have added them. */
final class GiftLines {

  private GiftLines() {}

  static Set<LineId> of(PricingInputs inputs) {
    return inputs.gifts().stream().map(FrozenLine::id).collect(Collectors.toSet());
  }

  /**
   * What is to be cancelled with the gifts that would not have been given with what remains. Gifts
   * come with what is bought: where only gifts would remain, none does.
   *
   * @param asked what is to be cancelled
   * @param changed the lines of which some is cancelled, as they are then
   */
  static Map<LineId, Quantity> following(
      Session session,
      Pricing pricing,
      Order order,
      Map<LineId, Quantity> asked,
      List<OrderLine> changed) {
    Optional<PricingInputs> inputs =
        session
            .documents()
            .find(OrderDocuments.PRICING, order.id().value())
            .map(Stored::value)
            .filter(found -> !found.gifts().isEmpty());
    return inputs.map(from -> following(pricing, from, asked, after(order, changed))).orElse(asked);
  }

  private static List<OrderLine> after(Order order, List<OrderLine> changed) {
    Map<LineId, OrderLine> after =
        changed.stream().collect(Collectors.toMap(GiftLines::id, Function.identity()));
    return order.lines().stream().map(line -> after.getOrDefault(id(line), line)).toList();
  }

  private static Map<LineId, Quantity> following(
      Pricing pricing, PricingInputs inputs, Map<LineId, Quantity> asked, List<OrderLine> after) {
    Set<LineId> ids = of(inputs);
    List<OrderLine> gifts = after.stream().filter(line -> ids.contains(id(line))).toList();
    Map<LineId, Quantity> all = new TreeMap<>(asked);
    if (gifts.stream().anyMatch(line -> !line.open().isZero())) {
      Map<Sku, Quantity> given = given(pricing, inputs, after, ids);
      gifts.forEach(line -> follow(line, given, all));
    }
    return all;
  }

  /** What is still given for nothing; with nothing that is bought, nothing is. */
  private static Map<Sku, Quantity> given(
      Pricing pricing, PricingInputs inputs, List<OrderLine> after, Set<LineId> gifts) {
    Map<LineId, Quantity> kept = new HashMap<>();
    for (OrderLine line : after) {
      Quantity quantity = remaining(line);
      if (!gifts.contains(id(line)) && !quantity.isZero()) {
        kept.put(id(line), quantity);
      }
    }
    return kept.isEmpty() ? new HashMap<>() : new HashMap<>(pricing.gifts(inputs, kept));
  }

  /** What was cancelled of a gift is no part of what is given any more; what has left stays. */
  private static void follow(
      OrderLine gift, Map<Sku, Quantity> given, Map<LineId, Quantity> cancelled) {
    Sku sku = gift.priced().sku();
    Quantity stays = min(gift.ordered(), given.getOrDefault(sku, Quantity.ZERO));
    given.computeIfPresent(sku, (any, left) -> left.minus(stays));
    if (remaining(gift).compareTo(stays) > 0) {
      Quantity less = min(remaining(gift).minus(stays), gift.open());
      if (!less.isZero()) {
        cancelled.merge(id(gift), less, Quantity::plus);
      }
    }
  }

  private static Quantity remaining(OrderLine line) {
    return line.ordered().minus(line.cancelled());
  }

  private static Quantity min(Quantity one, Quantity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static LineId id(OrderLine line) {
    return line.priced().id();
  }
}
