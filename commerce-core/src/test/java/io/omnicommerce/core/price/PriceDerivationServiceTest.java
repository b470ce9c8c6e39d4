package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceRow;
import io.omnicommerce.price.PriceService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are computed from others; the shop's base price of a red mug is 4.99. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceDerivationServiceTest {

  private static final CallContext OFFICE = Shop.staff(PriceService.EDIT);
  private static final PriceListId COST = PriceListId.of("cost");

  private final Shop shop = Shop.open();
  private final PriceService prices = shop.prices();

  @Test
  void a_child_takes_the_price_of_its_parent_times_the_factor_rounded_once() {
    child("trade", Derivation.factor(Shop.BASE, "0.9", 2));

    PriceAnswer answer = mug(1);

    assertThat(answer.price()).isEqualTo(gbp("4.49")); // 4.491
    assertThat(answer.list()).isEqualTo(PriceListId.of("trade"));
    assertThat(answer.source()).contains(Shop.BASE);
  }

  @Test
  void two_changes_at_once_do_not_lead_in_a_circle() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        PriceList p = list("p" + round);
        PriceList q = list("q" + round);
        prices.save(OFFICE, p);
        prices.save(OFFICE, q);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> one = pool.submit(() -> isSaved(together, p, q));
        Future<Boolean> other = pool.submit(() -> isSaved(together, q, p));

        assertThat(List.of(one.get(), other.get())).contains(false);
        prices.save(OFFICE, list("next" + round));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean isSaved(CyclicBarrier together, PriceList child, PriceList parent)
      throws Exception {
    together.await();
    try {
      prices.save(OFFICE, child.withDerivation(Derivation.factor(parent.id(), "0.9", 2)));
      return true;
    } catch (CommerceException circleOrConflict) {
      return false;
    }
  }

  private static PriceList list(String id) {
    return PriceList.base(PriceListId.of(id), Shop.GBP);
  }

  @Test
  void the_rounding_and_the_decimals_are_the_childs() {
    child("trade", Derivation.factor(Shop.BASE, "0.95", 2).withRounding(Rounding.UP));
    assertThat(mug(1).price()).isEqualTo(gbp("4.75")); // 4.7405

    child("trade", Derivation.factor(Shop.BASE, "0.95", 4));
    assertThat(mug(1).price()).isEqualTo(gbp("4.7405"));
  }

  @Test
  void a_row_of_its_own_counts_before_what_is_computed_and_only_for_its_quantities() {
    child("trade", Derivation.factor(Shop.BASE, "0.5", 2));
    shop.price(entry("trade", PriceRow.of(gbp("9.00")).withFrom(Quantity.of(10)).named("own")));

    assertThat(mug(9).price()).isEqualTo(gbp("2.50"));
    assertThat(mug(9).source()).contains(Shop.BASE);
    assertThat(mug(10).price()).isEqualTo(gbp("9.00"));
    assertThat(mug(10).source()).isEmpty();
  }

  @Test
  void the_tiers_of_the_parent_are_those_of_the_child() {
    shop.price(
        PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp("10.00")).withTier(Quantity.of(5), gbp("8.00")));
    child("trade", Derivation.factor(Shop.BASE, "0.5", 2));

    assertThat(mug(4).price()).isEqualTo(gbp("5.00"));
    assertThat(mug(5).price()).isEqualTo(gbp("4.00"));
    assertThat(mug(5).from()).isEqualTo(Quantity.of(5));
  }

  @Test
  void a_grandchild_begins_with_the_rounded_price_of_its_parent() {
    child("trade", Derivation.factor(Shop.BASE, "0.9", 2));
    child("gold", Derivation.factor(PriceListId.of("trade"), "0.9", 2), 2);

    assertThat(mug(1).price()).isEqualTo(gbp("4.04")); // 4.49 x 0.9 = 4.041
    assertThat(mug(1).source()).contains(Shop.BASE);
  }

  @Test
  void for_whom_the_parent_is_does_not_matter_to_the_child() {
    PriceListId hidden = PriceListId.of("hidden");
    prices.save(
        OFFICE,
        PriceList.base(hidden, Shop.GBP)
            .withConditions(PriceConditions.groups("nobody"))
            .withWindow(TimeWindow.until(Shop.START)));
    shop.price(PriceEntry.of(hidden, Shop.MUG_RED, gbp("2.00")));
    child("trade", Derivation.factor(hidden, "2", 2));

    assertThat(mug(1).price()).isEqualTo(gbp("4.00"));
  }

  @Test
  void a_change_of_the_parent_changes_the_child_at_once() {
    child("trade", Derivation.factor(Shop.BASE, "0.5", 2));
    Instant friday = Shop.START.plus(Duration.ofDays(4));
    prices.save(OFFICE, List.of(PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp("6.00"))), friday);

    assertThat(mug(1).price()).isEqualTo(gbp("2.50"));
    shop.clock().advance(Duration.ofDays(4));
    assertThat(mug(1).price()).isEqualTo(gbp("3.00"));
  }

  @Test
  void cost_plus_a_markup() {
    cost("10.00");
    child("retail", Derivation.markup(COST, "0.25", 2));

    assertThat(mug(1).price()).isEqualTo(gbp("12.50"));
  }

  @Test
  void a_price_of_which_a_part_is_margin() {
    cost("10.00");
    child("retail", Derivation.margin(COST, "0.3", 2));

    assertThat(mug(1).price()).isEqualTo(gbp("14.29")); // 10 / 0.7 = 14.2857…
  }

  @Test
  void never_below_the_floor_of_the_rule_or_of_the_entry() {
    cost("10.00");
    child("retail", Derivation.markup(COST, "0.1", 2).withFloor(gbp("11.50")));
    assertThat(mug(1).price()).isEqualTo(gbp("11.50"));

    shop.price(PriceEntry.of(COST, Shop.MUG_RED, gbp("10.00")).withFloor(gbp("13.00")));
    assertThat(mug(1).price()).isEqualTo(gbp("13.00"));
    Optional<Refusal> refusal =
        shop.storage()
            .inTransaction(
                Shop.ADA,
                session -> PriceFloors.check(session, Shop.GBP, Shop.MUG_RED, gbp("12.99")));
    assertThat(refusal).isPresent();
  }

  @Test
  void nobody_pays_what_a_thing_costs_the_shop() {
    cost("0.10");

    assertThat(mug(1).price()).isEqualTo(gbp("4.99"));
    assertThat(
            prices
                .explain(OFFICE, PriceQuery.of(Shop.GBP, Shop.MUG_RED))
                .get(Shop.MUG_RED)
                .candidates())
        .extracting(one -> one.list() + " " + one.verdict())
        .containsExactly("base " + Verdict.CHOSEN, "cost " + Verdict.NOT_FOR_SALE);
  }

  @Test
  void an_explanation_tells_what_was_computed_and_from_where() {
    child("trade", Derivation.factor(Shop.BASE, "0.9", 2));
    shop.price(entry("trade", PriceRow.of(gbp("9.00"))));

    assertThat(
            prices
                .explain(OFFICE, PriceQuery.of(Shop.GBP, Shop.MUG_RED))
                .get(Shop.MUG_RED)
                .candidates())
        .extracting(
            one -> one.list() + " " + one.price() + " " + one.source() + " " + one.verdict())
        .containsExactly(
            "base GBP 4.99 Optional.empty " + Verdict.LOWER_PRIORITY,
            "trade GBP 9.00 Optional.empty " + Verdict.CHOSEN,
            "trade GBP 4.49 Optional[base] " + Verdict.BEHIND_OWN_ROW);
  }

  @Test
  void lists_in_a_circle_are_refused_with_their_path() {
    child("a", Derivation.factor(Shop.BASE, "0.9", 2));
    child("b", Derivation.factor(PriceListId.of("a"), "0.9", 2));

    assertInvalid(
        list("base", Derivation.factor(PriceListId.of("b"), "0.9", 2)), "base > b > a > base");
    assertInvalid(list("self", Derivation.factor(PriceListId.of("self"), "0.9", 2)), "self > self");
  }

  @Test
  void a_circle_of_the_future_is_refused_now() {
    Instant friday = Shop.START.plus(Duration.ofDays(4));
    child("a", Derivation.factor(Shop.BASE, "0.9", 2));
    prices.save(OFFICE, PriceList.base(PriceListId.of("b"), Shop.GBP));
    prices.save(OFFICE, list("b", Derivation.factor(PriceListId.of("a"), "0.9", 2)), friday);

    assertInvalid(list("base", Derivation.factor(PriceListId.of("b"), "0.9", 2)), "> b > a");
  }

  @Test
  void more_than_eight_steps_are_refused_also_where_they_come_about_in_the_middle() {
    for (int i = 1; i <= Derivation.DEPTH_MAX; i++) {
      child("list-" + i, Derivation.factor(parent(i), "1", 2));
    }

    assertInvalid(list("list-9", Derivation.factor(PriceListId.of("list-8"), "1", 2)), "8 steps");
    prices.save(OFFICE, PriceList.base(PriceListId.of("root"), Shop.GBP));
    assertInvalid(list("base", Derivation.factor(PriceListId.of("root"), "1", 2)), "8 steps");
    assertThat(mug(1).price()).isEqualTo(gbp("4.99"));
  }

  @Test
  void a_source_exists_and_has_the_same_currency() {
    assertThatThrownBy(
            () -> prices.save(OFFICE, list("x", Derivation.factor(PriceListId.of("no"), "1", 2))))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("no");
    PriceListId euro = PriceListId.of("euro");
    prices.save(OFFICE, PriceList.base(euro, Currencies.of("EUR")));
    assertThatThrownBy(() -> prices.save(OFFICE, list("x", Derivation.factor(euro, "1", 2))))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(
            () ->
                list(
                    "x",
                    Derivation.factor(Shop.BASE, "1", 2)
                        .withFloor(UnitPrice.of("1", Currencies.of("EUR")))))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void a_refused_list_has_changed_nothing() {
    String before = shop.dump();

    assertInvalid(list("base", Derivation.factor(Shop.BASE, "0.9", 2)), "base > base");

    assertThat(shop.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000.01", "0.12345678901", "1e3", "", "NaN", "10000000000"})
  void a_factor_out_of_range_is_refused(String factor) {
    assertRefused(() -> Derivation.factor(Shop.BASE, factor, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-0.1", "0.9991"})
  void a_margin_out_of_range_is_refused(String margin) {
    assertRefused(() -> Derivation.margin(COST, margin, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "999.1"})
  void a_markup_out_of_range_is_refused(String markup) {
    assertRefused(() -> Derivation.markup(COST, markup, 2));
  }

  @Test
  void abuse_18_a_rate_that_would_fill_memory_is_refused_at_once() {
    BigDecimal huge = new BigDecimal("1E+1000000000");

    assertRefused(() -> derivation(huge));
    assertRefused(() -> derivation(new BigDecimal("1E-1000000000")));
    assertRefused(() -> Derivation.factor(Shop.BASE, "1", 7));
  }

  private static Derivation derivation(BigDecimal rate) {
    return new Derivation(
        Shop.BASE, Derivation.Formula.FACTOR, rate, Rounding.HALF_UP, 2, Optional.empty());
  }

  private static void assertRefused(ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("derivation.")
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Derivation.INVALID);
  }

  private void assertInvalid(PriceList list, String told) {
    assertThatThrownBy(() -> prices.save(OFFICE, list))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("derivation.source")
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Derivation.INVALID);
  }

  private static PriceListId parent(int i) {
    return i == 1 ? Shop.BASE : PriceListId.of("list-" + (i - 1));
  }

  private void cost(String price) {
    prices.save(OFFICE, PriceList.cost(COST, Shop.GBP));
    shop.price(PriceEntry.of(COST, Shop.MUG_RED, gbp(price)));
  }

  private void child(String id, Derivation derivation) {
    child(id, derivation, 1);
  }

  private void child(String id, Derivation derivation, int priority) {
    prices.save(OFFICE, list(id, derivation).withPriority(priority));
  }

  private static PriceList list(String id, Derivation derivation) {
    return PriceList.base(PriceListId.of(id), Shop.GBP).withDerivation(derivation);
  }

  private static PriceEntry entry(String list, PriceRow row) {
    return PriceEntry.of(PriceListId.of(list), Shop.MUG_RED, List.of(row));
  }

  private PriceAnswer mug(long quantity) {
    return prices
        .prices(Shop.ADA, Shop.GBP, Map.of(Shop.MUG_RED, Quantity.of(quantity)))
        .get(Shop.MUG_RED);
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Shop.GBP);
  }
}
