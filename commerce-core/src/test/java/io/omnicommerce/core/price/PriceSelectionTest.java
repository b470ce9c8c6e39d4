package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.PriceLists;
import io.omnicommerce.channel.Convention.PriceSelection;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policies by which one of several prices is chosen, and what is said of the others. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceSelectionTest {

  private static final Sku SKU = Sku.of("TEE");
  private static final PriceConditions REGION =
      PriceConditions.NONE.withAttribute("region", Set.of("NORTH", "WEST"));
  private static final PriceConditions COMPANY =
      PriceConditions.NONE.withCompanies(Set.of(CompanyId.of("acme")));
  private static final TimeWindow THIS_WEEK =
      TimeWindow.of(Asking.NOW.minus(Duration.ofDays(3)), Asking.NOW.plus(Duration.ofDays(4)));

  private final List<PriceList> lists = new ArrayList<>();
  private final List<PriceEntry> entries = new ArrayList<>();
  private final Asking asking = new Asking();

  @Test
  void most_specific_the_row_with_most_conditions_counts_whatever_it_costs() {
    list(
        base("base"),
        row("any", "10.00"),
        row("region", "3.00").withConditions(REGION),
        row("company", "4.00").withConditions(COMPANY),
        row("both", "9.99").withConditions(COMPANY.withAttribute("region", Set.of("NORTH"))));
    asking.with("region", "NORTH");

    assertThat(chosen()).isEqualTo("region");

    asking.forCompany("acme");

    assertThat(chosen()).isEqualTo("both");
  }

  @Test
  void conditions_of_the_list_and_of_the_row_count_together() {
    list(base("acme").withConditions(COMPANY), row("acme", "5.00"));
    list(base("north"), row("north", "6.00").withConditions(REGION.withGroups(Set.of("trade"))));
    asking.forCompany("acme").inGroups("trade").with("region", "WEST");

    assertThat(chosen()).isEqualTo("north");
  }

  @Test
  void list_priority_the_first_list_with_a_tier_for_the_quantity_decides() {
    asking.by(Convention.PRICE_SELECTION, PriceSelection.LIST_PRIORITY);
    list(base("first").withPriority(3), row("1-2", "10.00").withFrom(Quantity.of(2)));
    list(
        base("second").withPriority(2),
        row("2-1", "9.00").withFrom(Quantity.ONE),
        row("2-2", "8.00").withFrom(Quantity.of(2)));
    list(base("third").withConditions(PriceConditions.channels(Asking.WEB)), row("3", "0.10"));

    assertThat(chosen("1")).isEqualTo("2-1");
    assertThat(chosen("2")).isEqualTo("1-2");
  }

  @Test
  void group_channel_country_each_counts_before_the_next_and_all_before_the_cheapest() {
    asking.by(Convention.PRICE_SELECTION, PriceSelection.GROUP_CHANNEL_COUNTRY);
    PriceConditions toFrance = PriceConditions.NONE.withCountries(Set.of(CountryCode.of("FR")));
    list(
        base("base"),
        row("any", "1.00"),
        row("country", "9.00").withConditions(toFrance),
        row("channel", "8.00").withConditions(PriceConditions.channels(Asking.WEB)),
        row("group", "7.00").withConditions(PriceConditions.groups("gold")),
        row("group+country", "9.90").withConditions(toFrance.withGroups(Set.of("gold"))));

    assertThat(chosen()).isEqualTo("channel");
    assertThat(chosen(asking.in("app"))).isEqualTo("any");
    assertThat(chosen(asking.to("FR"))).isEqualTo("country");
    assertThat(chosen(asking.inGroups("gold"))).isEqualTo("group+country");
    assertThat(chosen(asking.to("GB").in("web"))).isEqualTo("group");
  }

  @Test
  void dated_first_a_row_with_a_window_counts_before_one_without_though_it_asks_for_less() {
    asking.by(Convention.PRICE_SELECTION, PriceSelection.DATED_FIRST);
    list(
        base("base"),
        row("undated", "2.00").withConditions(PriceConditions.channels(Asking.WEB)),
        row("this week", "3.00").withWindow(THIS_WEEK));

    assertThat(chosen()).isEqualTo("this week");
    assertThat(chosen(asking.asOf(THIS_WEEK.until().orElseThrow()))).isEqualTo("undated");
  }

  @Test
  void dated_first_looks_at_the_window_of_the_list_as_well() {
    asking.by(Convention.PRICE_SELECTION, PriceSelection.DATED_FIRST);
    list(base("a").withPriority(9), row("undated", "2.00"));
    list(base("b").withWindow(THIS_WEEK), row("dated list", "3.00"));

    assertThat(chosen()).isEqualTo("dated list");
  }

  @Test
  void lowest_the_lowest_counts_of_all_that_apply() {
    asking.by(Convention.PRICE_SELECTION, PriceSelection.LOWEST);
    list(
        base("a").withPriority(9),
        row("ten", "4.00").withFrom(Quantity.of(10)),
        row("one", "3.00").withConditions(PriceConditions.channels(Asking.WEB)));
    list(base("b"), row("b", "2.99"));
    list(base("c"), row("c", "1.00").withConditions(PriceConditions.groups("gold")));

    assertThat(chosen("10")).isEqualTo("b");
  }

  @ParameterizedTest
  @EnumSource(PriceSelection.class)
  void what_nothing_else_tells_apart_is_decided_by_the_smaller_id(PriceSelection selection) {
    asking.by(Convention.PRICE_SELECTION, selection);
    list(base("b"), row("1", "5.00"));
    list(base("a"), row("y", "5.00"), row("x", "5.00"));

    assertThat(chosen()).isEqualTo("x");
  }

  @Test
  void a_sale_counts_before_a_base_list_and_shows_what_would_count_without_it() {
    list(base("base"), row("any", "10.00"), row("company", "4.00").withConditions(COMPANY));
    list(sale("sale"), row("sale", "6.00"));

    assertThat(answer().price()).isEqualTo(gbp("6.00"));
    assertThat(answer().kind()).isEqualTo(PriceList.Kind.SALE);
    assertThat(answer().original()).contains(gbp("10.00"));
    assertThat(answer().isReduced()).isTrue();

    asking.forCompany("acme");

    assertThat(answer().original()).contains(gbp("4.00"));
    assertThat(answer().isReduced()).isFalse();
  }

  @Test
  void a_sale_of_what_has_no_base_price_has_no_original() {
    list(sale("sale"), row("sale", "6.00"));

    assertThat(answer().original()).isEmpty();
    assertThat(answer().isReduced()).isFalse();
  }

  @Test
  void a_sale_never_shows_another_sale_as_its_original() {
    list(base("base"), row("any", "10.00"));
    list(sale("dear").withPriority(-1), row("dear", "9.00"));
    list(sale("sale"), row("sale", "6.00"));

    assertThat(answer().original()).contains(gbp("10.00"));
  }

  @Test
  void an_override_takes_the_place_of_the_ordinary_price() {
    list(base("base"), row("any", "10.00"));
    list(base("override").withKind(PriceList.Kind.OVERRIDE), row("over", "6.00"));

    assertThat(answer().row()).contains("over");
    assertThat(answer().original()).contains(gbp("6.00"));
    assertThat(answer().isReduced()).isFalse();
  }

  @Test
  void a_base_price_has_no_original() {
    list(base("base"), row("any", "10.00"));

    assertThat(answer().original()).isEmpty();
  }

  @Test
  void before_base_a_row_of_a_sale_counts_though_base_has_one_with_more_conditions() {
    list(base("base"), row("company", "4.00").withConditions(COMPANY));
    list(sale("sale"), row("sale", "6.00"));
    asking.forCompany("acme");

    assertThat(chosen()).isEqualTo("sale");
    assertThat(chosen(asking.by(Convention.PRICE_LISTS, PriceLists.ALONGSIDE)))
        .isEqualTo("company");
  }

  @Test
  void a_sale_of_which_a_condition_fails_leaves_the_base_price() {
    list(base("base"), row("any", "10.00"));
    list(
        sale("sale")
            .withConditions(REGION.withGroups(Set.of("vip")).withChannels(Set.of(Asking.WEB))),
        row("sale", "6.00"));
    asking.inGroups("vip").with("region", "EAST");

    assertThat(chosen()).isEqualTo("any");
    assertThat(chosen(asking.with("region", "WEST"))).isEqualTo("sale");
  }

  @Test
  void attributes_that_no_list_asks_for_change_nothing_and_a_missing_one_holds_nothing() {
    list(base("base"), row("any", "10.00"), row("region", "3.00").withConditions(REGION));

    assertThat(chosen(asking.with("city", "Leeds"))).isEqualTo("any");
    assertThat(chosen(asking.with("region", "NORTH"))).isEqualTo("region");
  }

  @Test
  void a_tier_ends_with_the_quantity_that_it_names() {
    list(
        base("base"),
        row("1-4", "3.00").withFrom(Quantity.ONE).withTo(Quantity.of(4)),
        row("4-10", "2.00").withFrom(Quantity.of(4)).withTo(Quantity.of(10)));

    assertThat(List.of("1", "3.5", "4", "10"))
        .map(this::chosen)
        .containsExactly("1-4", "1-4", "4-10", "4-10");
    assertThat(facts().price(SKU, Quantity.parse("10.000001"))).isEmpty();
    assertThat(facts().price(SKU, Quantity.parse("0.5"))).isEmpty();
  }

  @Test
  void an_explanation_says_of_every_row_why_it_lost() {
    list(
        base("base").withPriority(1),
        row("any", "10.00"),
        row("bulk", "9.00").withFrom(Quantity.of(5)),
        row("single", "11.00").withTo(Quantity.ONE),
        row("region", "8.00").withConditions(REGION),
        row("over", "7.00").withWindow(TimeWindow.until(Asking.NOW)));
    list(base("app").withConditions(PriceConditions.channels(ChannelId.of("app"))), row("a", "1"));
    list(base("later").withWindow(TimeWindow.from(Asking.NOW.plusNanos(1))), row("l", "1"));
    list(sale("dear"), row("dear", "6.50"));
    list(sale("sale"), row("sale", "6.00"));

    assertThat(verdicts("2"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "any", Verdict.ORIGINAL,
                "bulk", Verdict.BELOW_TIER,
                "single", Verdict.ABOVE_TIER,
                "region", Verdict.ROW_CONDITION,
                "over", Verdict.ROW_NOT_IN_FORCE,
                "a", Verdict.LIST_CONDITION,
                "l", Verdict.LIST_NOT_IN_FORCE,
                "dear", Verdict.HIGHER_PRICE,
                "sale", Verdict.CHOSEN));
    assertThat(verdicts("5"))
        .containsEntry("any", Verdict.LOWER_TIER)
        .containsEntry("bulk", Verdict.ORIGINAL);
  }

  @Test
  void an_explanation_names_what_the_policy_looked_at_first() {
    list(base("a"), row("undated", "1.00"));
    list(base("b").withPriority(2), row("dated", "9.00").withWindow(THIS_WEEK));
    list(base("c").withConditions(PriceConditions.channels(Asking.WEB)), row("web", "5.00"));

    assertThat(verdicts("1")).containsEntry("dated", Verdict.FEWER_CONDITIONS);
    asking.by(Convention.PRICE_SELECTION, PriceSelection.LIST_PRIORITY);
    assertThat(verdicts("1")).containsEntry("web", Verdict.LOWER_PRIORITY);
    asking.by(Convention.PRICE_SELECTION, PriceSelection.GROUP_CHANNEL_COUNTRY);
    assertThat(verdicts("1")).containsEntry("dated", Verdict.NOT_FOR_CHANNEL);
    asking.by(Convention.PRICE_SELECTION, PriceSelection.DATED_FIRST);
    assertThat(verdicts("1")).containsEntry("web", Verdict.UNDATED);
    asking.by(Convention.PRICE_SELECTION, PriceSelection.LOWEST);
    assertThat(verdicts("1")).containsEntry("web", Verdict.HIGHER_PRICE);
  }

  @Test
  void without_a_price_every_row_says_what_hinders_it() {
    list(base("base"), row("bulk", "9.00").withFrom(Quantity.of(5)));

    assertThat(verdicts("1")).containsExactlyEntriesOf(Map.of("bulk", Verdict.BELOW_TIER));
  }

  private Map<String, Verdict> verdicts(String quantity) {
    PriceQuestion question = asking.question();
    return ExplanationRules.explain(
            PriceBook.of(lists, entries), facts(), question, SKU, Quantity.parse(quantity))
        .candidates()
        .stream()
        .collect(Collectors.toMap(one -> one.row().id().orElseThrow(), PriceCandidate::verdict));
  }

  private String chosen() {
    return chosen("1");
  }

  private String chosen(Asking changed) {
    assertThat(changed).isSameAs(asking);
    return chosen("1");
  }

  private String chosen(String quantity) {
    return facts().price(SKU, Quantity.parse(quantity)).orElseThrow().row().orElseThrow();
  }

  private PriceAnswer answer() {
    return facts().price(SKU, Quantity.ONE).orElseThrow();
  }

  private PriceFacts facts() {
    return PriceFacts.of(asking.question(), lists, entries);
  }

  private void list(PriceList list, PriceRow... rows) {
    lists.add(list);
    entries.add(new PriceEntry(list.id(), SKU, Arrays.asList(rows), Optional.empty()));
  }

  private static PriceList base(String id) {
    return PriceList.base(PriceListId.of(id), Asking.GBP);
  }

  private static PriceList sale(String id) {
    return base(id).withKind(PriceList.Kind.SALE);
  }

  private static PriceRow row(String id, String price) {
    return PriceRow.of(gbp(price)).named(id);
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Asking.GBP);
  }
}
