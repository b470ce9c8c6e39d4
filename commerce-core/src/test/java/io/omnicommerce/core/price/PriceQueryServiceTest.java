package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.PriceSelection;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.customer.CoreCustomerService;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.customer.ContractId;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceRow;
import io.omnicommerce.price.PriceService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Prices for whom and where; the shop's own price of a red mug is 4.99. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceQueryServiceTest {

  private static final CompanyId ACME = CompanyId.of("acme");
  private static final ContractId FRAME = ContractId.of("frame-2026");
  private static final CallContext DESK = Shop.staff(PriceService.ASSIST);

  private final Shop shop = Shop.open();
  private final PriceService prices = shop.prices();

  @Test
  void P26_a_customer_of_a_company_pays_its_contract_price_and_nobody_else_does() {
    list(
        "frame",
        PriceConditions.NONE.withCompanies(Set.of(ACME)).withContracts(Set.of(FRAME)),
        "3.00");
    save(Customer.of(Shop.ADA_ID, "Ada").withCompany(ACME).withContract(FRAME));
    save(Customer.of(Shop.BOB_ID, "Bob").withCompany(ACME));

    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 3.00");
    assertThat(price(Shop.BOB, mug())).isEqualTo("GBP 4.99");
    assertThat(price(Shop.GUEST, mug())).isEqualTo("GBP 4.99");
    assertThat(cartTotal(Shop.ADA)).isEqualTo("GBP 3.00");
    assertThat(cartTotal(Shop.BOB)).isEqualTo("GBP 4.99");
  }

  @Test
  void whoever_serves_a_buyer_asks_for_the_buyers_prices_and_others_may_not() {
    list("acme", PriceConditions.NONE.withCompanies(Set.of(ACME)), "3.00");
    list("trade", PriceConditions.groups("trade"), "4.00");
    PriceQuery acme = mug().withBuyer(Buyer.ANYBODY.withCompany(ACME));
    PriceQuery frame = mug().withBuyer(Buyer.ANYBODY.withContract(FRAME));

    assertThat(price(DESK, acme)).isEqualTo("GBP 3.00");
    assertThat(price(DESK, mug().withBuyer(Buyer.inGroups(Set.of("trade"))))).isEqualTo("GBP 4.00");
    for (PriceQuery query :
        List.of(acme, frame, mug().withBuyer(Buyer.inGroups(Set.of("trade"))))) {
      assertThatThrownBy(() -> prices.prices(Shop.ADA, query))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("pricing.assist");
    }
  }

  @Test
  void a_customer_may_name_what_it_is_anyhow() {
    list("acme", PriceConditions.NONE.withCompanies(Set.of(ACME)), "3.00");
    save(Customer.of(Shop.ADA_ID, "Ada").withCompany(ACME).withGroup("trade"));

    assertThat(price(Shop.ADA, mug().withBuyer(Buyer.inGroups(Set.of("trade")))))
        .isEqualTo("GBP 3.00");
  }

  @Test
  void what_the_host_knows_of_a_call_counts_in_carts_too() {
    list("north", PriceConditions.NONE.withAttribute("region", Set.of("NORTH")), "3.50");
    CallContext north = Shop.ADA.withAttribute("region", "NORTH").withAttribute("city", "Leeds");

    assertThat(price(north, mug())).isEqualTo("GBP 3.50");
    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 4.99");
    assertThat(cartTotal(north)).isEqualTo("GBP 3.50");
  }

  @Test
  void where_the_goods_go_is_the_markets_country_until_it_is_known() {
    list("home", PriceConditions.NONE.withCountries(Set.of(Shop.GB)), "4.50");
    list("abroad", PriceConditions.NONE.withCountries(Set.of(CountryCode.of("FR"))), "5.50");

    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 4.50");
    assertThat(price(Shop.ADA, mug().withDestination(CountryCode.of("FR")))).isEqualTo("GBP 5.50");
    assertThat(price(Shop.ADA, mug().withDestination(CountryCode.of("IE")))).isEqualTo("GBP 4.99");
  }

  @Test
  void a_list_may_be_for_a_market() {
    list("uk", PriceConditions.NONE.withMarkets(Set.of(Shop.UK)), "4.50");

    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 4.50");
  }

  @Test
  void a_price_is_told_for_any_instant() {
    Instant friday = Shop.START.plus(Duration.ofDays(4));
    shop.price(
        PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp("4.99"))
            .withRow(PriceRow.of(gbp("3.99")).withWindow(TimeWindow.from(friday))));

    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 4.99");
    assertThat(price(Shop.ADA, mug().asOf(friday.minusNanos(1)))).isEqualTo("GBP 4.99");
    assertThat(price(Shop.ADA, mug().asOf(friday))).isEqualTo("GBP 3.99");
  }

  @Test
  void the_markets_policy_selects() {
    list("trade", PriceConditions.channels(Shop.WEB), "9.00");

    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 9.00");
    shop.conventions(Conventions.STANDARD.with(Convention.PRICE_SELECTION, PriceSelection.LOWEST));
    assertThat(price(Shop.ADA, mug())).isEqualTo("GBP 4.99");
  }

  @Test
  void an_explanation_is_for_who_may_view_price_lists() {
    list("trade", PriceConditions.groups("trade"), "3.00");
    CallContext office = Shop.staff(PriceService.VIEW);

    assertThat(prices.explain(office, mug()).get(Shop.MUG_RED).candidates())
        .extracting(one -> one.list().value() + ' ' + one.price() + ' ' + one.verdict())
        .containsExactly(
            "base GBP 4.99 " + Verdict.CHOSEN, "trade GBP 3.00 " + Verdict.LIST_CONDITION);
    assertThatThrownBy(() -> prices.explain(Shop.ADA, mug()))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("price.view");
  }

  @Test
  void F6_L26_lines_of_one_sku_reach_a_tier_together_and_splitting_gains_nothing() {
    shop.price(
        PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp("5.00"))
            .withRow(PriceRow.of(gbp("4.00")).withFrom(Quantity.of(3)).withTo(Quantity.of(5)))
            .withRow(PriceRow.of(gbp("6.00")).withFrom(Quantity.of(6))));

    assertThat(cartTotal(Shop.ADA, 2, 1)).isEqualTo("GBP 12.00");
    assertThat(cartTotal(Shop.ADA, 3)).isEqualTo("GBP 12.00");
    assertThat(cartTotal(Shop.ADA, 5, 1)).isEqualTo("GBP 36.00");
  }

  @Test
  void abuse_52_an_instant_beyond_all_calendars_is_refused() {
    for (Instant beyond : List.of(Instant.MIN, Instant.MAX)) {
      assertThatThrownBy(() -> mug().asOf(beyond))
          .isInstanceOf(CommerceException.class)
          .extracting(thrown -> ((CommerceException) thrown).code())
          .isEqualTo(TimeWindow.INVALID);
    }
  }

  @Test
  void abuse_10_attributes_and_skus_without_end_are_refused() {
    Map<Sku, Quantity> many = new HashMap<>();
    for (int i = 0; i <= PriceQuery.SKUS_MAX; i++) {
      many.put(Sku.of("S-" + i), Quantity.ONE);
    }

    assertThatThrownBy(() -> PriceQuery.of(Shop.GBP, many))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("skusMax = 10000");
    CallContext call = Shop.ADA;
    for (int i = 0; i < CallContext.ATTRIBUTES_MAX; i++) {
      call = call.withAttribute("key-" + i, "value");
    }
    CallContext full = call;
    assertThatThrownBy(() -> full.withAttribute("one-more", "value"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("attributesMax = 50");
  }

  private String cartTotal(CallContext context, long... quantities) {
    CartId cart = shop.carts().open(context, Shop.GBP);
    List<NewLine> lines = new ArrayList<>();
    for (long quantity : quantities.length == 0 ? new long[] {1} : quantities) {
      lines.add(
          NewLine.of(Shop.MUG_RED, Quantity.of(quantity)).withReference("line-" + lines.size()));
    }
    shop.carts().add(context, cart, lines);
    return shop.carts().view(context, cart).priced().orElseThrow().totals().grand().toString();
  }

  private String price(CallContext context, PriceQuery query) {
    return prices.prices(context, query).get(Shop.MUG_RED).price().toString();
  }

  private void list(String id, PriceConditions conditions, String price) {
    PriceListId list = PriceListId.of(id);
    CallContext office = Shop.staff(PriceService.EDIT);
    prices.save(office, PriceList.base(list, Shop.GBP).withConditions(conditions));
    shop.price(PriceEntry.of(list, Shop.MUG_RED, gbp(price)));
  }

  private void save(Customer customer) {
    new CoreCustomerService(shop.storage()).save(Shop.staff(CustomerService.EDIT), customer);
  }

  private static PriceQuery mug() {
    return PriceQuery.of(Shop.GBP, Shop.MUG_RED);
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Shop.GBP);
  }
}
