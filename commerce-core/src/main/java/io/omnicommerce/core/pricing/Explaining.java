package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.DerivedList;
import io.omnicommerce.core.common.WhenRead;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.Judged;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.promotion.Verdicts;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a cart costs what it costs, with everything that might have been. Pure. */
final class Explaining {

  private final PricingTerms terms;
  private final Goods goods;
  private final Verdicts cart;

  Explaining(PricingTerms terms, LinePrices prices, Goods goods) {
    this.terms = terms;
    this.goods = goods;
    cart =
        Verdicts.of(
            terms.promotions().cart(),
            Discounts.basket(terms, prices, goods),
            terms.promotions().host());
  }

  /** Of every promotion one: of the catalog, of carts, switched off. */
  List<PromotionVerdict> verdicts(
      PricedCart priced, List<Basket> shelves, List<Promotion> switchedOff) {
    List<PromotionVerdict> catalog = new ArrayList<>();
    Set<String> lowered = lowered(priced);
    onShelves(shelves).forEach(judged -> catalog.add(ofCatalog(judged, lowered)));
    List<PromotionVerdict> off = new ArrayList<>();
    switchedOff.forEach(promotion -> off.add(verdict(promotion, Verdict.NOT_ENABLED, zero())));
    return new All(this, catalog, given(priced), off);
  }

  /** Those of carts are judged when they are looked at. */
  private static final class All extends DerivedList<PromotionVerdict> {
    private final Explaining of;
    private final List<PromotionVerdict> catalog;
    private final List<Judged> carts;
    private final Map<String, Money> given;
    private final List<PromotionVerdict> off;

    All(
        Explaining of,
        List<PromotionVerdict> catalog,
        Map<String, Money> given,
        List<PromotionVerdict> off) {
      this.of = of;
      this.catalog = catalog;
      this.carts = of.cart.all();
      this.given = given;
      this.off = off;
    }

    @Override
    public PromotionVerdict get(int index) {
      int ofCarts = index - catalog.size();
      if (ofCarts < 0) {
        return catalog.get(index);
      }
      return ofCarts < carts.size()
          ? of.ofCart(carts.get(ofCarts), given)
          : off.get(ofCarts - carts.size());
    }

    @Override
    public int size() {
      return catalog.size() + carts.size() + off.size();
    }
  }

  List<RoundingStep> roundings(PricedCart priced, TaxTerms taxes) {
    return WhenRead.of(
        () -> new Roundings(terms, goods).of(priced, cart.rounded(), taxes.answer().isEmpty()));
  }

  /** The promotions that lowered the price of a line. */
  private static Set<String> lowered(PricedCart priced) {
    return priced.trace().steps().stream()
        .filter(step -> step.kind() == TraceStep.Kind.CATALOG_PROMOTION)
        .map(TraceStep::source)
        .collect(Collectors.toSet());
  }

  /** On each shelf a promotion has a verdict; the first that is about its goods tells most. */
  private List<Judged> onShelves(List<Basket> shelves) {
    RuleBook catalog = terms.promotions().catalog();
    List<Judged> told = new ArrayList<>();
    if (catalog.isEmpty()) {
      return told;
    }
    for (Basket shelf : shelves) {
      merge(told, Verdicts.of(catalog, shelf, terms.promotions().host()).all());
    }
    return told.isEmpty() ? nowhere(catalog) : told;
  }

  /** No list gave a price. */
  private static List<Judged> nowhere(RuleBook catalog) {
    return catalog.promotions(any -> true).stream()
        .map(promotion -> Judged.of(promotion, Verdict.NOT_LOWER))
        .toList();
  }

  private static void merge(List<Judged> told, List<Judged> more) {
    if (told.isEmpty()) {
      told.addAll(more);
      return;
    }
    for (int i = 0; i < more.size(); i++) {
      if (told.get(i).verdict() == Verdict.NOTHING_MEANT) {
        told.set(i, more.get(i));
      }
    }
  }

  private PromotionVerdict ofCatalog(Judged judged, Set<String> lowered) {
    if (lowered.contains(judged.promotion().id().value())) {
      return verdict(judged.promotion(), Verdict.APPLIED, zero());
    }
    return judged.verdict() == Verdict.APPLIED
        ? verdict(judged.promotion(), Verdict.NOT_LOWER, zero())
        : verdict(judged, judged.verdict(), zero());
  }

  /** What each promotion took off, by its id. */
  private static Map<String, Money> given(PricedCart priced) {
    Map<String, Money> given = new HashMap<>();
    Stream.concat(
            priced.lines().stream().flatMap(line -> line.adjustments().stream()),
            priced.charges().stream().flatMap(charge -> charge.adjustments().stream()))
        .forEach(adjustment -> add(given, adjustment));
    return given;
  }

  private static void add(Map<String, Money> given, PriceAdjustment adjustment) {
    given.merge(adjustment.source(), adjustment.amount().negated(), Money::plus);
  }

  private PromotionVerdict ofCart(Judged judged, Map<String, Money> given) {
    PromotionId id = judged.promotion().id();
    if (judged.verdict() == Verdict.APPLIED) {
      Money amount = given.get(id.value());
      return amount == null
          ? verdict(judged, Verdict.NO_GIFT, zero()) // its only gift has gone to another
          : verdict(judged, Verdict.APPLIED, amount);
    }
    boolean usedUp =
        judged.verdict() == Verdict.NO_COUPON && terms.promotions().usedUp().contains(id);
    return verdict(judged, usedUp ? Verdict.COUPON_USED_UP : judged.verdict(), zero());
  }

  private PromotionVerdict verdict(Promotion promotion, Verdict verdict, Money amount) {
    return verdict(Judged.of(promotion, verdict), verdict, amount);
  }

  private PromotionVerdict verdict(Judged judged, Verdict verdict, Money amount) {
    return new PromotionVerdict(
        judged.promotion().id(),
        judged.promotion().title(),
        judged.promotion().stage(),
        verdict,
        amount,
        judged.others(),
        judged.findings(),
        ifAny(judged.beyondMax()),
        ifAny(judged.missed()),
        floored(judged),
        ifAny(judged.passedOn()));
  }

  /** A shelf of the catalog is no line. */
  private List<Sku> floored(Judged judged) {
    return judged.floors().isEmpty() || judged.promotion().stage() == Promotion.Stage.CATALOG
        ? List.of()
        : judged.floors().stream().map(line -> goods.lines().get(line).sku()).distinct().toList();
  }

  private Optional<Money> ifAny(long minor) {
    return minor == 0 ? Optional.empty() : Optional.of(Money.ofMinor(minor, zero().currency()));
  }

  private Money zero() {
    return Money.zero(terms.promotions().buyer().currency());
  }
}
