package io.omnicommerce.core.pricing;

import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.tax.Taxable;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.Trace;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A priced cart while it is written down, with its trace and sums. Its taxes are worked out last,
 * all at once.
 */
final class CartSheet {

  private final PricingTerms pricing;
  private Set<PromotionId> given = Set.of();
  private Optional<Money> gap = Optional.empty();
  private final TaxTerms terms;
  private final Tracing trace;
  private final Sums sums;
  private final List<LineRow> lineRows;
  private final List<ChargeRow> chargeRows = new ArrayList<>(1);
  private final List<Taxable> taxables;

  private record LineRow(
      PricingLine line, Chosen chosen, Money amount, List<PriceAdjustment> adjustments) {}

  private record ChargeRow(Charge charge, List<PriceAdjustment> adjustments) {}

  CartSheet(PricingTerms pricing, PricingRequest request) {
    this.pricing = pricing;
    terms = request.taxTerms();
    trace = new Tracing(request.currency());
    sums = new Sums(request.currency());
    lineRows = new ArrayList<>(request.lines().size());
    taxables = new ArrayList<>(request.lines().size() + 1);
  }

  /** Lines stand before charges. */
  void line(PricingLine line, Chosen chosen, Money amount, List<PriceAdjustment> adjustments) {
    lineRows.add(new LineRow(line, chosen, amount, adjustments));
    taxables.add(
        new Taxable(
            Taxable.Kind.GOODS,
            chosen.entry().taxCategory(),
            isExempt(line.id()),
            amount,
            taken(amount, adjustments),
            line.quantity()));
  }

  void line(Gifts.GiftLine gift) {
    line(gift.line(), gift.chosen(), gift.amount(), List.of(gift.adjustment()));
  }

  void charge(Charge charge, List<PriceAdjustment> adjustments) {
    chargeRows.add(new ChargeRow(charge, adjustments));
    taxables.add(
        Taxable.of(
                charge.method().isPresent() ? Taxable.Kind.SHIPPING : Taxable.Kind.OTHER,
                charge.taxCategory(),
                charge.amount())
            .withExempt(isExempt(charge.id()))
            .withDiscount(taken(charge.amount(), adjustments)));
  }

  /** The promotions that gave something, and how much more there might have been. */
  CartSheet given(Set<PromotionId> promotions, Optional<Money> possible) {
    given = Set.copyOf(promotions);
    gap = possible;
    return this;
  }

  /** What a tax service is asked about: everything that would be taxed here. */
  List<TaxItem> items() {
    List<TaxItem> items = new ArrayList<>(taxables.size());
    for (Taxable taxable : taxables) {
      LineId id = id(items.size());
      items.add(
          new TaxItem(
              id.value(),
              TaxItem.Kind.valueOf(taxable.kind().name()),
              taxable.category(),
              taxable.total(),
              taxable.quantity(),
              terms.exemption(id)));
    }
    return items;
  }

  private LineId id(int index) {
    return index < lineRows.size()
        ? lineRows.get(index).line().id()
        : chargeRows.get(index - lineRows.size()).charge().id();
  }

  private List<List<TaxLine>> taxes() {
    return terms.answer().isPresent()
        ? AnsweredTaxes.of(terms.answer().get(), items())
        : pricing.taxes().taxes(taxables);
  }

  PricedCart priced() {
    List<List<TaxLine>> taxes = taxes();
    List<PricedLine> lines = new ArrayList<>(lineRows.size());
    for (LineRow row : lineRows) {
      lines.add(priced(row, taxes.get(lines.size())));
    }
    List<PricedCharge> charges = new ArrayList<>(chargeRows.size());
    for (ChargeRow row : chargeRows) {
      charges.add(priced(row, taxes.get(lines.size() + charges.size())));
    }
    return new PricedCart(
        lines,
        charges,
        coupons(),
        sums.totals(),
        new Trace(pricing.conventions().named(), trace.steps(), gap),
        pricing.at());
  }

  private List<PricedCoupon> coupons() {
    return pricing.promotions().coupons().stream()
        .map(coupon -> new PricedCoupon(coupon.code(), coupon.promotion().filter(given::contains)))
        .toList();
  }

  private PricedLine priced(LineRow row, List<TaxLine> taxes) {
    PricingLine line = row.line();
    trace.price(line, row.chosen(), row.amount());
    trace(line.id(), row.adjustments(), taxes);
    PricedLine priced =
        new PricedLine(
            line.id(),
            line.sku(),
            line.quantity(),
            row.chosen().price(),
            row.amount(),
            row.adjustments(),
            taxes);
    sums.line(priced);
    return priced;
  }

  private PricedCharge priced(ChargeRow row, List<TaxLine> taxes) {
    trace.charge(row.charge());
    trace(row.charge().id(), row.adjustments(), taxes);
    PricedCharge priced = new PricedCharge(row.charge(), row.adjustments(), taxes);
    sums.charge(priced);
    return priced;
  }

  private void trace(LineId subject, List<PriceAdjustment> adjustments, List<TaxLine> taxes) {
    trace.adjustments(subject, adjustments);
    trace.taxes(subject, taxes);
    trace.exemption(subject, terms.exemption(subject));
  }

  private boolean isExempt(LineId subject) {
    return terms.exemption(subject).isPresent();
  }

  private static Money taken(Money amount, List<PriceAdjustment> adjustments) {
    Money taken = Money.zero(amount.currency());
    for (PriceAdjustment adjustment : adjustments) {
      taken = taken.minus(adjustment.amount());
    }
    return taken;
  }
}
