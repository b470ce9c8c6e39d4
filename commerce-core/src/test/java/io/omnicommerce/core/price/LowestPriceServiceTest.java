package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.NetContent;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.LowestPrice;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What the EU asks to be shown beside a price: the lowest before a reduction, the price of 100 g.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LowestPriceServiceTest {

  private static final CallContext OFFICE = Shop.staff(PriceService.EDIT);
  private static final Duration DAY = Duration.ofDays(1);

  private final Shop shop = Shop.open();
  private final PriceService prices = shop.prices();

  @Test
  void a_price_that_is_not_reduced_has_none() {
    assertThat(prices.lowestPrices(Shop.ADA, mug())).isEmpty();
  }

  @Test
  void the_lowest_of_the_thirty_days_before_the_reduction_and_not_the_last_before_it() {
    change("3.00");
    days(10);
    change("5.00");
    days(10);
    Instant began = shop.clock().instant();
    sale("sale", "4.00", TimeWindow.from(began));
    days(5);

    assertThat(lowest()).isEqualTo(new LowestPrice(Shop.MUG_RED, gbp("3.00"), began));
  }

  @Test
  void what_was_cheaper_earlier_than_thirty_days_before_does_not_count() {
    change("3.00");
    days(10);
    change("5.00");
    days(30);
    sale("sale", "4.00", TimeWindow.from(shop.clock().instant()));

    assertThat(lowest().price()).isEqualTo(gbp("5.00"));
  }

  @Test
  void a_price_that_ended_just_within_the_thirty_days_counts() {
    change("3.00");
    days(10);
    change("5.00");
    shop.clock().advance(DAY.multipliedBy(30).minusMillis(1));
    sale("sale", "4.00", TimeWindow.from(shop.clock().instant()));

    assertThat(lowest().price()).isEqualTo(gbp("3.00"));
  }

  @Test
  void the_thirty_days_stay_those_before_the_reduction_however_long_it_lasts() {
    days(40);
    Instant began = shop.clock().instant();
    sale("sale", "4.00", TimeWindow.from(began));
    days(100);

    assertThat(lowest()).isEqualTo(new LowestPrice(Shop.MUG_RED, gbp("4.99"), began));
  }

  @Test
  void a_further_reduction_belongs_to_the_first() {
    days(40);
    Instant began = shop.clock().instant();
    sale("sale", "4.00", TimeWindow.ALWAYS);
    days(10);
    shop.price(PriceEntry.of(PriceListId.of("sale"), Shop.MUG_RED, gbp("3.00")));
    days(1);

    assertThat(lowest()).isEqualTo(new LowestPrice(Shop.MUG_RED, gbp("4.99"), began));
  }

  @Test
  void an_earlier_reduction_that_ended_counts_as_a_price() {
    days(40);
    Instant first = shop.clock().instant();
    sale("first", "2.00", TimeWindow.of(first, first.plus(DAY.multipliedBy(3))));
    days(10);
    sale("second", "4.00", TimeWindow.from(shop.clock().instant()));

    assertThat(lowest().price()).isEqualTo(gbp("2.00"));
  }

  @Test
  void a_reduction_that_is_planned_can_be_asked_about_beforehand() {
    days(40);
    Instant friday = shop.clock().instant().plus(DAY.multipliedBy(4));
    sale("sale", "4.00", TimeWindow.from(friday));

    assertThat(prices.lowestPrices(Shop.ADA, mug())).isEmpty();
    assertThat(prices.lowestPrices(Shop.ADA, mug().asOf(friday)).get(Shop.MUG_RED))
        .isEqualTo(new LowestPrice(Shop.MUG_RED, gbp("4.99"), friday));
  }

  @Test
  void what_others_paid_is_not_looked_at() {
    PriceListId trade = PriceListId.of("trade");
    prices.save(
        OFFICE, PriceList.base(trade, Shop.GBP).withConditions(PriceConditions.groups("trade")));
    shop.price(PriceEntry.of(trade, Shop.MUG_RED, gbp("0.50")));
    days(40);
    sale("sale", "4.00", TimeWindow.ALWAYS);

    assertThat(lowest().price()).isEqualTo(gbp("4.99"));
  }

  @Test
  void what_had_no_price_before_its_reduction_has_none() {
    PriceListId sale = PriceListId.of("sale");
    prices.save(OFFICE, PriceList.sale(sale, Shop.GBP));
    shop.price(PriceEntry.of(sale, Shop.MUG_RED, gbp("1.00")));

    assertThat(prices.lowestPrices(Shop.ADA, mug())).isEmpty();
  }

  @Test
  void before_a_reduction_that_no_list_makes_the_instant_is_given() {
    change("3.00");
    days(10);
    change("5.00");
    days(10);

    assertThat(prices.lowestPricesBefore(Shop.ADA, mug()).get(Shop.MUG_RED))
        .isEqualTo(new LowestPrice(Shop.MUG_RED, gbp("3.00"), shop.clock().instant()));
  }

  @Test
  void the_price_of_a_quantity_of_measure_is_told_where_the_content_is_known() {
    shop.sell(
        CatalogEntry.of(Shop.MUG_RED, "Tea, red").withContent(NetContent.of("250", "g", "100")));

    assertThat(prices.basePrices(Shop.ADA, mug()).get(Shop.MUG_RED))
        .hasToString("GBP 2.00 per 100 g"); // 1.996
    assertThat(prices.basePrices(Shop.ADA, PriceQuery.of(Shop.GBP, Shop.BOOK))).isEmpty();
    shop.conventions(Conventions.STANDARD.withRounding(Rounding.DOWN));
    assertThat(prices.basePrices(Shop.ADA, mug()).get(Shop.MUG_RED))
        .hasToString("GBP 1.99 per 100 g");
  }

  private LowestPrice lowest() {
    return prices.lowestPrices(Shop.ADA, mug()).get(Shop.MUG_RED);
  }

  private void sale(String id, String price, TimeWindow window) {
    PriceListId sale = PriceListId.of(id);
    prices.save(OFFICE, PriceList.sale(sale, Shop.GBP).withWindow(window));
    shop.price(PriceEntry.of(sale, Shop.MUG_RED, gbp(price)));
  }

  private void change(String price) {
    shop.price(Shop.MUG_RED, price);
  }

  private void days(int days) {
    shop.clock().advance(DAY.multipliedBy(days));
  }

  private static PriceQuery mug() {
    return PriceQuery.of(Shop.GBP, Shop.MUG_RED);
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Shop.GBP);
  }
}
