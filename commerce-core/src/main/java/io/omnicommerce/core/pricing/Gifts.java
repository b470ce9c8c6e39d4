package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.promotion.Evaluation;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines that promotions add for nothing: at their price, less their price. */
final class Gifts {

  /** A line of its own with what takes its price away. */
  record GiftLine(PricingLine line, Chosen chosen, Money amount, PriceAdjustment adjustment) {}

  private Gifts() {}

  /** The gifts that can be given here: those that are sold and have a price. */
  static List<GiftLine> of(
      PricingTerms terms, PricingRequest request, LinePrices prices, List<Evaluation.Gift> gifts) {
    if (gifts.isEmpty()) {
      return List.of();
    }
    Set<LineId> taken = request.lines().stream().map(PricingLine::id).collect(Collectors.toSet());
    List<GiftLine> lines = new ArrayList<>(gifts.size());
    for (Evaluation.Gift gift : gifts) {
      gift.gift().choice().stream()
          .filter(sku -> prices.isSold(sku))
          .findFirst()
          .ifPresent(sku -> lines.add(line(terms, prices, gift, sku, freeId(taken))));
    }
    return lines;
  }

  private static GiftLine line(
      PricingTerms terms, LinePrices prices, Evaluation.Gift gift, Sku sku, LineId id) {
    PricingLine line = PricingLine.of(id, sku, gift.gift().quantity());
    Chosen chosen = prices.of(line);
    Money amount = chosen.price().times(line.quantity(), terms.rounding());
    return new GiftLine(line, chosen, amount, Discounts.adjustment(gift.promotion(), amount));
  }

  private static LineId freeId(Set<LineId> taken) {
    for (int i = 1; ; i++) {
      LineId id = LineId.of("gift-" + i);
      if (taken.add(id)) {
        return id;
      }
    }
  }
}
