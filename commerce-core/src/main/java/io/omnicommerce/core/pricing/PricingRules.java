package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.UnitPrice;
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
      PricingFacts facts, PricingRequest request, Map<LineId, UnitPrice> locked) {
    ListedPrices prices = ListedPrices.of(facts, request, locked);
    PricingProblems.first(facts, request, prices)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    PricedCart priced = priced(facts, request, prices);
    PricingProblems.negative(priced.totals().grand())
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    return priced;
  }

  static PricingResult tryPrice(
      PricingFacts facts, PricingRequest request, Map<LineId, UnitPrice> locked) {
    ListedPrices prices = ListedPrices.of(facts, request, locked);
    List<Refusal> problems = PricingProblems.all(facts, request, prices);
    if (!problems.isEmpty()) {
      return PricingResult.of(problems);
    }
    PricedCart priced = priced(facts, request, prices);
    Optional<Refusal> negative = PricingProblems.negative(priced.totals().grand());
    return negative.isPresent()
        ? PricingResult.of(List.of(negative.get()))
        : PricingResult.of(priced, () -> Freezing.of(facts, request, prices, priced));
  }

  /** What a tax service is asked about, of a request in whose way nothing stands. */
  static List<TaxItem> taxItems(PricingFacts facts, PricingRequest request) {
    ListedPrices prices = ListedPrices.of(facts, request, Map.of());
    PricingProblems.first(facts, request, prices)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    return sheet(facts, request, prices).items();
  }

  private static PricedCart priced(
      PricingFacts facts, PricingRequest request, ListedPrices prices) {
    return sheet(facts, request, prices).priced();
  }

  private static CartSheet sheet(PricingFacts facts, PricingRequest request, ListedPrices prices) {
    return sheet(facts.terms(), request, Charges.of(facts, request), prices);
  }

  /** The cart with its amounts, before tax; pure, whether its prices are of now or frozen. */
  static CartSheet sheet(
      PricingTerms terms, PricingRequest request, List<Charge> charges, LinePrices prices) {
    Goods goods = Goods.of(terms, request, charges, prices);
    Discounts discounts = Discounts.of(terms, prices, goods);
    CartSheet sheet = new CartSheet(terms, request);
    for (int i = 0; i < goods.lines().size(); i++) {
      sheet.line(
          goods.lines().get(i), goods.chosen().get(i), goods.amounts().get(i), discounts.ofLine(i));
    }
    Gifts.of(terms, request, prices, discounts.gifts()).forEach(sheet::line);
    for (int i = 0; i < goods.charges().size(); i++) {
      sheet.charge(goods.charges().get(i), discounts.ofCharge(i));
    }
    return sheet.given(discounts.given(), discounts.gap());
  }
}
