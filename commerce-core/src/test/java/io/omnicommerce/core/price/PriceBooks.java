package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.PriceLists;
import io.omnicommerce.channel.Convention.PriceSelection;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Price lists as properties make them up, each with an entry for the one SKU there is. */
record PriceBooks(List<PriceList> lists, List<PriceEntry> entries) {

  static final Sku SKU = Sku.of("TEE");

  private static final Instant EARLIER = Asking.NOW.minus(Duration.ofDays(10));
  private static final Instant LATER = Asking.NOW.plus(Duration.ofDays(10));

  /** Conditions of which some hold for whoever {@link #asking} makes up. */
  private static final List<PriceConditions> CONDITIONS =
      List.of(
          PriceConditions.NONE,
          PriceConditions.NONE,
          PriceConditions.channels(Asking.WEB),
          PriceConditions.channels(ChannelId.of("app")),
          PriceConditions.groups("trade", "staff"),
          PriceConditions.groups("trade").withChannels(Set.of(Asking.WEB)),
          PriceConditions.NONE.withCompanies(Set.of(CompanyId.of("acme"))),
          PriceConditions.NONE.withAttribute("region", Set.of("NORTH", "WEST")));

  /** Lists of all kinds, one to six. */
  static Arbitrary<PriceBooks> any() {
    return list().list().ofMinSize(1).ofMaxSize(6).map(PriceBooks::named);
  }

  /** Somebody who asks by any policies. */
  static Arbitrary<Asking> asking() {
    return Combinators.combine(
            Arbitraries.of(PriceSelection.class),
            Arbitraries.of(PriceLists.class),
            Arbitraries.of("web", "app"),
            Arbitraries.of("trade", "staff", "nobody"),
            Arbitraries.of("NORTH", "SOUTH"))
        .as(
            (selection, lists, channel, group, region) ->
                new Asking()
                    .by(Convention.PRICE_SELECTION, selection)
                    .by(Convention.PRICE_LISTS, lists)
                    .in(channel)
                    .inGroups(group)
                    .with("region", region));
  }

  Optional<PriceAnswer> price(PriceQuestion question, int quantity) {
    return PriceFacts.of(question, lists, entries).price(SKU, Quantity.of(quantity));
  }

  /** These lists and one more, with one row. */
  PriceBooks with(PriceList list, PriceRow row) {
    List<PriceList> more = new ArrayList<>(lists);
    more.add(list);
    List<PriceEntry> moreEntries = new ArrayList<>(entries);
    moreEntries.add(PriceEntry.of(list.id(), SKU, List.of(row)));
    return new PriceBooks(more, moreEntries);
  }

  static PriceRow row(int price) {
    return PriceRow.of(UnitPrice.of(Integer.toString(price), Asking.GBP));
  }

  private static Arbitrary<PriceBooks> list() {
    return Combinators.combine(
            Arbitraries.of(PriceList.Kind.class),
            Arbitraries.of(CONDITIONS),
            Arbitraries.integers().between(0, 2),
            windows(),
            rows().list().ofMinSize(1).ofMaxSize(4))
        .as(PriceBooks::one);
  }

  private static Arbitrary<PriceRow> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 12),
            windows(),
            Arbitraries.of(CONDITIONS))
        .as(
            (price, from, length, window, conditions) ->
                row(price)
                    .withFrom(Quantity.of(from))
                    .withTo(Quantity.of(from + length))
                    .withWindow(window)
                    .withConditions(conditions));
  }

  private static Arbitrary<TimeWindow> windows() {
    return Arbitraries.of(
        TimeWindow.ALWAYS,
        TimeWindow.ALWAYS,
        TimeWindow.from(EARLIER),
        TimeWindow.until(LATER),
        TimeWindow.of(EARLIER, LATER),
        TimeWindow.from(LATER),
        TimeWindow.until(EARLIER));
  }

  private static PriceBooks one(
      PriceList.Kind kind,
      PriceConditions conditions,
      int priority,
      TimeWindow window,
      List<PriceRow> rows) {
    PriceList list =
        PriceList.base(PriceListId.of("unnamed"), Asking.GBP)
            .withKind(kind)
            .withConditions(conditions)
            .withPriority(priority)
            .withWindow(window);
    return new PriceBooks(List.of(list), List.of(PriceEntry.of(list.id(), SKU, rows)));
  }

  private static PriceBooks named(List<PriceBooks> unnamed) {
    List<PriceList> lists = new ArrayList<>();
    List<PriceEntry> entries = new ArrayList<>();
    for (PriceBooks one : unnamed) {
      PriceList old = one.lists.get(0);
      PriceListId id = PriceListId.of("list-" + lists.size());
      entries.add(PriceEntry.of(id, SKU, one.entries.get(0).rows()));
      lists.add(
          PriceList.base(id, Asking.GBP)
              .withKind(old.kind())
              .withConditions(old.conditions())
              .withPriority(old.priority())
              .withWindow(old.window()));
    }
    return new PriceBooks(lists, entries);
  }
}
