package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.tax.spi.TaxItem;
import java.util.ArrayList;
import java.util.Comparator;
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
    LinePrices prices = LinePrices.of(facts, request, locked);
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
    LinePrices prices = LinePrices.of(facts, request, locked);
    List<Refusal> problems = PricingProblems.all(facts, request, prices);
    if (!problems.isEmpty()) {
      return PricingResult.of(problems);
    }
    PricedCart priced = priced(facts, request, prices);
    Optional<Refusal> negative = PricingProblems.negative(priced.totals().grand());
    return negative.isPresent()
        ? PricingResult.of(List.of(negative.get()))
        : PricingResult.of(priced);
  }

  /** What a tax service is asked about, of a request in whose way nothing stands. */
  static List<TaxItem> taxItems(PricingFacts facts, PricingRequest request) {
    LinePrices prices = LinePrices.of(facts, request, Map.of());
    PricingProblems.first(facts, request, prices)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    return sheet(facts, request, prices).items();
  }

  private static PricedCart priced(PricingFacts facts, PricingRequest request, LinePrices prices) {
    return sheet(facts, request, prices).priced();
  }

  private static CartSheet sheet(PricingFacts facts, PricingRequest request, LinePrices prices) {
    List<PricingLine> lines = sorted(request.lines(), PricingLine::id);
    List<Chosen> chosen = lines.stream().map(prices::of).toList();
    List<Money> amounts = amounts(facts, lines, chosen);
    List<Charge> charges = sorted(Charges.of(facts, request), Charge::id);
    Discounts discounts = Discounts.of(facts, prices, lines, chosen, amounts, charges);
    CartSheet sheet = new CartSheet(facts, request);
    for (int i = 0; i < lines.size(); i++) {
      sheet.line(lines.get(i), chosen.get(i), amounts.get(i), discounts.ofLine(i));
    }
    Gifts.of(facts, request, prices, discounts.gifts()).forEach(sheet::line);
    for (int i = 0; i < charges.size(); i++) {
      sheet.charge(charges.get(i), discounts.ofCharge(i));
    }
    return sheet.given(discounts.given());
  }

  private static List<Money> amounts(
      PricingFacts facts, List<PricingLine> lines, List<Chosen> chosen) {
    List<Money> amounts = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      amounts.add(chosen.get(i).price().times(lines.get(i).quantity(), facts.rounding()));
    }
    return amounts;
  }

  private static <T> List<T> sorted(List<T> list, java.util.function.Function<T, LineId> id) {
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparing(id));
    return sorted;
  }
}
