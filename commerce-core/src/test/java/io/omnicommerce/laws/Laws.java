package io.omnicommerce.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.tax.TaxLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What holds of every purchase, whatever the rules are. Each law throws an {@link AssertionError}
 * that says what was broken. The numbers are those of docs/laws.md.
 */
public final class Laws {

  /** So many promotions are combined exactly: 1,956 orders of six, of 4,000 tries. */
  private static final int TOGETHER_MAX = 6;

  private Laws() {}

  /** Every law that looks at one priced purchase. */
  public static void all(Till till, Purchase purchase, Random random) {
    PricedCart priced = till.price(purchase);
    nothingIsBelowZero(priced);
    totalsAddUp(priced);
    everyCentOfADiscountIsOnALine(priced);
    taxesAddUp(priced);
    theTraceAddsUp(priced);
    theSameAgain(till, purchase);
    linesInAnyOrder(till, purchase, random);
  }

  /** L11, L12: the same purchase has the same prices again, also at another till. */
  public static void theSameAgain(Till till, Purchase purchase) {
    PricedCart first = till.price(purchase);
    assertThat(till.price(purchase)).as("priced again").isEqualTo(first);
    assertThat(Till.of(till.rules()).price(purchase)).as("at another till").isEqualTo(first);
  }

  /** L17, M1: the order in which lines are listed is nothing. */
  public static void linesInAnyOrder(Till till, Purchase purchase, Random random) {
    List<PricingLine> lines = new ArrayList<>(purchase.request().lines());
    Collections.shuffle(lines, random);
    assertThat(till.price(purchase.withLines(lines)))
        .as("lines in another order")
        .isEqualTo(till.price(purchase));
  }

  /** L18, M2: the order in which promotions are listed is nothing. */
  public static void promotionsInAnyOrder(Till till, Purchase purchase, Random random) {
    List<Promotion> promotions = new ArrayList<>(till.rules().promotions());
    Collections.shuffle(promotions, random);
    Till shuffled = Till.of(till.rules().withPromotions(promotions));
    assertThat(shuffled.price(purchase))
        .as("promotions in another order")
        .isEqualTo(till.price(purchase));
  }

  /** L15, L16: promotions take a line or charge down to zero at most, and tax is no gift. */
  public static void nothingIsBelowZero(PricedCart priced) {
    for (PricedLine line : priced.lines()) {
      assertThat(line.total().minor())
          .as("what is paid for %s", line)
          .isBetween(0L, line.amount().minor());
    }
    for (PricedCharge charge : priced.charges()) {
      assertThat(charge.total().minor())
          .as("what is paid for %s", charge)
          .isBetween(0L, charge.charge().amount().minor());
    }
    assertThat(priced.totals().grand().isNegative()).as("a total below zero").isFalse();
    assertThat(taxes(priced)).noneMatch(tax -> tax.tax().isNegative());
  }

  /** L13: the totals are the sums of lines and charges. */
  public static void totalsAddUp(PricedCart priced) {
    Totals totals = priced.totals();
    Currency currency = totals.grand().currency();
    assertThat(sum(currency, priced.lines().stream().map(PricedLine::amount)))
        .as("goods")
        .isEqualTo(totals.goods());
    assertThat(sum(currency, priced.charges().stream().map(charge -> charge.charge().amount())))
        .as("charges")
        .isEqualTo(totals.charges());
    Stream<Money> paid =
        Stream.concat(
            priced.lines().stream().map(PricedLine::payable),
            priced.charges().stream().map(PricedCharge::payable));
    assertThat(sum(currency, paid)).as("lines and charges").isEqualTo(totals.grand());
  }

  /** L14: what promotions take off is taken off lines and charges, to the last cent. */
  public static void everyCentOfADiscountIsOnALine(PricedCart priced) {
    Currency currency = priced.totals().grand().currency();
    assertThat(sum(currency, adjustments(priced).map(PriceAdjustment::amount)))
        .isEqualTo(priced.totals().adjustments());
  }

  /** L25: the taxes of the rates are those of the lines; what is included is inside the price. */
  public static void taxesAddUp(PricedCart priced) {
    Totals totals = priced.totals();
    Currency currency = totals.grand().currency();
    assertThat(sum(currency, priced.taxes().stream().map(TaxLine::tax)))
        .isEqualTo(totals.taxAdded().plus(totals.taxIncluded()));
    for (PricedLine line : priced.lines()) {
      Money inside =
          sum(currency, line.taxes().stream().filter(TaxLine::included).map(TaxLine::tax));
      assertThat(inside).as("tax inside of %s", line).isLessThanOrEqualTo(line.total());
    }
  }

  /** L13, L28: the trace adds up to the total, and its steps to each line and charge. */
  public static void theTraceAddsUp(PricedCart priced) {
    Currency currency = priced.totals().grand().currency();
    assertThat(priced.trace().total(currency)).isEqualTo(priced.totals().grand());
    Map<LineId, Money> told = new TreeMap<>();
    for (TraceStep step : priced.trace().steps()) {
      told.merge(step.subject(), step.delta(), Money::plus);
    }
    priced.lines().forEach(line -> assertThat(told.remove(line.id())).isEqualTo(line.payable()));
    priced.charges().forEach(c -> assertThat(told.remove(c.charge().id())).isEqualTo(c.payable()));
    assertThat(told.values()).as("steps about nothing").allMatch(Money::isZero);
  }

  /** L19: a promotion that was not given can be taken away, and nothing changes. */
  public static void whatWasNotGivenIsNotMissed(Till till, Purchase purchase) {
    Purchase plain = purchase.withoutCoupons();
    PricedCart priced = till.price(plain);
    Set<String> given = given(priced);
    List<Promotion> left =
        till.rules().promotions().stream()
            .filter(promotion -> given.contains(promotion.id().value()))
            .toList();
    PricedCart without = Till.of(till.rules().withPromotions(left)).price(plain);
    assertThat(without.totals()).as("with nothing but %s", given).isEqualTo(priced.totals());
  }

  /** L20: an exclusive promotion is given alone, or not at all. */
  public static void whatIsExclusiveIsAlone(Till till, Purchase purchase) {
    PricedCart priced = till.price(purchase);
    Set<String> ofCarts = new HashSet<>();
    adjustments(priced).forEach(adjustment -> ofCarts.add(adjustment.source()));
    boolean exclusive =
        till.rules().promotions().stream()
            .filter(promotion -> promotion.stage() == Promotion.Stage.CART)
            .anyMatch(p -> p.exclusive() && ofCarts.contains(p.id().value()));
    assertThat(exclusive && ofCarts.size() > 1).as("%s with others", ofCarts).isFalse();
  }

  /**
   * A lane of best deals, for itself: with a promotion more it takes no less off. Of a large lane
   * only a few promotions are looked at together, as many as the library tries exactly. Without
   * delivery, whose price may depend on what the goods cost.
   */
  public static void aFurtherPromotionNeverMakesABestDealDearer(
      RuleSet rules, Purchase purchase, Random random) {
    for (Lane lane : bestDeals(rules)) {
      List<Promotion> some = new ArrayList<>(ofLane(rules, lane));
      Collections.shuffle(some, random);
      some = some.subList(0, Math.min(TOGETHER_MAX, some.size()));
      if (!some.isEmpty()) {
        List<Promotion> fewer = some.subList(1, some.size());
        assertThat(off(rules, fewer, purchase))
            .as("what %s take off, with %s less", fewer, some.get(0))
            .isLessThanOrEqualTo(off(rules, some, purchase));
      }
    }
  }

  private static List<Lane> bestDeals(RuleSet rules) {
    Stacking market = rules.market().conventions().get(Convention.STACKING);
    List<Lane> lanes = new ArrayList<>(rules.lanes());
    if (lanes.stream().noneMatch(lane -> lane.name().equals(Promotion.STANDARD_LANE))) {
      lanes.add(Lane.of(Promotion.STANDARD_LANE, 0));
    }
    return lanes.stream()
        .filter(lane -> lane.stacking().orElse(market) == Stacking.BEST_ONLY)
        .toList();
  }

  private static List<Promotion> ofLane(RuleSet rules, Lane lane) {
    return rules.promotions().stream()
        .filter(promotion -> promotion.lane().equals(lane.name()))
        .filter(promotion -> promotion.stage() == Promotion.Stage.CART && !promotion.exclusive())
        .filter(Laws::isMoney)
        .toList();
  }

  /** Gifts are not compared with money. */
  private static boolean isMoney(Promotion promotion) {
    return promotion.benefits().stream().noneMatch(Benefit.Gift.class::isInstance);
  }

  private static Money off(RuleSet rules, List<Promotion> promotions, Purchase purchase) {
    Till till = Till.of(rules.withPromotions(promotions));
    return till.price(purchase.withoutCoupons().withoutDelivery()).totals().adjustments().negated();
  }

  /** Everything that promotions took off. */
  static Stream<PriceAdjustment> adjustments(PricedCart priced) {
    return Stream.concat(
        priced.lines().stream().flatMap(line -> line.adjustments().stream()),
        priced.charges().stream().flatMap(charge -> charge.adjustments().stream()));
  }

  /** The promotions that were given, of carts and of the catalog. */
  static Set<String> given(PricedCart priced) {
    Set<String> given = new HashSet<>();
    adjustments(priced).forEach(adjustment -> given.add(adjustment.source()));
    priced.trace().steps().stream()
        .filter(step -> step.kind() == TraceStep.Kind.CATALOG_PROMOTION)
        .forEach(step -> given.add(step.source()));
    return given;
  }

  private static List<TaxLine> taxes(PricedCart priced) {
    return Stream.concat(
            priced.lines().stream().flatMap(line -> line.taxes().stream()),
            priced.charges().stream().flatMap(charge -> charge.taxes().stream()))
        .toList();
  }

  private static Money sum(Currency currency, Stream<Money> amounts) {
    return amounts.reduce(Money.zero(currency), Money::plus);
  }
}
