package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.money.Currencies;
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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceRulesTest {

  private static final Currency GBP = Currencies.of("GBP");
  private static final Sku SKU = Sku.of("TEE");
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final ChannelId WEB = ChannelId.of("web");
  private static final LocationId LONDON = LocationId.of("LON");
  private static final PriceConditions IN_WEB = PriceConditions.channels(WEB);
  private static final PriceConditions WHOLESALE = PriceConditions.groups("wholesale");

  private final List<PriceList> lists = new ArrayList<>();
  private final List<PriceEntry> entries = new ArrayList<>();

  @Test
  void a_list_with_more_conditions_counts_though_its_price_is_higher_and_its_priority_lower() {
    list(base("all").withPriority(9), "1.00");
    list(base("web").withConditions(IN_WEB), "2.00");

    assertThat(chosen()).isEqualTo("web");
  }

  @Test
  void among_equally_many_conditions_the_higher_priority_counts() {
    list(base("web").withConditions(IN_WEB).withPriority(1), "2.00");
    list(base("wholesale").withConditions(WHOLESALE), "1.00");

    assertThat(chosen()).isEqualTo("web");
  }

  @Test
  void among_equal_priorities_the_lower_price_counts_then_the_smaller_id() {
    list(base("c"), "1.50");
    list(base("b"), "1.00");
    list(base("a"), "2.00");

    assertThat(chosen()).isEqualTo("b");

    list(base("a2"), "1.00");

    assertThat(chosen()).isEqualTo("a2");
  }

  @Test
  void a_list_counts_only_where_all_of_its_conditions_hold() {
    list(base("base"), "5.00");
    list(
        base("narrow")
            .withConditions(IN_WEB.withLocations(Set.of(LONDON)).withGroups(Set.of("wholesale"))),
        "1.00");

    assertThat(chosen(question(WEB, Optional.of(LONDON), Set.of("wholesale", "x"))))
        .isEqualTo("narrow");
    assertThat(chosen(question(ChannelId.of("app"), Optional.of(LONDON), Set.of("wholesale"))))
        .isEqualTo("base");
    assertThat(chosen(question(WEB, Optional.empty(), Set.of("wholesale")))).isEqualTo("base");
    assertThat(chosen(question(WEB, Optional.of(LONDON), Set.of("retail")))).isEqualTo("base");
  }

  @Test
  void a_list_counts_from_its_beginning_until_just_before_its_end() {
    list(base("base"), "5.00");
    list(base("sale").withPriority(1).withWindow(TimeWindow.of(NOW, NOW.plus(DAY))), "4.00");

    assertThat(chosen(at(NOW.minusNanos(1)))).isEqualTo("base");
    assertThat(chosen(at(NOW))).isEqualTo("sale");
    assertThat(chosen(at(NOW.plus(DAY).minusNanos(1)))).isEqualTo("sale");
    assertThat(chosen(at(NOW.plus(DAY)))).isEqualTo("base");
  }

  @Test
  void a_list_in_another_currency_never_counts() {
    Currency euro = Currencies.of("EUR");
    PriceListId id = PriceListId.of("euro");
    lists.add(PriceList.base(id, euro).withPriority(9));
    entries.add(PriceEntry.of(id, SKU, UnitPrice.of("0.01", euro)));
    list(base("base"), "5.00");

    assertThat(chosen()).isEqualTo("base");
  }

  @Test
  void a_preferred_list_without_a_price_for_the_quantity_leaves_the_choice_to_the_next() {
    PriceList bulk = base("bulk").withPriority(1);
    lists.add(bulk);
    entries.add(
        new PriceEntry(
            bulk.id(), SKU, List.of(row("10", TimeWindow.ALWAYS, "1.00")), Optional.empty()));
    list(base("base"), "5.00");

    assertThat(price("9").list().value()).isEqualTo("base");
    assertThat(price("10").list().value()).isEqualTo("bulk");
  }

  @Test
  void the_tier_with_the_largest_threshold_that_is_reached_counts() {
    tiers(
        row("0", TimeWindow.ALWAYS, "5.00"),
        row("100", TimeWindow.ALWAYS, "3.00"),
        row("10", TimeWindow.ALWAYS, "4.00"));

    assertThat(List.of("1", "9.999999", "10", "99", "100", "1000"))
        .extracting(quantity -> price(quantity).price().toString())
        .containsExactly("GBP 5.00", "GBP 5.00", "GBP 4.00", "GBP 4.00", "GBP 3.00", "GBP 3.00");
    assertThat(price("99").from()).isEqualTo(Quantity.of(10));
  }

  @Test
  void within_a_tier_a_row_with_a_window_counts_before_one_without() {
    tiers(row("0", TimeWindow.until(NOW.plus(DAY)), "6.00"), row("0", TimeWindow.ALWAYS, "5.00"));

    assertThat(price("1").price()).isEqualTo(gbp("6.00"));
  }

  @Test
  void among_windows_the_one_that_began_later_counts() {
    tiers(
        row("0", TimeWindow.from(NOW.minus(DAY)), "6.00"),
        row("0", TimeWindow.of(NOW.minus(Duration.ofHours(1)), NOW.plus(DAY)), "7.00"),
        row("0", TimeWindow.until(NOW.plus(DAY)), "5.00"),
        row("0", TimeWindow.from(NOW.plusNanos(1)), "1.00"));

    assertThat(price("1").price()).isEqualTo(gbp("7.00"));
  }

  @Test
  void the_floor_is_that_of_the_entry_that_counts() {
    list(base("base"), "5.00", "4.00");
    list(base("web").withConditions(IN_WEB), "3.00", "2.00");

    assertThat(facts(at(NOW)).floor(SKU, Quantity.ONE)).contains(gbp("2.00"));
    assertThat(
            facts(question(ChannelId.of("app"), Optional.empty(), Set.of()))
                .floor(SKU, Quantity.ONE))
        .contains(gbp("4.00"));
  }

  @Test
  void a_floor_holds_also_below_the_first_tier() {
    PriceList bulk = base("bulk");
    lists.add(bulk);
    entries.add(
        new PriceEntry(
            bulk.id(),
            SKU,
            List.of(row("10", TimeWindow.ALWAYS, "1.00")),
            Optional.of(gbp("0.90"))));

    assertThat(facts(at(NOW)).price(SKU, Quantity.ONE)).isEmpty();
    assertThat(facts(at(NOW)).floor(SKU, Quantity.ONE)).contains(gbp("0.90"));
  }

  private String chosen() {
    return chosen(at(NOW));
  }

  private String chosen(PriceQuestion question) {
    return facts(question).price(SKU, Quantity.ONE).orElseThrow().list().value();
  }

  private PriceAnswer price(String quantity) {
    return facts(at(NOW)).price(SKU, Quantity.parse(quantity)).orElseThrow();
  }

  private PriceFacts facts(PriceQuestion question) {
    return PriceFacts.of(question, lists, entries);
  }

  private void tiers(PriceRow... rows) {
    lists.add(base("base"));
    entries.add(new PriceEntry(PriceListId.of("base"), SKU, List.of(rows), Optional.empty()));
  }

  private void list(PriceList list, String price) {
    lists.add(list);
    entries.add(PriceEntry.of(list.id(), SKU, gbp(price)));
  }

  private void list(PriceList list, String price, String floor) {
    lists.add(list);
    entries.add(PriceEntry.of(list.id(), SKU, gbp(price)).withFloor(gbp(floor)));
  }

  private static PriceList base(String id) {
    return PriceList.base(PriceListId.of(id), GBP);
  }

  private static PriceRow row(String from, TimeWindow window, String price) {
    return new PriceRow(Quantity.parse(from), window, gbp(price));
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, GBP);
  }

  private static PriceQuestion at(Instant at) {
    return new Asking().at(LONDON).inGroups("wholesale").asOf(at).question();
  }

  private static PriceQuestion question(
      ChannelId channel, Optional<LocationId> location, Set<String> groups) {
    Asking asking = new Asking().in(channel.value()).as(Buyer.inGroups(groups));
    location.ifPresent(asking::at);
    return asking.question();
  }
}
