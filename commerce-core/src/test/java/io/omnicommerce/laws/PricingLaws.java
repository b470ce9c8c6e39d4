package io.omnicommerce.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The laws as properties: a host's test extends this class and gives its own {@link #rules}; jqwik
 * makes up purchases and shows the smallest that breaks a law. What the host asks of itself is said
 * with {@link #costs} and {@link #percentMax}; further laws are properties of its own over {@link
 * #purchases} and {@link #price}.
 */
public abstract class PricingLaws {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private @Nullable Till till;

  /** What is sold, and what is taken off. Asked once a law. */
  protected abstract RuleSet rules();

  /** What a unit of a SKU may not be sold below, whatever promotions come together. */
  protected Map<Sku, UnitPrice> costs() {
    return Map.of();
  }

  /** How much of the price of goods all promotions together may take off, in percent. */
  protected BigDecimal percentMax() {
    return HUNDRED;
  }

  /** What people might buy; override it to make up something else. */
  @Provide
  protected Arbitrary<Purchase> purchases() {
    return Purchases.of(till().rules());
  }

  /** What a purchase costs under these rules. */
  protected final PricedCart price(Purchase purchase) {
    return till().price(purchase);
  }

  /** The rules at work. */
  protected final Till till() {
    Till open = till;
    if (open == null) {
      open = Till.of(rules());
      till = open;
    }
    return open;
  }

  @Property(tries = 200)
  void l11_l12_the_same_purchase_costs_the_same_again(@ForAll("purchases") Purchase purchase) {
    Laws.theSameAgain(till(), purchase);
  }

  @Property
  void l13_totals_are_the_sums_of_lines_and_charges(@ForAll("purchases") Purchase purchase) {
    Laws.totalsAddUp(price(purchase));
  }

  @Property
  void l13_the_trace_adds_up(@ForAll("purchases") Purchase purchase) {
    Laws.theTraceAddsUp(price(purchase));
  }

  @Property
  void l14_every_cent_of_a_discount_is_on_a_line(@ForAll("purchases") Purchase purchase) {
    Laws.everyCentOfADiscountIsOnALine(price(purchase));
  }

  @Property
  void l15_l16_nothing_is_below_zero(@ForAll("purchases") Purchase purchase) {
    Laws.nothingIsBelowZero(price(purchase));
  }

  @Property
  void l17_the_order_of_lines_is_nothing(
      @ForAll("purchases") Purchase purchase, @ForAll Random random) {
    Laws.linesInAnyOrder(till(), purchase, random);
  }

  @Property(tries = 200)
  void l18_the_order_in_which_promotions_are_listed_is_nothing(
      @ForAll("purchases") Purchase purchase, @ForAll Random random) {
    Laws.promotionsInAnyOrder(till(), purchase, random);
  }

  @Property(tries = 200)
  void l19_what_was_not_given_is_not_missed(@ForAll("purchases") Purchase purchase) {
    Laws.whatWasNotGivenIsNotMissed(till(), purchase);
  }

  @Property
  void l20_what_is_exclusive_is_alone(@ForAll("purchases") Purchase purchase) {
    Laws.whatIsExclusiveIsAlone(till(), purchase);
  }

  @Property
  void l25_taxes_add_up(@ForAll("purchases") Purchase purchase) {
    Laws.taxesAddUp(price(purchase));
  }

  @Property(tries = 200)
  void a_further_promotion_never_makes_a_best_deal_dearer(
      @ForAll("purchases") Purchase purchase, @ForAll Random random) {
    Laws.aFurtherPromotionNeverMakesABestDealDearer(till().rules(), purchase, random);
  }

  @Property
  void nothing_is_sold_below_cost(@ForAll("purchases") Purchase purchase) {
    for (PricedLine line : price(purchase).lines()) {
      UnitPrice cost = costs().get(line.sku());
      if (cost != null) {
        assertThat(line.total())
            .as("what %s is sold for, of %s", line.sku(), purchase)
            .isGreaterThanOrEqualTo(cost.times(line.quantity(), Rounding.DOWN));
      }
    }
  }

  @Property
  void promotions_take_no_more_together_than_the_host_allows(
      @ForAll("purchases") Purchase purchase) {
    PricedCart priced = price(purchase);
    Money goods = priced.totals().goods();
    Money paid = Money.zero(goods.currency());
    for (PricedLine line : priced.lines()) {
      paid = paid.plus(line.total());
    }
    BigDecimal least =
        goods.toBigDecimal().multiply(HUNDRED.subtract(percentMax())).divide(HUNDRED);
    assertThat(paid.toBigDecimal())
        .as("what is paid for goods of %s in %s", goods, purchase)
        .isGreaterThanOrEqualTo(
            least.setScale(paid.toBigDecimal().scale(), java.math.RoundingMode.DOWN));
  }
}
