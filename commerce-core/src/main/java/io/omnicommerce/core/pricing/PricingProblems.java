package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.delivery.DeliveryRules;
import io.omnicommerce.core.price.PriceFloors;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.PricingService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Why a cart has no price. */
final class PricingProblems {

  /** The most SKUs that one refusal names; a sentence of two thousand helps nobody. */
  private static final int NAMED_MAX = 100;

  private PricingProblems() {}

  /** One reason for each SKU, and one for the delivery. */
  static List<Refusal> all(PricingFacts facts, PricingRequest request, ListedPrices prices) {
    List<Refusal> problems = new ArrayList<>();
    for (Sku sku : unknown(prices)) {
      problems.add(unknownSkus(List.of(sku)));
    }
    for (Sku sku : unpriced(prices)) {
      problems.add(withoutPrice(List.of(sku)));
    }
    notOffered(facts, request).ifPresent(problems::add);
    return problems;
  }

  /** The first reason, naming all SKUs that it is about. */
  static Optional<Refusal> first(PricingFacts facts, PricingRequest request, ListedPrices prices) {
    if (prices.areComplete()) {
      return notOffered(facts, request);
    }
    List<Sku> unknown = unknown(prices);
    if (!unknown.isEmpty()) {
      return Optional.of(unknownSkus(unknown));
    }
    List<Sku> unpriced = unpriced(prices);
    return unpriced.isEmpty() ? notOffered(facts, request) : Optional.of(withoutPrice(unpriced));
  }

  /** Why a cart of this total is refused: nobody is paid for shopping. */
  static Optional<Refusal> negative(Money total) {
    return total.isNegative()
        ? Optional.of(
            Refusal.of(
                PricingService.NEGATIVE_TOTAL,
                "The reductions exceed everything else by "
                    + total.negated()
                    + "; the total may not be below totalMin = "
                    + Money.zero(total.currency())
                    + ". Take less off.",
                Facts.of("limit", "totalMin", "min", Money.zero(total.currency()))
                    .with("total", total)))
        : Optional.empty();
  }

  /** The first override that is below its floor. */
  static Optional<Refusal> belowFloor(
      PricingFacts facts, PricingRequest request, ListedPrices prices) {
    for (PricingLine line : request.lines()) {
      if (line.override().isPresent()) {
        Optional<Refusal> below = belowFloor(facts, line, prices);
        if (below.isPresent()) {
          return below;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> belowFloor(
      PricingFacts facts, PricingLine line, ListedPrices prices) {
    return line.override()
        .flatMap(
            override ->
                PriceFloors.refusal(
                    facts.prices(), line.sku(), prices.quantity(line.sku()), override.price()));
  }

  private static List<Sku> unknown(ListedPrices prices) {
    return skus(prices, line -> !prices.isKnown(line));
  }

  private static List<Sku> unpriced(ListedPrices prices) {
    return skus(prices, line -> prices.isKnown(line) && !prices.hasPrice(line));
  }

  private static List<Sku> skus(ListedPrices prices, IntPredicate which) {
    SortedSet<Sku> found = null;
    for (int line = 0; line < prices.lines().size(); line++) {
      if (which.test(line)) {
        found = found == null ? new TreeSet<>() : found;
        found.add(prices.lines().get(line).sku());
      }
    }
    return found == null ? List.of() : List.copyOf(found);
  }

  private static Optional<Refusal> notOffered(PricingFacts facts, PricingRequest request) {
    for (DeliveryMethod method : facts.deliveries()) {
      Optional<Refusal> refusal =
          DeliveryRules.offer(method, facts.settings(), request.currency(), request.destination());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Refusal unknownSkus(List<Sku> skus) {
    return about(CatalogService.UNKNOWN_SKU, "These SKUs do not exist: ", skus);
  }

  private static Refusal withoutPrice(List<Sku> skus) {
    return about(PriceService.NO_PRICE, "No price list that applies here has a price for ", skus);
  }

  private static Refusal about(ErrorCode code, String sentence, List<Sku> skus) {
    List<String> named = skus.stream().limit(NAMED_MAX).map(Sku::value).toList();
    int others = skus.size() - named.size();
    Facts facts = Facts.of("sku", named.get(0), "count", skus.size());
    for (int i = 1; i < named.size(); i++) {
      facts = facts.with("sku." + (i + 1), named.get(i));
    }
    return Refusal.of(
        code,
        sentence
            + String.join(", ", named)
            + (others > 0 ? " and " + others + " others" : "")
            + ".",
        facts);
  }
}
