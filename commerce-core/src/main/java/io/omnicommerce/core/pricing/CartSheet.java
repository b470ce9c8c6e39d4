package io.omnicommerce.core.pricing;

import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.Trace;
import io.omnicommerce.tax.TaxLine;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A priced cart while it is written down, line by line, with its trace and sums. */
final class CartSheet {

  private final PricingFacts facts;
  private final Tracing trace;
  private final Sums sums;
  private final List<PricedLine> lines = new ArrayList<>();
  private final List<PricedCharge> charges = new ArrayList<>();

  CartSheet(PricingFacts facts, Currency currency) {
    this.facts = facts;
    trace = new Tracing(currency);
    sums = new Sums(currency);
  }

  void line(PricingLine line, Chosen chosen, Money amount, List<PriceAdjustment> adjustments) {
    Money total = total(amount, adjustments);
    List<TaxLine> taxes =
        facts.taxes().taxes(chosen.entry().taxCategory(), total, facts.rounding());
    trace.price(line, chosen, amount);
    trace.adjustments(line.id(), adjustments);
    trace.taxes(line.id(), taxes);
    PricedLine priced =
        new PricedLine(
            line.id(), line.sku(), line.quantity(), chosen.price(), amount, adjustments, taxes);
    sums.line(priced);
    lines.add(priced);
  }

  void line(Gifts.GiftLine gift) {
    line(gift.line(), gift.chosen(), gift.amount(), List.of(gift.adjustment()));
  }

  void charge(Charge charge, List<PriceAdjustment> adjustments) {
    Money total = total(charge.amount(), adjustments);
    List<TaxLine> taxes = facts.taxes().taxes(charge.taxCategory(), total, facts.rounding());
    trace.charge(charge);
    trace.adjustments(charge.id(), adjustments);
    trace.taxes(charge.id(), taxes);
    PricedCharge priced = new PricedCharge(charge, adjustments, taxes);
    sums.charge(priced);
    charges.add(priced);
  }

  PricedCart priced() {
    return new PricedCart(
        lines,
        charges,
        sums.totals(),
        new Trace(facts.settings().conventions().named(), trace.steps()),
        facts.at());
  }

  private static Money total(Money amount, List<PriceAdjustment> adjustments) {
    Money total = amount;
    for (PriceAdjustment adjustment : adjustments) {
      total = total.plus(adjustment.amount());
    }
    return total;
  }
}
