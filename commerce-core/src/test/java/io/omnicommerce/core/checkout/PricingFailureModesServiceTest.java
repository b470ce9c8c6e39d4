package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Campaigns.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.customer.CoreCustomerService;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.Order;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.DeliveryOffer;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.PromotionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How prices and promotions fall apart between channels elsewhere, and do not here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingFailureModesServiceTest {

  private static final List<CallContext> CHANNELS =
      List.of(Shop.ADA, Shop.ADA_IN_APP, Shop.ADA.withChannel(Shop.STORE));

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;
  private final PriceService prices = buying.shop.prices();

  @Test
  void F6_every_channel_asks_one_price_unless_a_list_names_the_channel() {
    for (CallContext channel : CHANNELS) {
      assertThat(everywhere(channel)).as("%s", channel.channel()).containsOnly("GBP 4.99");
    }

    list("app", PriceConditions.channels(Shop.APP), "4.50");

    assertThat(everywhere(Shop.ADA_IN_APP)).containsOnly("GBP 4.50");
    assertThat(everywhere(Shop.ADA)).containsOnly("GBP 4.99");
  }

  @Test
  void F7_a_promotion_begins_and_ends_in_every_channel_at_once_with_no_job() {
    Duration hour = Duration.ofHours(1);
    TimeWindow window = TimeWindow.of(Shop.START.plus(hour), Shop.START.plus(hour.multipliedBy(2)));
    campaigns.run(fixed("hour", "1.00").toBuilder().window(window).build());

    assertThat(offInEachChannel()).containsOnly(gbp("0.00"));
    buying.shop.clock().advance(hour);
    assertThat(offInEachChannel()).containsOnly(gbp("1.00"));
    buying.shop.clock().advance(hour);
    assertThat(offInEachChannel()).containsOnly(gbp("0.00"));
  }

  @Test
  void F10_P26_a_company_pays_what_was_agreed_wherever_it_asks_and_whoever_orders_for_it() {
    CompanyId acme = CompanyId.of("acme");
    list("acme", PriceConditions.NONE.withCompanies(Set.of(acme)), "3.00");
    new CoreCustomerService(buying.shop.storage())
        .save(Shop.staff(CustomerService.EDIT), Customer.of(Shop.ADA_ID, "Ada").withCompany(acme));

    for (CallContext channel : CHANNELS) {
      assertThat(everywhere(channel)).as("%s", channel.channel()).containsOnly("GBP 3.00");
    }
    assertThat(unitPriceInCartOfClerk()).isEqualTo("GBP 3.00");
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "a"));
    assertThat(order.lines().get(0).priced().unitPrice()).hasToString("GBP 3.00");
    assertThat(everywhere(Shop.BOB)).containsOnly("GBP 4.99");
  }

  @Test
  void P26_why_a_group_did_not_get_its_price_is_said() {
    list("trade", PriceConditions.groups("trade").withChannels(Set.of(Shop.APP)), "3.00");
    CallContext office = Shop.staff(PriceService.VIEW, PriceService.ASSIST);
    PriceQuery query =
        PriceQuery.of(Shop.GBP, Shop.MUG_RED).withBuyer(Buyer.inGroups(List.of("trade")));

    Map<?, PriceExplanation> told = prices.explain(office, query);

    assertThat(told.get(Shop.MUG_RED).candidates())
        .anySatisfy(
            candidate -> {
              assertThat(candidate.list()).isEqualTo(PriceListId.of("trade"));
              assertThat(candidate.verdict()).isEqualTo(Verdict.LIST_CONDITION);
            });
    assertThat(prices.prices(office.withChannel(Shop.APP), query).get(Shop.MUG_RED).price())
        .hasToString("GBP 3.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPRING10", " spring10 ", "Spring10\u00A0", "ＳＰＲＩＮＧ１０"})
  void F13_the_code_of_a_mail_counts_in_the_cart_in_the_app_and_at_the_checkout(String typed) {
    campaigns.code("SPRING10", fixed("spring", "2.00"), 5);
    CartId cart = buying.mugs(Shop.ADA, 2);

    buying.carts.applyCoupon(Shop.ADA, cart, typed);

    assertThat(campaigns.off(Shop.ADA, cart)).isEqualTo(gbp("2.00"));
    assertThat(campaigns.off(Shop.ADA_IN_APP, cart)).isEqualTo(gbp("2.00"));
    CheckoutOutcome outcome = buying.checkouts.place(Shop.ADA_IN_APP, cart, Buying.VISA, key("a"));
    assertThat(buying.order(outcome).totals().adjustments()).isEqualTo(gbp("-2.00"));
    assertThat(campaigns.uses("SPRING10")).isEqualTo(1);
  }

  @Test
  void F20_a_campaign_is_one_in_all_channels_and_counts_its_uses_over_all() {
    PromotionId first = PromotionId.of("first");
    campaigns.run(fixed("first", "1.00").toBuilder().usesMax(2).build());

    buying.place(buying.mugs(Shop.ADA, 1), "web");
    assertThat(offInEachChannel()).containsOnly(gbp("1.00"));
    CartId app = buying.mugs(Shop.ADA_IN_APP, 1);
    buying.checkouts.place(Shop.ADA_IN_APP, app, Buying.VISA, key("app"));

    assertThat(campaigns.promotions.uses(Campaigns.OFFICE, first)).isEqualTo(2);
    assertThat(offInEachChannel()).containsOnly(gbp("0.00"));
  }

  @Test
  void F23_delivery_costs_at_the_checkout_what_it_costs_on_the_page_of_the_product() {
    List<DeliveryOffer> page =
        buying.shop.pricing().deliveries(Shop.ADA, mug().withDestination(Shop.GB)).offered();
    List<DeliveryOffer> shipped =
        page.stream().filter(offer -> !offer.method().id().equals(Shop.PICKUP)).toList();

    assertThat(shipped).hasSize(2);
    for (DeliveryOffer offer : shipped) {
      DeliveryMethodId method = offer.method().id();
      CartId cart = buying.mugs(Shop.ADA, 1);
      buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.ship(method, Shop.address()));

      assertThat(campaigns.priced(Shop.ADA, cart).charges()).isEqualTo(offer.charges());
      Order order = buying.order(buying.place(cart, "k-" + cart));
      assertThat(order.charges()).as("%s", method).isEqualTo(offer.charges());
      assertThat(order.totals().charges()).isEqualTo(offer.price());
    }
  }

  /** What a mug costs in the list of products, as a priced line, and in a cart. */
  private List<String> everywhere(CallContext context) {
    CartId cart = buying.mugs(context, 1);
    return List.of(
        inTheShelf(context),
        buying.shop.pricing().price(context, mug()).lines().get(0).unitPrice().toString(),
        campaigns.priced(context, cart).lines().get(0).unitPrice().toString());
  }

  private static PricingRequest mug() {
    return PricingRequest.of(
        Shop.GBP, List.of(PricingLine.of(LineId.of("1"), Shop.MUG_RED, Quantity.ONE)));
  }

  private String inTheShelf(CallContext context) {
    PriceQuery mug = PriceQuery.of(Shop.GBP, Shop.MUG_RED);
    return prices.prices(context, mug).get(Shop.MUG_RED).price().toString();
  }

  private String unitPriceInCartOfClerk() {
    CallContext clerk = Shop.clerk(CartService.ASSIST);
    CartId id = CartId.of("at-the-counter");
    buying.carts.open(clerk, id, CartOwner.known(Shop.ADA_ID), Shop.GBP);
    buying.carts.add(clerk, id, Shop.MUG_RED, Quantity.ONE);
    return campaigns.priced(clerk, id).lines().get(0).unitPrice().toString();
  }

  private List<Money> offInEachChannel() {
    return CHANNELS.stream()
        .map(channel -> campaigns.off(channel, buying.mugs(channel, 1)))
        .toList();
  }

  private void list(String id, PriceConditions conditions, String price) {
    PriceListId list = PriceListId.of(id);
    prices.save(
        Shop.staff(PriceService.EDIT), PriceList.base(list, Shop.GBP).withConditions(conditions));
    buying.shop.price(PriceEntry.of(list, Shop.MUG_RED, UnitPrice.of(price, Shop.GBP)));
  }
}
