package io.omnicommerce.core.pricing;

import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PriceNote;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Writes down every cause of every amount. */
final class Tracing {

  private final List<TraceStep> steps = new ArrayList<>();
  private final Money zero;

  Tracing(Currency currency) {
    zero = Money.zero(currency);
  }

  void line(PricedLine line, Chosen chosen, TaxTerms terms) {
    price(line, chosen, line.amount());
    adjustments(line.id(), line.adjustments());
    taxes(line.id(), line.taxes());
    exemption(line.id(), terms.exemption(line.id()));
  }

  void charge(PricedCharge priced, TaxTerms terms) {
    charge(priced.charge());
    adjustments(priced.charge().id(), priced.adjustments());
    taxes(priced.charge().id(), priced.taxes());
    exemption(priced.charge().id(), terms.exemption(priced.charge().id()));
  }

  private void price(PricedLine line, Chosen chosen, Money amount) {
    steps.add(
        new TraceStep(
            chosen.kind(), line.id(), chosen.source(), amount, exact(line, chosen, amount)));
    if (chosen.computedFrom().isPresent()) {
      said(TraceStep.Kind.COMPUTED_PRICE, line.id(), chosen.computedFrom().get().value());
    }
    for (PriceNote note : chosen.notes()) {
      steps.add(
          new TraceStep(
              note.kind(),
              line.id(),
              chosen.source(),
              zero,
              Optional.of(note.price().toBigDecimal())));
    }
    for (PromotionId lowered : chosen.lowered()) {
      said(TraceStep.Kind.CATALOG_PROMOTION, line.id(), lowered.value());
    }
  }

  /** What adds nothing of its own. */
  private void said(TraceStep.Kind kind, LineId subject, String source) {
    steps.add(new TraceStep(kind, subject, source, zero, Optional.empty()));
  }

  private void adjustments(LineId subject, List<PriceAdjustment> adjustments) {
    for (PriceAdjustment adjustment : adjustments) {
      steps.add(
          new TraceStep(
              TraceStep.Kind.ADJUSTMENT,
              subject,
              adjustment.source(),
              adjustment.amount(),
              Optional.empty()));
    }
  }

  private void charge(Charge charge) {
    steps.add(
        new TraceStep(
            TraceStep.Kind.CHARGE, charge.id(), charge.kind(), charge.amount(), Optional.empty()));
  }

  private void taxes(LineId subject, List<TaxLine> taxes) {
    for (TaxLine tax : taxes) {
      steps.add(
          tax.included()
              ? step(TraceStep.Kind.TAX_INCLUDED, subject, tax, zero, Optional.empty())
              : step(TraceStep.Kind.TAX_ADDED, subject, tax, tax.tax(), exact(tax)));
    }
  }

  private void exemption(LineId subject, Optional<String> reason) {
    if (reason.isPresent()) {
      said(TraceStep.Kind.TAX_EXEMPT, subject, reason.get());
    }
  }

  List<TraceStep> steps() {
    return steps;
  }

  private static TraceStep step(
      TraceStep.Kind kind, LineId subject, TaxLine tax, Money delta, Optional<BigDecimal> exact) {
    return new TraceStep(kind, subject, tax.code(), delta, exact);
  }

  private static Optional<BigDecimal> exact(PricedLine line, Chosen chosen, Money amount) {
    int decimals = chosen.price().scale() + line.quantity().scale();
    if (decimals <= amount.currency().getDefaultFractionDigits()) {
      return Optional.empty(); // nothing was there to round
    }
    return ifRounded(
        chosen.price().toBigDecimal().multiply(line.quantity().toBigDecimal()), amount);
  }

  private static Optional<BigDecimal> exact(TaxLine tax) {
    return ifRounded(tax.base().toBigDecimal().multiply(tax.percent()).movePointLeft(2), tax.tax());
  }

  private static Optional<BigDecimal> ifRounded(BigDecimal exact, Money rounded) {
    return exact.compareTo(rounded.toBigDecimal()) == 0
        ? Optional.empty()
        : Optional.of(exact.stripTrailingZeros());
  }
}
