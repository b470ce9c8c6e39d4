package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.tax.spi.TaxItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a whole cart costs, and why. Work grows with the number of lines, and so does memory. */
final class PricingRules {

  private PricingRules() {}

  /**
   * @throws RefusedException the first thing that stands in the way
   */
  static PricedCart price(
      PricingFacts facts, PricingRequest request, Map<LineId, Promised> locked) {
    Untaxed untaxed = untaxed(facts, request, locked);
    refuse(untaxed.problems().stream().findFirst());
    CartSheet sheet = untaxed.sheet().orElseThrow();
    refuse(sheet.unrated());
    PricedCart priced = sheet.priced();
    refuse(PricingProblems.negative(priced.totals().grand()));
    return priced;
  }

  static PricingResult tryPrice(
      PricingFacts facts, PricingRequest request, Map<LineId, Promised> locked) {
    ListedPrices prices = ListedPrices.of(facts, request, locked);
    Untaxed untaxed = tryUntaxed(facts, request, prices);
    if (untaxed.sheet().isEmpty()) {
      return PricingResult.of(untaxed.problems());
    }
    CartSheet sheet = untaxed.sheet().get();
    if (sheet.unrated().isPresent()) {
      return PricingResult.of(List.of(sheet.unrated().get()));
    }
    PricedCart priced = sheet.priced();
    Optional<Refusal> negative = PricingProblems.negative(priced.totals().grand());
    return negative.isPresent()
        ? PricingResult.of(List.of(negative.get()))
        : PricingResult.of(
            priced,
            () -> Freezing.of(facts, request, prices, priced),
            () -> sheet.offered(request, prices),
            facts.promotions().cart().asksForPayment());
  }

  /** Everything but the taxes, or all that stands in the way. */
  static Untaxed tryUntaxed(
      PricingFacts facts, PricingRequest request, Map<LineId, Promised> locked) {
    return tryUntaxed(facts, request, ListedPrices.of(facts, request, locked));
  }

  private static Untaxed tryUntaxed(
      PricingFacts facts, PricingRequest request, ListedPrices prices) {
    List<Refusal> problems = PricingProblems.all(facts, request, prices);
    return problems.isEmpty() ? untaxed(facts, request, prices) : Untaxed.of(problems);
  }

  /**
   * What a tax service is asked about.
   *
   * @throws RefusedException the first thing that stands in the way
   */
  static List<TaxItem> taxItems(PricingFacts facts, PricingRequest request) {
    Untaxed untaxed = untaxed(facts, request, Map.of());
    refuse(untaxed.problems().stream().findFirst());
    return untaxed.sheet().orElseThrow().items();
  }

  /** Everything but the taxes, or the first thing that stands in the way. */
  static Untaxed untaxed(PricingFacts facts, PricingRequest request, Map<LineId, Promised> locked) {
    ListedPrices prices = ListedPrices.of(facts, request, locked);
    Optional<Refusal> first = PricingProblems.first(facts, request, prices);
    return first.isPresent() ? Untaxed.of(List.of(first.get())) : untaxed(facts, request, prices);
  }

  private static Untaxed untaxed(PricingFacts facts, PricingRequest request, ListedPrices prices) {
    Charges charges = Charges.of(facts, request, prices);
    return charges.refusals().isEmpty()
        ? Untaxed.of(sheet(facts.terms(), request, charges.charges(), prices))
        : Untaxed.of(charges.refusals());
  }

  private static void refuse(Optional<Refusal> refusal) {
    refusal.ifPresent(
        reason -> {
          throw reason.asException();
        });
  }

  /** The cart with its amounts, before tax; pure, whether its prices are of now or frozen. */
  static CartSheet sheet(
      PricingTerms terms, PricingRequest request, List<Charge> charges, LinePrices prices) {
    Goods goods = Goods.of(terms, charges, prices);
    Discounts discounts = Discounts.of(terms, prices, goods);
    return new CartSheet(
        terms,
        request,
        goods,
        discounts,
        Gifts.of(terms, request, prices, goods, discounts.gifts()));
  }
}
