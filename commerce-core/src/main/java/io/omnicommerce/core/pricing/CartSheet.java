package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.tax.TaxRefusals;
import io.omnicommerce.core.tax.Taxes;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.Trace;
import io.omnicommerce.promotion.PromotionId;
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
  private final TaxTerms terms;
  private final Goods goods;
  private final Discounts discounts;
  private final List<Gifts.GiftLine> gifts;
  private final SheetTaxables taxables;
  private final Sums sums;

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
    taxables = new SheetTaxables(request.currency(), goods, discounts, gifts, terms);
    sums = new Sums(request.currency());
  }

  /** What can be chosen of the gifts that are given. */
  List<OfferedGift> offered(PricingRequest request, LinePrices prices) {
    return Gifts.offered(request, prices, discounts.gifts());
  }

  /** What a tax service is asked about: everything that would be taxed here. */
  List<TaxItem> items() {
    List<TaxItem> items = new ArrayList<>(taxables.size());
    for (int place = 0; place < taxables.size(); place++) {
      items.add(
          new TaxItem(
              taxables.id(place).value(),
              TaxItem.Kind.valueOf(taxables.kind(place).name()),
              taxables.category(place),
              Money.ofMinor(taxables.total(place), taxables.currency()),
              taxables.quantity(place),
              terms.exemption(taxables.id(place))));
    }
    return items;
  }

  /** Why something cannot be taxed that should be: no rate is for it. */
  Optional<Refusal> unrated() {
    int first = terms.answer().isPresent() ? -1 : pricing.taxes().firstWithoutRate(taxables);
    return first < 0
        ? Optional.empty()
        : Optional.of(TaxRefusals.noRate(taxables.category(first), taxables.id(first).value()));
  }

  private Taxes taxes() {
    return terms.answer().isPresent()
        ? AnsweredTaxes.of(terms.answer().get(), items())
        : pricing.taxes().taxes(taxables);
  }

  PricedCart priced() {
    Taxes taxes = taxes();
    sum(taxes);
    List<PricedLine> lines = new PricedLines(taxables.currency(), goods, discounts, gifts, taxes);
    List<PricedCharge> charges = charges(taxes);
    return new PricedCart(
        lines,
        charges,
        coupons(),
        sums.totals(),
        new Trace(
            new NamedPolicies(pricing.conventions(), terms),
            new TraceSteps(lines, chosen(), charges, terms),
            discounts.gap()),
        pricing.at());
  }

  private void sum(Taxes taxes) {
    for (int place = 0; place < taxables.lines(); place++) {
      sums.line(taxables.amount(place), taxables.discount(place), taxes, place);
    }
  }

  private List<PricedCoupon> coupons() {
    if (pricing.promotions().coupons().isEmpty()) {
      return List.of();
    }
    Set<PromotionId> given = discounts.taking();
    gifts.forEach(gift -> given.add(PromotionId.of(gift.adjustment().source())));
    return pricing.promotions().coupons().stream()
        .map(coupon -> new PricedCoupon(coupon.code(), coupon.promotion().filter(given::contains)))
        .toList();
  }

  private List<PricedCharge> charges(Taxes taxes) {
    PricedCharge[] charges = new PricedCharge[goods.charges().size()];
    for (int i = 0; i < charges.length; i++) {
      Charge charge = goods.charges().get(i);
      int place = taxables.lines() + i;
      sums.charge(charge.amount(), discounts.takenOfCharge(i), taxes, place);
      charges[i] = new PricedCharge(charge, discounts.ofCharge(i), taxes.of(place));
    }
    return List.of(charges);
  }

  private List<Chosen> chosen() {
    if (gifts.isEmpty()) {
      return goods.chosen();
    }
    List<Chosen> chosen = new ArrayList<>(goods.chosen());
    gifts.forEach(gift -> chosen.add(gift.chosen()));
    return chosen;
  }
}
