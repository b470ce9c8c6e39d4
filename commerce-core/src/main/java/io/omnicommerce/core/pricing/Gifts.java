package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.promotion.Evaluation;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.GiftChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lines that promotions add for nothing: at their price, less their price. */
final class Gifts {

  /** A line of its own with what takes its price away. */
  record GiftLine(PricingLine line, Chosen chosen, Money amount, PriceAdjustment adjustment) {}

  private Gifts() {}

  /** The gifts that can be given here: those that are sold and have a price. */
  static List<GiftLine> of(
      PricingTerms terms,
      PricingRequest request,
      LinePrices prices,
      Goods goods,
      List<Evaluation.Gift> gifts) {
    if (gifts.isEmpty()) {
      return List.of();
    }
    Set<LineId> taken = new HashSet<>();
    goods.lines().forEach(line -> taken.add(line.id()));
    goods.charges().forEach(charge -> taken.add(charge.id()));
    List<GiftLine> lines = new ArrayList<>(gifts.size());
    for (Evaluation.Gift gift : gifts) {
      given(request, prices, gift)
          .ifPresent(sku -> lines.add(line(terms, prices, gift, sku, freeId(taken))));
    }
    return lines;
  }

  /** What can be chosen of the gifts that are given. */
  static List<OfferedGift> offered(
      PricingRequest request, LinePrices prices, List<Evaluation.Gift> gifts) {
    List<OfferedGift> offered = new ArrayList<>(gifts.size());
    for (Evaluation.Gift gift : gifts) {
      given(request, prices, gift).ifPresent(sku -> offered.add(offered(prices, gift, sku)));
    }
    return offered;
  }

  private static OfferedGift offered(LinePrices prices, Evaluation.Gift gift, Sku given) {
    return new OfferedGift(
        gift.promotion().id(),
        gift.promotion().title(),
        gift.number(),
        gift.gift().quantity(),
        choice(prices, gift).toList(),
        given);
  }

  /** What was chosen, if it can be given; else the first that can. */
  private static Optional<Sku> given(
      PricingRequest request, LinePrices prices, Evaluation.Gift gift) {
    return choice(prices, gift)
        .filter(sku -> request.giftChoices().contains(choice(gift, sku)))
        .findFirst()
        .or(() -> choice(prices, gift).findFirst());
  }

  private static GiftChoice choice(Evaluation.Gift gift, Sku sku) {
    return new GiftChoice(gift.promotion().id(), gift.number(), sku);
  }

  private static Stream<Sku> choice(LinePrices prices, Evaluation.Gift gift) {
    return gift.gift().choice().stream().filter(prices::isSold);
  }

  private static GiftLine line(
      PricingTerms terms, LinePrices prices, Evaluation.Gift gift, Sku sku, LineId id) {
    PricingLine line = PricingLine.of(id, sku, gift.gift().quantity());
    Chosen chosen = prices.ofGift(line);
    Money amount = chosen.price().times(line.quantity(), terms.rounding());
    return new GiftLine(line, chosen, amount, Discounts.adjustment(gift.promotion(), amount));
  }

  /** A name that neither a line nor a charge has. */
  private static LineId freeId(Set<LineId> taken) {
    for (int i = 1; ; i++) {
      LineId id = LineId.of("gift-" + i);
      if (taken.add(id)) {
        return id;
      }
    }
  }
}
