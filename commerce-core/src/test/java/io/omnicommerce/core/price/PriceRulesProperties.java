package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Which price counts, whatever order it is stored in. */
class PriceRulesProperties {

  private static final Currency GBP = Currencies.of("GBP");
  private static final Sku SKU = Sku.of("TEE");
  private static final ChannelId WEB = ChannelId.of("web");

  /** A list with its entry for the SKU. */
  record Listed(PriceList list, PriceEntry entry) {}

  /** L26: of the tiers that are reached, the one with the largest threshold, in any order. */
  @Property(tries = 300)
  void the_largest_threshold_that_is_reached_counts(
      @ForAll("tiers") List<PriceRow> rows, @ForAll @IntRange(min = 1, max = 60) int quantity) {
    PriceList list = PriceList.base(PriceListId.of("base"), GBP);
    PriceEntry entry = new PriceEntry(list.id(), SKU, rows, Optional.empty());

    Optional<PriceAnswer> answer =
        PriceFacts.of(new Asking().question(), List.of(list), List.of(entry))
            .price(SKU, Quantity.of(quantity));

    Optional<PriceRow> expected =
        rows.stream()
            .filter(row -> row.from().compareTo(Quantity.of(quantity)) <= 0)
            .max(Comparator.comparing(PriceRow::from));
    assertThat(answer.map(PriceAnswer::price)).isEqualTo(expected.map(PriceRow::price));
  }

  /** L11, L18: lists and entries have no order. */
  @Property(tries = 300)
  void the_order_in_which_lists_are_stored_does_not_matter(
      @ForAll("lists") List<Listed> listed,
      @ForAll @IntRange(min = 1, max = 30) int quantity,
      @ForAll Random random) {
    List<Listed> shuffled = new ArrayList<>(listed);
    Collections.shuffle(shuffled, random);

    assertThat(price(shuffled, quantity)).isEqualTo(price(listed, quantity));
  }

  /** The chosen list is no worse than any other that has a price, by the room's own order. */
  @Property(tries = 300)
  void no_list_with_a_price_would_have_been_preferred(
      @ForAll("lists") List<Listed> listed, @ForAll @IntRange(min = 1, max = 30) int quantity) {
    Optional<PriceAnswer> answer = price(listed, quantity);

    Optional<Listed> expected =
        listed.stream()
            .filter(one -> price(List.of(one), quantity).isPresent())
            .min(
                Comparator.comparing((Listed one) -> -one.list().conditions().count())
                    .thenComparing(one -> -one.list().priority())
                    .thenComparing(one -> price(List.of(one), quantity).orElseThrow().price())
                    .thenComparing(one -> one.list().id()));
    assertThat(answer.map(PriceAnswer::list)).isEqualTo(expected.map(one -> one.list().id()));
  }

  @Provide
  Arbitrary<List<PriceRow>> tiers() {
    return row().list().ofMinSize(1).ofMaxSize(8).uniqueElements(PriceRow::from);
  }

  @Provide
  Arbitrary<List<Listed>> lists() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(-1, 1),
            row().list().ofMinSize(1).ofMaxSize(3).uniqueElements(PriceRow::from))
        .as(PriceRulesProperties::listed)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(PriceRulesProperties::named);
  }

  private static Arbitrary<PriceRow> row() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40), Arbitraries.integers().between(1, 4))
        .as(
            (from, price) ->
                new PriceRow(
                    Quantity.of(from),
                    TimeWindow.ALWAYS,
                    UnitPrice.of(Integer.toString(price), GBP)));
  }

  private static Listed listed(int conditions, int priority, List<PriceRow> rows) {
    PriceList list =
        PriceList.base(PriceListId.of("unnamed"), GBP)
            .withPriority(priority)
            .withConditions(conditions == 0 ? PriceConditions.NONE : PriceConditions.channels(WEB));
    return new Listed(list, new PriceEntry(list.id(), SKU, rows, Optional.empty()));
  }

  private static List<Listed> named(List<Listed> unnamed) {
    List<Listed> named = new ArrayList<>();
    for (Listed one : unnamed) {
      PriceListId id = PriceListId.of("list-" + named.size());
      PriceList list =
          PriceList.base(id, GBP)
              .withConditions(one.list().conditions())
              .withPriority(one.list().priority());
      named.add(new Listed(list, PriceEntry.of(id, SKU, one.entry().rows())));
    }
    return named;
  }

  private static Optional<PriceAnswer> price(List<Listed> listed, int quantity) {
    return PriceFacts.of(
            new Asking().question(),
            listed.stream().map(Listed::list).toList(),
            listed.stream().map(Listed::entry).toList())
        .price(SKU, Quantity.of(quantity));
  }
}
