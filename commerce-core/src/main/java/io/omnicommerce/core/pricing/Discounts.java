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
import java.util.Optional;
import java.util.Set;

/** What promotions take off each line and each charge of a cart. */
final class Discounts {

  private final Money zero;
  private final List<List<PriceAdjustment>> lines;
  private final List<List<PriceAdjustment>> charges;
  private List<Evaluation.Gift> gifts = List.of();
  private Money gap;

  private Discounts(Money zero, int lines, int charges) {
    this.zero = zero;
    gap = zero;
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

  static Discounts of(PricingTerms terms, LinePrices prices, Goods goods) {
    Discounts discounts =
        new Discounts(
            Money.zero(terms.promotions().buyer().currency()),
            goods.lines().size(),
            goods.charges().size());
    if (!terms.promotions().cart().isEmpty()) {
      discounts.take(
          Evaluation.of(terms.promotions().cart(), basket(terms, prices, goods)),
          deliveries(goods.charges()));
    }
    return discounts;
  }

  /** What the promotions look at. */
  static Basket basket(PricingTerms terms, LinePrices prices, Goods goods) {
    List<Integer> deliveries = deliveries(goods.charges());
    Basket basket = new Basket(terms.promotions().buyer(), goods.lines().size(), deliveries.size());
    for (int i = 0; i < goods.lines().size(); i++) {
      Chosen chosen = goods.chosen().get(i);
      fill(basket, i, prices, goods.lines().get(i), chosen, goods.amounts().get(i));
      if (terms.conventions().get(Convention.DISCOUNT_BASIS) == DiscountBasis.NET) {
        basket.grossUp(i, terms.taxes().includedParts(chosen.entry().taxCategory()));
      }
    }
    for (int i = 0; i < deliveries.size(); i++) {
      Charge charge = goods.charges().get(deliveries.get(i));
      basket.delivery(
          i, DeliveryMethodId.of(charge.method().orElseThrow()), charge.amount().minor());
    }
    return basket;
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
    gap = Money.ofMinor(outcome.gap(), zero.currency());
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

  /** How much more the best deal might have saved at the very most. */
  Optional<Money> gap() {
    return gap.isZero() ? Optional.empty() : Optional.of(gap);
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
