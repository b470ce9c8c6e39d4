package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Titles;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.PromotionId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Things by their titles; where two share one, the id stands beside it. */
final class ReceiptNames {

  private static final Set<TraceStep.Kind> UNIT_PRICES =
      EnumSet.of(
          TraceStep.Kind.FORMER_PRICE, TraceStep.Kind.HOME_PRICE, TraceStep.Kind.RAISED_PRICE);

  private final Titles titles;
  private final Map<String, Set<Sku>> goods = new HashMap<>();
  private final Map<String, Set<String>> causes = new HashMap<>();

  ReceiptNames(PricedCart priced, Titles titles) {
    this.titles = titles;
    priced.lines().stream()
        .map(PricedLine::sku)
        .forEach(sku -> goods.computeIfAbsent(titles.of(sku), any -> new HashSet<>(1)).add(sku));
    adjustments(priced)
        .forEach(
            one -> causes.computeIfAbsent(one.title(), any -> new HashSet<>(1)).add(one.source()));
  }

  /** All of a cart: those of lines, then those of charges. */
  static Stream<PriceAdjustment> adjustments(PricedCart priced) {
    return Stream.concat(
        priced.lines().stream().flatMap(line -> line.adjustments().stream()),
        priced.charges().stream().flatMap(charge -> charge.adjustments().stream()));
  }

  String of(Sku sku) {
    String title = titles.of(sku);
    return goods.getOrDefault(title, Set.of()).size() > 1 ? title + " (" + sku + ')' : title;
  }

  String of(PriceAdjustment adjustment) {
    return causes.getOrDefault(adjustment.title(), Set.of()).size() > 1
        ? adjustment.title() + " (" + adjustment.source() + ')'
        : adjustment.title();
  }

  String of(PriceListId list) {
    return titles.of(list);
  }

  String of(PromotionId promotion) {
    return titles.of(promotion);
  }

  /** Whether a step of a price is about the amount of the line. */
  boolean isAmount(TraceStep step) {
    return !UNIT_PRICES.contains(step.kind());
  }
}
