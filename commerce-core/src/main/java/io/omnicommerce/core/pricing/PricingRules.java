package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.Trace;
import io.omnicommerce.tax.TaxLine;
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

  private static PricedCart priced(PricingFacts facts, PricingRequest request, LinePrices prices) {
    Tracing trace = new Tracing(request.currency());
    Sums sums = new Sums(request.currency());
    List<PricedLine> lines = new ArrayList<>(request.lines().size());
    for (PricingLine line : sorted(request.lines(), PricingLine::id)) {
      lines.add(line(facts, line, prices.of(line), trace, sums));
    }
    List<PricedCharge> charges = new ArrayList<>(request.charges().size() + 1);
    for (Charge charge : sorted(Charges.of(facts, request), Charge::id)) {
      charges.add(charge(facts, charge, trace, sums));
    }
    return new PricedCart(
        lines,
        charges,
        sums.totals(),
        new Trace(facts.settings().conventions().named(), trace.steps()),
        facts.at());
  }

  private static PricedLine line(
      PricingFacts facts, PricingLine line, Chosen chosen, Tracing trace, Sums sums) {
    Money amount = chosen.price().times(line.quantity(), facts.rounding());
    trace.price(line, chosen, amount);
    List<TaxLine> taxes =
        facts.taxes().taxes(chosen.entry().taxCategory(), amount, facts.rounding());
    trace.taxes(line.id(), taxes);
    sums.line(amount, taxes);
    return new PricedLine(
        line.id(), line.sku(), line.quantity(), chosen.price(), amount, List.of(), taxes);
  }

  private static PricedCharge charge(PricingFacts facts, Charge charge, Tracing trace, Sums sums) {
    List<TaxLine> taxes =
        facts.taxes().taxes(charge.taxCategory(), charge.amount(), facts.rounding());
    trace.charge(charge);
    trace.taxes(charge.id(), taxes);
    sums.charge(charge.amount(), taxes);
    return new PricedCharge(charge, taxes);
  }

  private static <T> List<T> sorted(List<T> list, java.util.function.Function<T, LineId> id) {
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparing(id));
    return sorted;
  }
}
