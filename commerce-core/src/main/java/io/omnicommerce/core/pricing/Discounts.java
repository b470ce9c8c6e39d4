package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.DiscountBasis;
import io.omnicommerce.common.DerivedList;
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
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What promotions take off each line and each charge of a cart, in the order of places. */
final class Discounts {

  private final Currency currency;
  private final Evaluation.Outcome outcome;

  /** Where the entries of each place begin: of each line, then of each charge. */
  private final int[] begins;

  private final int[] entries;
  private final int lines;

  private Discounts(Currency currency, Evaluation.Outcome outcome, Goods goods) {
    this.currency = currency;
    this.outcome = outcome;
    lines = goods.lines().size();
    begins = new int[lines + goods.charges().size() + 1];
    entries = new int[outcome.size()];
    List<Integer> deliveries = deliveries(goods.charges());
    for (int entry = 0; entry < entries.length; entry++) {
      begins[place(entry, deliveries) + 1] += outcome.amount(entry) > 0 ? 1 : 0;
    }
    for (int place = 1; place < begins.length; place++) {
      begins[place] += begins[place - 1];
    }
    int[] next = begins.clone();
    for (int entry = 0; entry < entries.length; entry++) {
      if (outcome.amount(entry) > 0) {
        entries[next[place(entry, deliveries)]++] = entry;
      }
    }
  }

  private int place(int entry, List<Integer> deliveries) {
    int place = outcome.place(entry, lines);
    return place < lines ? place : lines + deliveries.get(place - lines);
  }

  static Discounts of(PricingTerms terms, LinePrices prices, Goods goods) {
    Currency currency = terms.promotions().buyer().currency();
    return terms.promotions().cart().isEmpty()
        ? new Discounts(currency, Evaluation.Outcome.NOTHING, goods)
        : new Discounts(
            currency,
            Evaluation.of(terms.promotions().cart(), basket(terms, prices, goods)),
            goods);
  }

  /** What the promotions look at. */
  static Basket basket(PricingTerms terms, LinePrices prices, Goods goods) {
    List<Integer> deliveries = deliveries(goods.charges());
    Basket basket = new Basket(terms.promotions().buyer(), goods.lines().size(), deliveries.size());
    boolean net = terms.conventions().get(Convention.DISCOUNT_BASIS) == DiscountBasis.NET;
    for (int i = 0; i < goods.lines().size(); i++) {
      Chosen chosen = goods.chosen().get(i);
      fill(basket, i, prices, goods.lines().get(i), chosen, goods.amounts().get(i));
      if (net) {
        basket.grossUp(i, terms.taxes().includedParts(chosen.entry().taxCategory()));
      }
    }
    for (int i = 0; i < deliveries.size(); i++) {
      Charge charge = goods.charges().get(deliveries.get(i));
      basket.delivery(
          i, DeliveryMethodId.of(charge.method().orElseThrow()), charge.amount().minor());
    }
    basket.gifts(prices::isSold);
    return basket;
  }

  private static List<Integer> deliveries(List<Charge> charges) {
    if (charges.isEmpty()) {
      return List.of();
    }
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
    Optional<Money> floor = prices.floor(line);
    if (floor.isPresent()) {
      basket.floor(at, Math.min(amount.minor(), floor.get().minor()));
    }
    if (chosen.isReduced()) {
      basket.discounted(at);
    }
  }

  static PriceAdjustment adjustment(Promotion promotion, Money taken) {
    return new PriceAdjustment(promotion.id().value(), promotion.title(), taken.negated());
  }

  /** The promotions that gave something. */
  Set<PromotionId> given() {
    Set<PromotionId> given = new HashSet<>();
    outcome.gifts().forEach(gift -> given.add(gift.promotion().id()));
    for (int entry = 0; entry < outcome.size(); entry++) {
      if (outcome.amount(entry) > 0) {
        given.add(outcome.promotion(entry).id());
      }
    }
    return given;
  }

  /** How much more the best deal might have saved at the very most. */
  Optional<Money> gap() {
    return outcome.gap() == 0
        ? Optional.empty()
        : Optional.of(Money.ofMinor(outcome.gap(), currency));
  }

  List<PriceAdjustment> ofLine(int line) {
    return ofPlace(line);
  }

  List<PriceAdjustment> ofCharge(int charge) {
    return ofPlace(lines + charge);
  }

  private List<PriceAdjustment> ofPlace(int place) {
    return begins[place] == begins[place + 1] ? List.of() : new Adjustments(this, place);
  }

  /** How much less a line costs. */
  long takenOfLine(int line) {
    return taken(line);
  }

  /** How much less a charge is. */
  long takenOfCharge(int charge) {
    return taken(lines + charge);
  }

  private long taken(int place) {
    long taken = 0;
    for (int i = begins[place]; i < begins[place + 1]; i++) {
      taken += outcome.amount(entries[i]);
    }
    return taken;
  }

  List<Evaluation.Gift> gifts() {
    return outcome.gifts();
  }

  /** What was taken of one place; who reads it has it made. */
  private static final class Adjustments extends DerivedList<PriceAdjustment> {
    private final Discounts of;
    private final int place;

    Adjustments(Discounts of, int place) {
      this.of = of;
      this.place = place;
    }

    @Override
    public PriceAdjustment get(int index) {
      int entry = of.entries[of.begins[place] + Objects.checkIndex(index, size())];
      return adjustment(
          of.outcome.promotion(entry), Money.ofMinor(of.outcome.amount(entry), of.currency));
    }

    @Override
    public int size() {
      return of.begins[place + 1] - of.begins[place];
    }
  }
}
