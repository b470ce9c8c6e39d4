package io.omnicommerce.core.pricing;

import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.Occasion;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Freezes what a price was computed from, so that it can be computed again at any time. */
final class Freezing {

  private final PricingFacts facts;
  private final PricingRequest request;
  private final ListedPrices prices;
  private final PricedCart priced;
  private final Goods goods;

  private Freezing(
      PricingFacts facts, PricingRequest request, ListedPrices prices, PricedCart priced) {
    this.facts = facts;
    this.request = request;
    this.prices = prices;
    this.priced = priced;
    goods = Goods.of(facts.terms(), charges(priced), prices);
  }

  /**
   * The inputs of a priced cart. It is proved here that they give it again: what a promotion that
   * gave nothing has changed for others (a search that ended) is found nowhere in the result, so
   * then all that might have been given are frozen.
   */
  static PricingInputs of(
      PricingFacts facts, PricingRequest request, ListedPrices prices, PricedCart priced) {
    Freezing freezing = new Freezing(facts, request, prices, priced);
    PricingInputs applied = freezing.with(freezing.given());
    // Without promotions there is nothing else that could be frozen.
    return freezing.book().isEmpty() || Replay.of(applied, facts.promotions().host()).equals(priced)
        ? applied
        : freezing.with(freezing.candidates());
  }

  private static List<Charge> charges(PricedCart priced) {
    return priced.charges().stream().map(PricedCharge::charge).toList();
  }

  private List<Promotion> given() {
    if (book().isEmpty()) {
      return List.of();
    }
    Set<String> given = new HashSet<>();
    for (PricedLine line : priced.lines()) {
      add(given, line.adjustments());
    }
    for (PricedCharge charge : priced.charges()) {
      add(given, charge.adjustments());
    }
    return candidates().stream().filter(one -> given.contains(one.id().value())).toList();
  }

  private static void add(Set<String> given, List<PriceAdjustment> adjustments) {
    for (PriceAdjustment adjustment : adjustments) {
      given.add(adjustment.source());
    }
  }

  private List<Promotion> candidates() {
    return book().candidatesOf(basket());
  }

  private Basket basket() {
    return Discounts.basket(facts.terms(), prices, goods);
  }

  private RuleBook book() {
    return facts.promotions().cart();
  }

  private PricingInputs with(List<Promotion> promotions) {
    return new PricingInputs(
        priced.at(),
        request.currency(),
        facts.settings().conventions(),
        occasion(facts.promotions().buyer(), promotions),
        lines(),
        gifts(),
        goods.charges(),
        book().lanesOf(promotions),
        promotions,
        facts.promotions().coupons(),
        rates(),
        request.taxTerms());
  }

  private Occasion occasion(Basket.Buyer buyer, List<Promotion> promotions) {
    Basket.Caller caller = RuleBook.asksHost(promotions) ? buyer.caller() : Basket.Caller.NOBODY;
    return new Occasion(
        buyer.channel(),
        buyer.location(),
        buyer.groups(),
        buyer.destination(),
        buyer.paymentMethod(),
        buyer.deliveryMethods(),
        buyer.orders(),
        buyer.unlocked(),
        buyer.exhausted(),
        budgets(buyer, promotions),
        choices(promotions),
        caller.customer(),
        caller.attributes());
  }

  private List<GiftChoice> choices(List<Promotion> promotions) {
    if (request.giftChoices().isEmpty()) {
      return List.of();
    }
    Set<PromotionId> ids = promotions.stream().map(Promotion::id).collect(Collectors.toSet());
    return request.giftChoices().stream().filter(of -> ids.contains(of.promotion())).toList();
  }

  private static Map<String, Money> budgets(Basket.Buyer buyer, List<Promotion> promotions) {
    Map<String, Money> budgets = new TreeMap<>();
    for (Promotion promotion : promotions) {
      Long left = buyer.budgets().get(promotion.id());
      if (left != null) {
        budgets.put(promotion.id().value(), Money.ofMinor(left, buyer.currency()));
      }
    }
    return budgets;
  }

  private List<FrozenLine> lines() {
    List<FrozenLine> lines = new ArrayList<>(goods.lines().size());
    for (int i = 0; i < goods.lines().size(); i++) {
      lines.add(frozen(goods.lines().get(i), goods.chosen().get(i), prices.floor(i)));
    }
    return lines;
  }

  private List<FrozenLine> gifts() {
    Set<LineId> asked = new HashSet<>();
    for (PricingLine line : goods.lines()) {
      asked.add(line.id());
    }
    List<FrozenLine> gifts = new ArrayList<>();
    for (PricedLine line : priced.lines()) {
      if (!asked.contains(line.id())) {
        PricingLine gift = line(line);
        gifts.add(frozen(gift, prices.ofGift(gift), prices.floorOfGift(gift)));
      }
    }
    return gifts;
  }

  private static PricingLine line(PricedLine priced) {
    return PricingLine.of(priced.id(), priced.sku(), priced.quantity());
  }

  private static FrozenLine frozen(PricingLine line, Chosen chosen, Optional<Money> floor) {
    return new FrozenLine(
        line.id(),
        line.sku(),
        line.quantity(),
        chosen.price(),
        chosen.kind(),
        chosen.source(),
        chosen.computedFrom(),
        chosen.lowered(),
        chosen.notes(),
        chosen.isReduced(),
        chosen.entry().taxCategory(),
        chosen.entry().categories(),
        floor);
  }

  private List<TaxRate> rates() {
    Set<String> categories = new TreeSet<>();
    for (Chosen chosen : goods.chosen()) {
      categories.add(chosen.entry().taxCategory());
    }
    for (FrozenLine gift : gifts()) {
      categories.add(gift.taxCategory());
    }
    for (Charge charge : goods.charges()) {
      categories.add(charge.taxCategory());
    }
    return facts.taxes().rates(categories);
  }
}
