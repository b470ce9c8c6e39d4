package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.DiscountBasis;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.Evaluation;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What promotions take off each line and each charge of a cart. */
final class Discounts {

  private final Money zero;
  private final List<List<PriceAdjustment>> lines;
  private final List<List<PriceAdjustment>> charges;
  private List<Evaluation.Gift> gifts = List.of();

  private Discounts(Money zero, int lines, int charges) {
    this.zero = zero;
    this.lines = empty(lines);
    this.charges = empty(charges);
  }

  private static List<List<PriceAdjustment>> empty(int size) {
    List<List<PriceAdjustment>> lists = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lists.add(List.of());
    }
    return lists;
  }

  /**
   * @param lines in the order of their ids, as are their prices and amounts
   */
  static Discounts of(
      PricingFacts facts,
      LinePrices prices,
      List<PricingLine> lines,
      List<Chosen> chosen,
      List<Money> amounts,
      List<Charge> charges) {
    Discounts discounts =
        new Discounts(
            Money.zero(facts.promotions().buyer().currency()), lines.size(), charges.size());
    if (facts.promotions().cart().isEmpty()) {
      return discounts;
    }
    List<Integer> deliveries = deliveries(charges);
    Basket basket = new Basket(facts.promotions().buyer(), lines.size(), deliveries.size());
    for (int i = 0; i < lines.size(); i++) {
      fill(basket, i, prices, lines.get(i), chosen.get(i), amounts.get(i));
      if (facts.settings().conventions().get(Convention.DISCOUNT_BASIS) == DiscountBasis.NET) {
        basket.grossUp(i, facts.taxes().includedParts(chosen.get(i).entry().taxCategory()));
      }
    }
    for (int i = 0; i < deliveries.size(); i++) {
      Charge charge = charges.get(deliveries.get(i));
      basket.delivery(
          i, DeliveryMethodId.of(charge.method().orElseThrow()), charge.amount().minor());
    }
    discounts.take(Evaluation.of(facts.promotions().cart(), basket), deliveries);
    return discounts;
  }

  private static List<Integer> deliveries(List<Charge> charges) {
    List<Integer> deliveries = new ArrayList<>(1);
    for (int i = 0; i < charges.size(); i++) {
      if (charges.get(i).method().isPresent()) {
        deliveries.add(i);
      }
    }
    return deliveries;
  }

  private static void fill(
      Basket basket, int at, LinePrices prices, PricingLine line, Chosen chosen, Money amount) {
    CatalogEntry entry = chosen.entry();
    basket.line(
        at, line.sku(), entry.categories(), chosen.price(), line.quantity(), amount.minor());
    prices
        .floor(line)
        .ifPresent(floor -> basket.floor(at, Math.min(amount.minor(), floor.minor())));
    if (chosen.isReduced()) {
      basket.discounted(at);
    }
  }

  private void take(Evaluation.Outcome outcome, List<Integer> deliveries) {
    outcome.forEach(
        (promotion, line, delivery, amount) -> {
          if (line >= 0) {
            add(lines, line, promotion, amount);
          } else {
            add(charges, deliveries.get(delivery), promotion, amount);
          }
        });
    gifts = outcome.gifts();
  }

  private void add(List<List<PriceAdjustment>> to, int at, Promotion promotion, long amount) {
    if (to.get(at).isEmpty()) {
      to.set(at, new ArrayList<>(4));
    }
    to.get(at).add(adjustment(promotion, Money.ofMinor(amount, zero.currency())));
  }

  static PriceAdjustment adjustment(Promotion promotion, Money taken) {
    return new PriceAdjustment(promotion.id().value(), promotion.title(), taken.negated());
  }

  /** The promotions that gave something. */
  Set<PromotionId> given() {
    Set<PromotionId> given = new HashSet<>();
    gifts.forEach(gift -> given.add(gift.promotion().id()));
    lines.forEach(line -> line.forEach(some -> given.add(PromotionId.of(some.source()))));
    charges.forEach(charge -> charge.forEach(some -> given.add(PromotionId.of(some.source()))));
    return given;
  }

  List<PriceAdjustment> ofLine(int line) {
    return lines.get(line);
  }

  List<PriceAdjustment> ofCharge(int charge) {
    return charges.get(charge);
  }

  List<Evaluation.Gift> gifts() {
    return gifts;
  }
}
