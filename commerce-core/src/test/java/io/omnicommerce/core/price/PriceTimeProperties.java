package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.LowestPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of prices over time. */
class PriceTimeProperties {

  /**
   * Somebody saves a price.
   *
   * @param after how many hours after the change before
   * @param ahead how many hours ahead it is planned
   */
  record Change(int after, int ahead, int price) {}

  /** As-of: an answer about the past never changes, and a plan counts from its instant on. */
  @Property(tries = 100)
  void the_price_at_an_instant_is_what_was_last_decided_for_it(
      @ForAll("changes") List<Change> changes) {
    Shop shop = Shop.bare();
    shop.prices().save(Shop.staff(PriceService.EDIT), PriceList.base(Shop.BASE, Shop.GBP));
    TreeMap<Instant, UnitPrice> decided = new TreeMap<>();

    for (Change change : changes) {
      shop.clock().advance(Duration.ofHours(change.after()));
      Instant from = shop.clock().instant().plus(Duration.ofHours(change.ahead()));
      save(shop, change.price(), from);
      decided.put(from, gbp(change.price()));
    }

    Instant end = shop.clock().instant().plus(Duration.ofHours(100));
    for (Instant at = Shop.START.minusSeconds(1); at.isBefore(end); at = at.plusSeconds(3_600)) {
      assertThat(price(shop, at))
          .as(at.toString())
          .isEqualTo(Optional.ofNullable(decided.floorEntry(at)).map(entry -> entry.getValue()));
    }
  }

  /** The lowest prior price is the least of what was answered for each hour of the thirty days. */
  @Property(tries = 30)
  void the_lowest_price_is_that_of_the_hours_of_the_thirty_days(
      @ForAll("longer") List<Change> changes) {
    Shop shop = Shop.bare();
    shop.prices().save(Shop.staff(PriceService.EDIT), PriceList.base(Shop.BASE, Shop.GBP));
    for (Change change : changes) {
      save(shop, change.price(), shop.clock().instant());
      shop.clock().advance(Duration.ofHours(change.after()));
    }
    Instant began = shop.clock().instant();

    Optional<UnitPrice> lowest = Optional.empty();
    for (int hour = 1; hour <= 30 * 24; hour++) {
      Optional<UnitPrice> then = price(shop, began.minus(Duration.ofHours(hour)));
      lowest = Stream.of(lowest, then).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    LowestPrice told =
        shop.prices().lowestPricesBefore(Shop.ADA, mug().asOf(began)).get(Shop.MUG_RED);
    assertThat(Optional.ofNullable(told).map(LowestPrice::price)).isEqualTo(lowest);
  }

  /** A child costs what its parent costs, times the factor, whoever asks for however many. */
  @Property
  void a_child_costs_what_its_parent_costs_times_the_factor(
      @ForAll("books") PriceBooks books,
      @ForAll("asking") Asking asking,
      @ForAll @IntRange(min = 1, max = 24) int quantity,
      @ForAll @IntRange(min = 1, max = 3_000) int thousandths) {
    PriceList parent = books.lists().get(0);
    PriceList alone = PriceList.base(parent.id(), Asking.GBP);
    PriceList child =
        PriceList.base(PriceListId.of("child"), Asking.GBP)
            .withDerivation(
                Derivation.factor(
                    parent.id(), BigDecimal.valueOf(thousandths, 3).toPlainString(), 3));
    PriceList hidden = alone.withKind(PriceList.Kind.COST);
    List<PriceEntry> entries = List.of(books.entries().get(0));

    Optional<PriceAnswer> ofParent = price(List.of(alone), entries, asking, quantity);
    Optional<PriceAnswer> ofChild = price(List.of(hidden, child), entries, asking, quantity);

    assertThat(ofChild.map(PriceAnswer::price))
        .isEqualTo(
            ofParent.map(
                answer ->
                    UnitPrice.of(
                        answer.price().toBigDecimal().multiply(BigDecimal.valueOf(thousandths, 3)),
                        Asking.GBP)));
    assertThat(ofChild.flatMap(PriceAnswer::row)).isEqualTo(ofParent.flatMap(PriceAnswer::row));
    assertThat(ofChild.map(PriceAnswer::from)).isEqualTo(ofParent.map(PriceAnswer::from));
  }

  @Provide
  Arbitrary<PriceBooks> books() {
    return PriceBooks.any();
  }

  @Provide
  Arbitrary<Asking> asking() {
    return PriceBooks.asking();
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return changes(30, 40);
  }

  @Provide
  Arbitrary<List<Change>> longer() {
    return changes(400, 0);
  }

  private static Arbitrary<List<Change>> changes(int afterMax, int aheadMax) {
    return Combinators.combine(
            Arbitraries.integers().between(0, afterMax),
            Arbitraries.integers().between(0, aheadMax),
            Arbitraries.integers().between(1, 5))
        .as(Change::new)
        .list()
        .ofMaxSize(10);
  }

  private static Optional<PriceAnswer> price(
      List<PriceList> lists, List<PriceEntry> entries, Asking asking, int quantity) {
    return PriceFacts.of(asking.question(), lists, entries)
        .price(PriceBooks.SKU, Quantity.of(quantity));
  }

  private static void save(Shop shop, int price, Instant from) {
    shop.prices()
        .save(
            Shop.staff(PriceService.EDIT),
            List.of(PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp(price))),
            from);
  }

  private static Optional<UnitPrice> price(Shop shop, Instant at) {
    return Optional.ofNullable(shop.prices().prices(Shop.ADA, mug().asOf(at)).get(Shop.MUG_RED))
        .map(PriceAnswer::price);
  }

  private static PriceQuery mug() {
    return PriceQuery.of(Shop.GBP, Shop.MUG_RED);
  }

  private static UnitPrice gbp(int price) {
    return UnitPrice.of(Integer.toString(price), Shop.GBP);
  }
}
