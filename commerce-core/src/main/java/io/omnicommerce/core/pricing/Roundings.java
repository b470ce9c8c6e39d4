package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Judged;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds whatever did not come out even, and what became of it. */
final class Roundings {

  private static final int DECIMALS = 10;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** What is exact there is told with the taxes, or is the price of a unit. */
  private static final Set<TraceStep.Kind> NOT_AMOUNTS =
      EnumSet.of(
          TraceStep.Kind.TAX_ADDED,
          TraceStep.Kind.FORMER_PRICE,
          TraceStep.Kind.HOME_PRICE,
          TraceStep.Kind.RAISED_PRICE);

  private final PricingTerms terms;
  private final Goods goods;
  private final List<Charge> deliveries;
  private final List<RoundingStep> steps = new ArrayList<>();

  Roundings(PricingTerms terms, Goods goods) {
    this.terms = terms;
    this.goods = goods;
    deliveries = goods.charges().stream().filter(charge -> charge.method().isPresent()).toList();
  }

  /**
   * @param ownTaxes whether taxes were worked out here; another service's rounding is its own
   */
  List<RoundingStep> of(PricedCart priced, List<Judged.Rounded> promotions, boolean ownTaxes) {
    priced.trace().steps().forEach(this::amount);
    promotions.forEach(this::promotion);
    if (ownTaxes) {
      priced.lines().forEach(line -> taxes(line.id(), line.taxes()));
      priced.charges().forEach(charge -> taxes(charge.charge().id(), charge.taxes()));
    }
    return List.copyOf(steps);
  }

  private void amount(TraceStep step) {
    if (step.exact().isPresent() && !NOT_AMOUNTS.contains(step.kind())) {
      add(
          RoundingStep.Kind.LINE_AMOUNT,
          Optional.of(step.subject()),
          step.source(),
          step.exact().get(),
          step.delta());
    }
  }

  private void promotion(Judged.Rounded one) {
    int digits = terms.promotions().buyer().currency().getDefaultFractionDigits();
    add(
        one.share() ? RoundingStep.Kind.SHARE : RoundingStep.Kind.PERCENTAGE,
        subject(one.where()),
        one.promotion().value(),
        one.exact().movePointLeft(digits),
        Money.ofMinor(one.rounded(), terms.promotions().buyer().currency()));
  }

  private Optional<LineId> subject(int where) {
    if (where == Judged.NOWHERE) {
      return Optional.empty();
    }
    return Optional.of(
        where >= 0 ? goods.lines().get(where).id() : deliveries.get(-1 - where).id());
  }

  private void taxes(LineId subject, List<TaxLine> taxes) {
    for (TaxLine tax : taxes) {
      BigDecimal exact = tax.included() ? included(tax, taxes) : added(tax);
      if (exact.compareTo(tax.tax().toBigDecimal()) != 0) {
        add(RoundingStep.Kind.TAX, Optional.of(subject), tax.code(), exact, tax.tax());
      }
    }
  }

  private static BigDecimal added(TaxLine tax) {
    return tax.base().toBigDecimal().multiply(tax.percent()).movePointLeft(2);
  }

  /** The taxes that are taken out together stand on the same net. */
  private static BigDecimal included(TaxLine tax, List<TaxLine> taxes) {
    BigDecimal gross = tax.base().toBigDecimal();
    BigDecimal percent = WHOLE;
    for (TaxLine other : taxes) {
      if (other.included() && other.base().equals(tax.base())) {
        gross = gross.add(other.tax().toBigDecimal());
        percent = percent.add(other.percent());
      }
    }
    return gross.multiply(tax.percent()).divide(percent, DECIMALS, RoundingMode.DOWN);
  }

  private void add(
      RoundingStep.Kind kind,
      Optional<LineId> subject,
      String source,
      BigDecimal exact,
      Money rounded) {
    BigDecimal shown = exact.setScale(Math.min(exact.scale(), DECIMALS), RoundingMode.DOWN);
    steps.add(new RoundingStep(kind, subject, source, plain(shown), rounded));
  }

  /** Without zeros at the end, and written as people do. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
