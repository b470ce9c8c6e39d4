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
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What promotions take off each line and each charge of a cart, in the order of places. */
final class Discounts {

  private final Currency currency;
  private final Evaluation.Outcome outcome;
  private final int lines;
  private final int[] deliveries;

  /** How much is taken of each line, then of each charge. */
  private final long[] taken;

  /** Made when somebody reads who took what; whoever makes it makes the same. */
  private @Nullable TakenByPlace byPlace;

  private Discounts(Currency currency, Evaluation.Outcome outcome, Goods goods) {
    this.currency = currency;
    this.outcome = outcome;
    lines = goods.lines().size();
    deliveries = deliveries(goods.charges());
    taken = new long[lines + goods.charges().size()];
    for (int entry = 0; entry < outcome.size(); entry++) {
      taken[place(entry)] += outcome.amount(entry);
    }
  }

  /** Of which line or charge an entry is. */
  private int place(int entry) {
    int place = outcome.place(entry, lines);
    return place < lines ? place : lines + deliveries[place - lines];
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
    int[] deliveries = deliveries(goods.charges());
    Basket basket = new Basket(terms.promotions().buyer(), goods.lines().size(), deliveries.length);
    boolean net = terms.conventions().get(Convention.DISCOUNT_BASIS) == DiscountBasis.NET;
    for (int i = 0; i < goods.lines().size(); i++) {
      Chosen chosen = goods.chosen().get(i);
      fill(basket, i, prices.floor(i), goods.lines().get(i), chosen, goods.amount(i));
      if (net) {
        basket.grossUp(i, terms.taxes().includedParts(chosen.entry().taxCategory()));
      }
    }
    for (int i = 0; i < deliveries.length; i++) {
      Charge charge = goods.charges().get(deliveries[i]);
      basket.delivery(
          i, DeliveryMethodId.of(charge.method().orElseThrow()), charge.amount().minor());
    }
    basket.gifts(prices::canGive);
    return basket;
  }

  /** Which of the charges are deliveries. */
  private static int[] deliveries(List<Charge> charges) {
    int[] deliveries = new int[charges.size()];
    int count = 0;
    for (int i = 0; i < deliveries.length; i++) {
      if (charges.get(i).method().isPresent()) {
        deliveries[count++] = i;
      }
    }
    return Arrays.copyOf(deliveries, count);
  }

  private static void fill(
      Basket basket, int at, Optional<Money> floor, PricingLine line, Chosen chosen, long amount) {
    CatalogEntry entry = chosen.entry();
    basket.line(at, line.sku(), entry.categories(), chosen.price(), line.quantity(), amount);
    if (floor.isPresent()) {
      basket.floor(at, Math.min(amount, floor.get().minor()));
    }
    if (chosen.isReduced()) {
      basket.discounted(at);
    }
  }

  static PriceAdjustment adjustment(Promotion promotion, Money taken) {
    return new PriceAdjustment(promotion.id().value(), promotion.title(), taken.negated());
  }

  /** The promotions that took something off. */
  Set<PromotionId> taking() {
    Set<PromotionId> given = new HashSet<>();
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
    return taken[place] == 0 ? List.of() : new Adjustments(this, place);
  }

  /** How much less a line costs. */
  long takenOfLine(int line) {
    return taken[line];
  }

  /** How much less all lines cost. */
  long takenOfLines() {
    long all = 0;
    for (int line = 0; line < lines; line++) {
      all = Sums.plus(all, taken[line]);
    }
    return all;
  }

  /** How much less a charge is. */
  long takenOfCharge(int charge) {
    return taken[lines + charge];
  }

  List<Evaluation.Gift> gifts() {
    return outcome.gifts();
  }

  private TakenByPlace byPlace() {
    TakenByPlace made = byPlace;
    if (made == null) {
      made = new TakenByPlace(taken.length, outcome, this::place);
      byPlace = made;
    }
    return made;
  }

  /** What was taken of one place; who reads it has it made. */
  private static final class Adjustments extends DerivedList<PriceAdjustment> {
    private final Discounts of;
    private final int place;

    /** Whoever makes them makes the same. */
    private @Nullable List<PriceAdjustment> made;

    Adjustments(Discounts of, int place) {
      this.of = of;
      this.place = place;
    }

    @Override
    public PriceAdjustment get(int index) {
      List<PriceAdjustment> known = made;
      if (known == null) {
        known = List.of(written());
        made = known;
      }
      return known.get(index);
    }

    private PriceAdjustment[] written() {
      PriceAdjustment[] written = new PriceAdjustment[size()];
      for (int i = 0; i < written.length; i++) {
        int entry = of.byPlace().entry(place, i);
        written[i] =
            adjustment(
                of.outcome.promotion(entry), Money.ofMinor(of.outcome.amount(entry), of.currency));
      }
      return written;
    }

    @Override
    public int size() {
      return of.byPlace().count(place);
    }
  }
}
