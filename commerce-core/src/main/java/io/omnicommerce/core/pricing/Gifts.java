package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.promotion.Evaluation;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.GiftChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines that promotions add for nothing: at their price, less their price. */
final class Gifts {

  /** A line of its own with what takes its price away. */
  record GiftLine(PricingLine line, Chosen chosen, Money amount, PriceAdjustment adjustment) {}

  private Gifts() {}

  /** The gifts that can be given here: those that are sold, have a price, and are there. */
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
    return presents(request, prices, gifts).stream()
        .map(present -> line(terms, prices, present.gift(), present.given(), taken))
        .toList();
  }

  /** What can be chosen of the gifts that are given. */
  static List<OfferedGift> offered(
      PricingRequest request, LinePrices prices, List<Evaluation.Gift> gifts) {
    return presents(request, prices, gifts).stream().map(Gifts::offered).toList();
  }

  private static OfferedGift offered(Present present) {
    Evaluation.Gift gift = present.gift();
    return new OfferedGift(
        gift.promotion().id(),
        gift.promotion().title(),
        gift.number(),
        gift.gift().quantity(),
        present.choice(),
        present.given());
  }

  /** A gift with what can be given of its choice, and what is. */
  private record Present(Evaluation.Gift gift, List<Sku> choice, Sku given) {}

  /** One after the other: what one has taken is not there for the next. */
  private static List<Present> presents(
      PricingRequest request, LinePrices prices, List<Evaluation.Gift> gifts) {
    List<Present> presents = new ArrayList<>(gifts.size());
    GiftStock left = prices.giftStock();
    for (Evaluation.Gift gift : gifts) {
      List<Sku> choice = choice(prices, left, gift.gift());
      if (!choice.isEmpty()) {
        Sku given = given(request, gift, choice);
        presents.add(new Present(gift, choice, given));
        left = left.without(given, gift.gift().quantity());
      }
    }
    return presents;
  }

  private static List<Sku> choice(LinePrices prices, GiftStock left, Benefit.Gift gift) {
    return gift.choice().stream()
        .filter(sku -> prices.isSold(sku) && left.has(sku, gift.quantity()))
        .toList();
  }

  /** What was chosen, if it can be given; else the first that can. */
  private static Sku given(PricingRequest request, Evaluation.Gift gift, List<Sku> choice) {
    return choice.stream()
        .filter(sku -> request.giftChoices().contains(chosen(gift, sku)))
        .findFirst()
        .orElse(choice.get(0));
  }

  private static GiftChoice chosen(Evaluation.Gift gift, Sku sku) {
    return new GiftChoice(gift.promotion().id(), gift.number(), sku);
  }

  private static GiftLine line(
      PricingTerms terms, LinePrices prices, Evaluation.Gift gift, Sku sku, Set<LineId> taken) {
    Quantity quantity = gift.gift().quantity();
    LineId id = prices.giftLine(sku, quantity, taken).orElseGet(() -> freeId(taken));
    taken.add(id);
    PricingLine line = PricingLine.of(id, sku, quantity);
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
