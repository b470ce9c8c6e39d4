package io.omnicommerce.core.pricing;

import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.tax.Taxable;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.OfferedGift;
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
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A priced cart while it is written down, with its trace and sums. Its taxes are worked out last,
 * all at once.
 */
final class CartSheet {

  private static final String TAX_ANSWER = "tax_answer=";

  private final PricingTerms pricing;
  private final TaxTerms terms;
  private final Goods goods;
  private final Discounts discounts;
  private final List<Gifts.GiftLine> gifts;
  private final Sums sums;
  private final List<Taxable> taxables;

  CartSheet(
      PricingTerms pricing,
      PricingRequest request,
      Goods goods,
      Discounts discounts,
      List<Gifts.GiftLine> gifts) {
    this.pricing = pricing;
    terms = request.taxTerms();
    this.goods = goods;
    this.discounts = discounts;
    this.gifts = gifts;
    sums = new Sums(request.currency());
    taxables = new ArrayList<>(lines() + goods.charges().size());
    for (int i = 0; i < goods.lines().size(); i++) {
      taxables.add(taxable(goods.lines().get(i), goods.chosen().get(i), goods.amounts().get(i), i));
    }
    gifts.forEach(gift -> taxables.add(taxable(gift)));
    for (int i = 0; i < goods.charges().size(); i++) {
      taxables.add(taxable(goods.charges().get(i), discounts.takenOfCharge(i)));
    }
  }

  /** What can be chosen of the gifts that are given. */
  List<OfferedGift> offered(PricingRequest request, LinePrices prices) {
    return Gifts.offered(request, prices, discounts.gifts());
  }

  /** How many lines there are, gifts among them; they stand before charges. */
  private int lines() {
    return goods.lines().size() + gifts.size();
  }

  private Taxable taxable(PricingLine line, Chosen chosen, Money amount, int index) {
    return taxable(line, chosen, amount, money(discounts.takenOfLine(index)));
  }

  private Taxable taxable(Gifts.GiftLine gift) {
    return taxable(gift.line(), gift.chosen(), gift.amount(), gift.amount());
  }

  private Taxable taxable(PricingLine line, Chosen chosen, Money amount, Money taken) {
    return new Taxable(
        Taxable.Kind.GOODS,
        chosen.entry().taxCategory(),
        isExempt(line.id()),
        amount,
        taken,
        line.quantity());
  }

  private Taxable taxable(Charge charge, long taken) {
    return Taxable.of(
            charge.method().isPresent() ? Taxable.Kind.SHIPPING : Taxable.Kind.OTHER,
            charge.taxCategory(),
            charge.amount())
        .withExempt(isExempt(charge.id()))
        .withDiscount(money(taken));
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, pricing.promotions().buyer().currency());
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
    if (index >= lines()) {
      return goods.charges().get(index - lines()).id();
    }
    return index < goods.lines().size()
        ? goods.lines().get(index).id()
        : gifts.get(index - goods.lines().size()).line().id();
  }

  private List<List<TaxLine>> taxes() {
    return terms.answer().isPresent()
        ? AnsweredTaxes.of(terms.answer().get(), items())
        : pricing.taxes().taxes(taxables);
  }

  PricedCart priced() {
    List<List<TaxLine>> taxes = taxes();
    List<PricedLine> lines = priced(taxes);
    List<PricedCharge> charges = new ArrayList<>(goods.charges().size());
    for (int i = 0; i < goods.charges().size(); i++) {
      charges.add(priced(i, taxes.get(lines.size() + i)));
    }
    return new PricedCart(
        lines,
        charges,
        coupons(),
        sums.totals(),
        new Trace(policies(), new TraceSteps(lines, chosen(), charges, terms), discounts.gap()),
        pricing.at());
  }

  /** The conventions, and who said the taxes if it was not the rates or should not have been. */
  private List<String> policies() {
    List<String> policies = pricing.conventions().named();
    if (terms.answer().isEmpty() && !terms.serviceFailed()) {
      return policies;
    }
    List<String> more = new ArrayList<>(policies);
    more.add(TAX_ANSWER + terms.answer().map(ExternalTaxes::reference).orElse("none"));
    return more;
  }

  private List<PricedCoupon> coupons() {
    if (pricing.promotions().coupons().isEmpty()) {
      return List.of();
    }
    Set<PromotionId> given = discounts.given();
    return pricing.promotions().coupons().stream()
        .map(coupon -> new PricedCoupon(coupon.code(), coupon.promotion().filter(given::contains)))
        .toList();
  }

  private List<PricedLine> priced(List<List<TaxLine>> taxes) {
    List<PricedLine> lines = new ArrayList<>(lines());
    for (int i = 0; i < goods.lines().size(); i++) {
      sums.line(goods.amounts().get(i), discounts.takenOfLine(i), taxes.get(i));
      lines.add(
          priced(
              goods.lines().get(i),
              goods.chosen().get(i),
              goods.amounts().get(i),
              discounts.ofLine(i),
              taxes.get(i)));
    }
    for (Gifts.GiftLine gift : gifts) {
      List<TaxLine> ofGift = taxes.get(lines.size());
      sums.line(gift.amount(), gift.amount().minor(), ofGift);
      lines.add(
          priced(gift.line(), gift.chosen(), gift.amount(), List.of(gift.adjustment()), ofGift));
    }
    return lines;
  }

  private static PricedLine priced(
      PricingLine line,
      Chosen chosen,
      Money amount,
      List<PriceAdjustment> adjustments,
      List<TaxLine> taxes) {
    return new PricedLine(
        line.id(), line.sku(), line.quantity(), chosen.price(), amount, adjustments, taxes);
  }

  private PricedCharge priced(int index, List<TaxLine> taxes) {
    Charge charge = goods.charges().get(index);
    sums.charge(charge.amount(), discounts.takenOfCharge(index), taxes);
    return new PricedCharge(charge, discounts.ofCharge(index), taxes);
  }

  private List<Chosen> chosen() {
    if (gifts.isEmpty()) {
      return goods.chosen();
    }
    List<Chosen> chosen = new ArrayList<>(goods.chosen());
    gifts.forEach(gift -> chosen.add(gift.chosen()));
    return chosen;
  }

  private boolean isExempt(LineId subject) {
    return terms.exemption(subject).isPresent();
  }
}
