package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.channel.CoreChannelService;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a clerk reads aloud. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReceiptTest {

  private static final PriceListId SALE = PriceListId.of("black-week");

  private final Stall stall = new Stall().sells("4006381", "1.59").sells("MUG", "10.00");

  @Test
  void goods_and_lists_are_told_by_their_titles_and_a_sale_with_the_former_price() {
    titled("4006381", "Pencil");
    stall.prices.save(stall.owner, PriceList.sale(SALE, Stall.GBP).withTitle("Black week"));
    stall.priced(PriceEntry.of(SALE, Sku.of("4006381"), Stall.gbp("1.29")));

    assertThat(told(Stall.line("1", "4006381", "3")))
        .startsWith(
            """
            3 x Pencil at GBP 1.29 = GBP 3.87
              price on sale, from the list Black week
              instead of GBP 1.59
            """);
  }

  @Test
  void two_things_of_one_title_are_told_apart_by_their_ids() {
    titled("4006381", "Mug");
    titled("MUG", "Mug");
    stall.promotions.save(stall.owner, List.of(promotion("a", "Off"), promotion("b", "Off")));

    assertThat(told(Stall.line("1", "4006381", "1"), Stall.line("2", "MUG", "1")))
        .contains("1 x Mug (4006381) at ", "1 x Mug (MUG) at ", "  Off (a): GBP -1.00\n");
  }

  @Test
  void one_line_says_what_each_promotion_takes_of_the_whole_cart() {
    stall.promotions.save(stall.owner, List.of(promotion("one", "One off")));

    assertThat(told(Stall.line("1", "4006381", "1"), Stall.line("2", "MUG", "1")))
        .contains("Adjustments: GBP -1.00\n  One off: GBP -1.00\nTo pay: GBP 10.59\n");
  }

  @Test
  void the_taxes_are_summed_up_by_rate() {
    stall
        .taxed(
            TaxRate.included("STANDARD", "standard", "20"), TaxRate.included("FOOD", "food", "5"))
        .sells("BREAD", "2.10", "food");

    assertThat(
            told(
                Stall.line("1", "MUG", "1"),
                Stall.line("2", "BREAD", "1"),
                Stall.line("3", "BREAD", "1")))
        .contains(
            """
            Tax inside: GBP 1.87
              FOOD 5 %: GBP 0.20, net GBP 4.00
              STANDARD 20 %: GBP 1.67, net GBP 8.33
            """);
  }

  @Test
  void the_time_is_that_of_the_clocks_where_the_channel_sells_from() {
    LocationId berlin = LocationId.of("BER");
    CoreChannelService channels = new CoreChannelService(stall.storage);
    channels.save(stall.owner, Location.warehouse(berlin, "Berlin", ZoneId.of("Europe/Berlin")));
    assertThat(told(Stall.line("1", "MUG", "1")))
        .endsWith("Prices of 1 June 2026, 12:00 UTC; rounded half up\n");

    channels.save(
        stall.owner,
        new Channel(Stall.WEB, "Web", Channel.Kind.WEB, MarketId.of("uk"), List.of(berlin)));
    assertThat(told(Stall.line("1", "MUG", "1")))
        .endsWith("Prices of 1 June 2026, 14:00 in Europe/Berlin; rounded half up\n");
  }

  @Test
  void conventions_that_are_not_the_usual_ones_are_named_in_words() {
    Stall other =
        new Stall(Conventions.STANDARD.with("bxgy_partial", "allowed")).sells("A", "1.00");

    assertThat(other.pricing.explain(other.price(Stall.line("1", "A", "1"))))
        .endsWith("; rounded half up; bxgy partial: allowed\n");
  }

  @Test
  void abroad_it_says_what_the_price_is_at_home() {
    Stall net =
        new Stall(Conventions.STANDARD.with("included_price_abroad", "keep_net"))
            .taxed(TaxRate.included("HOME", "standard", "20", CountryCode.of("GB")))
            .sells("MUG", "9.60");
    PricingRequest abroad =
        PricingRequest.of(Stall.GBP, List.of(Stall.line("1", "MUG", "1")))
            .withDestination(Destination.of(CountryCode.of("US")));

    assertThat(net.pricing.explain(net.pricing.price(net.owner, abroad)))
        .startsWith(
            """
            1 x MUG at GBP 8.00 = GBP 8.00
              price from the list base
              GBP 9.60 at home, without the tax that is in it there
            """);
  }

  @Test
  void a_computed_price_says_when_the_floor_has_raised_it() {
    PriceListId retail = PriceListId.of("retail");
    PriceListId cost = PriceListId.of("cost");
    stall.knows("BAG", "standard");
    stall.knows("TEA", "standard");
    stall.prices.save(stall.owner, PriceList.cost(cost, Stall.GBP));
    stall.priced(PriceEntry.of(cost, Sku.of("BAG"), Stall.gbp("0.30")));
    stall.priced(PriceEntry.of(cost, Sku.of("TEA"), Stall.gbp("2.10")));
    stall.prices.save(
        stall.owner,
        PriceList.base(retail, Stall.GBP)
            .withDerivation(Derivation.margin(cost, "0.3", 2).withFloor(Stall.gbp("0.99"))));

    assertThat(told(Stall.line("1", "BAG", "1")))
        .contains("  computed from the list cost\n  raised to the floor of GBP 0.99\n");
    assertThat(told(Stall.line("1", "TEA", "1"))).doesNotContain("floor");
  }

  @Test
  void what_is_said_of_a_price_is_said_again_when_it_is_computed_again() {
    stall.prices.save(stall.owner, PriceList.sale(SALE, Stall.GBP));
    stall.priced(PriceEntry.of(SALE, Sku.of("MUG"), Stall.gbp("7.00")));
    PricingExplanation explained = explained(Stall.line("1", "MUG", "1"));

    assertThat(stall.pricing.replay(explained.inputs())).isEqualTo(explained.priced());
    assertThat(stall.pricing.explain(explained.priced())).contains("  instead of GBP 10.00\n");
    assertThat(explained.roundings()).isEmpty();
  }

  @Test
  void a_catalog_promotion_is_told_by_its_title_with_the_former_price() {
    stall.promotions.save(
        stall.owner,
        List.of(
            Promotion.of(
                    PromotionId.of("p-7"),
                    "Mugs 10 % off",
                    new Benefit.ItemPercent(
                        BigDecimal.TEN, ItemFilter.skus(Sku.of("MUG")), OptionalLong.empty()))
                .toBuilder()
                .catalog()
                .build()));

    assertThat(told(Stall.line("1", "MUG", "1")))
        .contains("  instead of GBP 10.00\n  lowered by Mugs 10 % off\n");
  }

  @Test
  void a_row_that_is_for_somebody_else_says_for_whom() {
    PriceListId vip = PriceListId.of("vip");
    stall.prices.save(
        stall.owner,
        PriceList.base(vip, Stall.GBP)
            .withTitle("Good friends")
            .withConditions(PriceConditions.groups("vip", "staff")));
    stall.priced(PriceEntry.of(vip, Sku.of("MUG"), Stall.gbp("9.00")));

    assertThat(stall.pricing.explain(explained(Stall.line("1", "MUG", "1"))))
        .contains(
            "  MUG at GBP 9.00 from the list Good friends: list condition,"
                + " asks for a customer in staff or vip\n");
  }

  @Test
  void a_floor_is_told_with_what_the_others_gave_in_its_place() {
    stall.knows("SHIRT", "standard");
    stall.priced(
        PriceEntry.of(Stall.BASE, Sku.of("SHIRT"), Stall.gbp("20.00"))
            .withFloor(Stall.gbp("19.00")));
    stall.promotions.save(
        stall.owner,
        List.of(
            Promotion.of(
                PromotionId.of("ten"),
                "10 % off",
                new Benefit.OrderPercent(BigDecimal.TEN, Optional.empty(), ItemFilter.ALL))));

    assertThat(
            stall.pricing.explain(
                explained(Stall.line("1", "SHIRT", "1"), Stall.line("2", "MUG", "1"))))
        .contains(
            """
              10 % off: GBP 3.00 off
                down to the floor: SHIRT; the others gave GBP 1.00 in its place
            """)
        .doesNotContain("was not there", "Rounded");
  }

  @Test
  void alternatives_are_told_as_alternatives() {
    Condition either =
        new Condition.Any(
            List.of(
                new Condition.NthOrder(2),
                new Condition.All(
                    List.of(
                        new Condition.NthOrder(3), new Condition.CustomerIn(Set.of("staff"))))));
    stall.promotions.save(
        stall.owner, List.of(promotion("p", "Often").toBuilder().when(either).build()));

    assertThat(stall.pricing.explain(explained(Stall.line("1", "MUG", "1"))))
        .contains(
            """
              Often: condition not met
                one of these would do:
                  asks for order number 2, found 1
                  asks for order number 3, found 1; and asks for a customer in staff, found none
            """);
  }

  @Test
  void what_stands_behind_others_names_them_by_their_titles() {
    stall.promotions.save(
        stall.owner,
        List.of(
            promotion("p1", "Alone").toBuilder().exclusive(true).build(),
            promotion("p2", "Beside")));

    assertThat(stall.pricing.explain(explained(Stall.line("1", "MUG", "1"))))
        .contains("  Beside: not beside what is given alone: Alone\n");
  }

  @Test
  void a_code_that_opens_nothing_is_told_from_none() {
    stall.promotions.save(
        stall.owner, List.of(promotion("p", "Code").toBuilder().onCoupon(true).build()));
    PricingRequest request = PricingRequest.of(Stall.GBP, List.of(Stall.line("1", "MUG", "1")));

    assertThat(stall.pricing.explain(stall.pricing.explanation(stall.owner, request)))
        .contains("  Code: needs a coupon, and none was given\n");
    assertThat(
            stall.pricing.explain(
                stall.pricing.explanation(stall.owner, request.withCoupons(Set.of("NOPE")))))
        .contains("  Code: needs a coupon, and no code that was given opens it\n");
  }

  @Test
  void a_budget_that_does_not_reach_says_how_far_it_would() {
    stall.promotions.save(
        stall.owner,
        List.of(
            promotion("p", "Small").toBuilder().budget(Budget.of(Stall.money("0.60"))).build()));

    assertThat(stall.pricing.explain(explained(Stall.line("1", "MUG", "1"))))
        .contains(
            """
              Small: its budget does not reach
                asks for GBP 1.00 of its budget, found GBP 0.60 left
            """);
  }

  private void titled(String sku, String title) {
    new CoreCatalogService(stall.storage)
        .save(stall.owner, List.of(CatalogEntry.of(Sku.of(sku), title)));
  }

  private String told(PricingLine... lines) {
    PricedCart priced = stall.price(lines);
    return stall.pricing.explain(stall.owner, priced);
  }

  private PricingExplanation explained(PricingLine... lines) {
    return stall.pricing.explanation(stall.owner, PricingRequest.of(Stall.GBP, List.of(lines)));
  }

  private static Promotion promotion(String id, String title) {
    return Promotion.of(
        PromotionId.of(id),
        title,
        new Benefit.OrderFixed(Amount.of(Stall.money("1.00")), ItemFilter.ALL));
  }
}
