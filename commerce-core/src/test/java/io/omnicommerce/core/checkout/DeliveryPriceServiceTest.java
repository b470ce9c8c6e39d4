package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.DeliveryPages.HOME;
import static io.omnicommerce.core.checkout.DeliveryPages.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.Weight;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.checkout.DeliveryPages.Said;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.delivery.AmountBasis;
import io.omnicommerce.delivery.DeliveryFee;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryPrice.WeightStep;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.order.Order;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.DeliveryOffer;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What delivery costs, wherever it is said. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryPriceServiceTest {

  private static final LeadTime DAYS = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));
  private static final DeliveryMethod METHOD = DeliveryMethod.ship(POST, "Post", DAYS);
  private static final DeliveryPrice BY_WEIGHT =
      new DeliveryPrice.ByWeight(
          List.of(
              new WeightStep(Weight.ofGrams(0), gbp("2.95")),
              new WeightStep(Weight.ofGrams(1_000), gbp("4.95"))),
          Optional.empty(),
          Optional.empty());

  private final DeliveryPages pages = new DeliveryPages();

  @Test
  void R28_the_product_page_the_cart_the_checkout_and_the_order_say_the_same() {
    weigh(Shop.MUG_RED, 400);
    pages.with(
        METHOD.withRates(
            DeliveryRate.of(BY_WEIGHT),
            DeliveryRate.of(BY_WEIGHT)
                .withPlaces(Destination.parse("GB/SW1"))
                .withFee(new DeliveryFee("London", gbp("0.50")))));
    Map<Sku, Long> goods = Map.of(Shop.MUG_RED, 3L);

    Said product = pages.onTheProductPage(goods);
    CartId cart = pages.cart(goods);
    Said choice = pages.whereItIsChosen(cart);
    Said inCart = pages.inTheCart(cart);
    Order order = pages.buying.order(pages.buying.place(cart, "tap"));

    assertThat(DeliveryPages.amounts(product)).containsExactly("GBP 4.95", "GBP 0.50");
    assertThat(product.charges().get(0).taxes()).isNotEmpty();
    assertThat(choice).isEqualTo(product);
    assertThat(inCart).isEqualTo(product);
    assertThat(order.charges()).isEqualTo(product.charges());
    assertThat(order.totals().charges()).isEqualTo(gbp("5.45"));
  }

  @Test
  void R28_no_channel_pays_another_price() {
    PricingRequest request = request(Shop.MUG_RED);
    DeliveryOffers web = pages.buying.shop.pricing().deliveries(Shop.ADA, request);

    assertThat(pages.buying.shop.pricing().deliveries(Shop.ADA_IN_APP, request)).isEqualTo(web);
    assertThat(web.offered())
        .extracting(offer -> offer.method().id())
        .containsExactly(Shop.PICKUP, Shop.STANDARD, Shop.EXPRESS);
    assertThat(web.offered().get(1).promise().latest())
        .isEqualTo(Shop.START.plus(Duration.ofDays(3)));
  }

  @Test
  void what_is_offered_comes_cheapest_first_then_by_id() {
    save(ship("b", "1.00"), ship("a", "1.00"), ship("c", "0.50"));

    assertThat(pages.buying.shop.pricing().deliveries(Shop.ADA, request(Shop.MUG_RED)).offered())
        .extracting(offer -> offer.method().id().value())
        .containsExactly("pickup", "c", "a", "b", "standard", "express");
  }

  @Test
  void what_is_for_other_markets_channels_and_currencies_is_not_spoken_of() {
    save(
        ship("app-only", "1.00").withChannels(Shop.APP),
        ship("abroad", "1.00").withCountries(CountryCode.of("FR")));
    market("fr");
    save(ship("french", "1.00").withMarkets(MarketId.of("fr")));

    DeliveryOffers web = pages.buying.shop.pricing().deliveries(Shop.ADA, request(Shop.BOOK));
    DeliveryOffers app =
        pages.buying.shop.pricing().deliveries(Shop.ADA_IN_APP, request(Shop.BOOK));

    assertThat(methods(web)).containsExactly("pickup", "standard", "express");
    assertThat(methods(app)).containsExactly("pickup", "app-only", "standard", "express");
    assertThat(web.refused())
        .extracting(refusal -> refusal.facts().get("method").orElseThrow())
        .containsExactly("abroad");
  }

  @Test
  void before_anybody_has_said_where_to_only_what_goes_anywhere_is_offered() {
    save(
        ship("home", "1.00").withCountries(Shop.GB),
        METHOD.withRates(DeliveryRate.flat(gbp("1.00")).withPlaces(Destination.of(Shop.GB))));
    PricingRequest nowhere =
        PricingRequest.of(
            Shop.GBP, List.of(PricingLine.of(LineId.of("1"), Shop.BOOK, Quantity.ONE)));

    DeliveryOffers offers = pages.buying.shop.pricing().deliveries(Shop.ADA, nowhere);

    assertThat(methods(offers)).containsExactly("pickup", "standard", "express");
    assertThat(offers.refused())
        .hasSize(2)
        .allSatisfy(refusal -> assertThat(refusal.facts().get("missing")).contains("destination"));
  }

  @Test
  void free_from_looks_at_what_remains_after_promotions_or_at_what_was_before() {
    promote("tenth", new Benefit.OrderPercent(BigDecimal.TEN, Optional.empty(), ItemFilter.ALL));
    DeliveryRate rate =
        DeliveryRate.flat(gbp("3.00"))
            .withFreeFrom(gbp("24.00"))
            .withFee(new DeliveryFee("Handling", gbp("0.30")));
    Map<Sku, Long> goods = Map.of(Shop.TEE_M, 2L); // 25.00, less a tenth 22.50

    pages.with(METHOD.withRates(rate));
    assertThat(DeliveryPages.amounts(pages.onTheProductPage(goods)))
        .containsExactly("GBP 3.00", "GBP 0.30");
    pages.with(METHOD.withRates(rate.withBasis(AmountBasis.BEFORE_DISCOUNTS)));
    assertThat(DeliveryPages.amounts(pages.onTheProductPage(goods)))
        .containsExactly("GBP 0.00", "GBP 0.30");
  }

  @Test
  void promotions_on_delivery_reduce_the_price_and_not_the_fees() {
    promote("free", new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of(POST)));
    pages.with(
        METHOD.withRates(
            DeliveryRate.flat(gbp("3.00")).withFee(new DeliveryFee("Handling", gbp("0.30")))));

    DeliveryOffer offer =
        offer(pages.buying.shop.pricing().deliveries(Shop.ADA, request(Shop.BOOK)));

    assertThat(offer.price()).isEqualTo(gbp("3.30"));
    assertThat(offer.total()).isEqualTo(gbp("0.30"));
    assertThat(offer.payable()).isEqualTo(gbp("0.30"));
    assertThat(offer.charges().stream().map(PricedCharge::charge).map(Charge::kind))
        .containsExactly("delivery", "fee");
  }

  @Test
  void a_promotion_whose_budget_does_not_reach_is_not_offered() {
    new CorePromotionService(
            pages.buying.shop.storage(), HostRules.NONE, pages.buying.shop.secrets())
        .save(
            Shop.staff(PromotionService.EDIT),
            List.of(
                Promotion.of(
                        PromotionId.of("free"),
                        "Free",
                        new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of(POST)))
                    .toBuilder()
                    .budget(Budget.of(gbp("2.00")))
                    .build()));
    pages.with(METHOD.withRates(DeliveryRate.flat(gbp("3.00"))));

    DeliveryOffer offer =
        offer(pages.buying.shop.pricing().deliveries(Shop.ADA, request(Shop.BOOK)));

    assertThat(offer.payable()).isEqualTo(gbp("3.00"));
  }

  @Test
  void abuse_75_goods_below_the_minimum_are_refused_wherever_they_are_shown() {
    pages.with(METHOD.withRates(DeliveryRate.flat(gbp("1.00")).withOrderMin(gbp("10.00"))));
    Map<Sku, Long> goods = Map.of(Shop.MUG_RED, 2L);
    CartId cart = pages.cart(goods);

    Said product = pages.onTheProductPage(goods);

    assertThat(product.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(DeliveryService.BELOW_MINIMUM);
              assertThat(refusal.facts().get("missing")).contains("GBP 0.02");
            });
    assertThat(pages.whereItIsChosen(cart)).isEqualTo(product);
    assertThat(pages.inTheCart(cart)).isEqualTo(product);
    assertThat(pages.atTheCheckout(cart)).isEqualTo(product);
    assertThat(pages.buying.orders()).isEmpty();
  }

  @Test
  void a_sku_without_weight_is_refused_by_a_method_by_weight_and_by_no_other() {
    weigh(Shop.MUG_RED, 400);
    pages.with(METHOD.withRates(DeliveryRate.of(BY_WEIGHT)));
    Map<Sku, Long> goods = Map.of(Shop.TEE_M, 1L);
    CartId cart = pages.cart(goods);

    Said product = pages.onTheProductPage(goods);

    assertThat(product.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(DeliveryService.UNKNOWN_WEIGHT);
              assertThat(refusal.facts().get("sku")).contains("TEE-M");
            });
    assertThat(pages.inTheCart(cart)).isEqualTo(product);
    assertThatThrownBy(
            () ->
                pages.buying.shop.pricing().price(Shop.ADA, request(Shop.TEE_M).withDelivery(POST)))
        .isInstanceOf(RefusedException.class)
        .hasFieldOrPropertyWithValue("code", DeliveryService.UNKNOWN_WEIGHT);
    assertThat(methods(pages.buying.shop.pricing().deliveries(Shop.ADA, request(Shop.TEE_M))))
        .containsExactly("pickup", "standard", "express");
  }

  @Test
  void what_nobody_carries_costs_no_delivery_and_weighs_nothing() {
    Sku ebook = Sku.of("EBOOK");
    pages.buying.shop.sell(CatalogEntry.of(ebook, "E-book").withShippable(false));
    pages.buying.shop.price(ebook, "20.00");
    weigh(Shop.MUG_RED, 400);
    pages.with(METHOD.withRates(DeliveryRate.of(BY_WEIGHT)));

    assertThat(offer(pages.buying.shop.pricing().deliveries(Shop.ADA, request(ebook))).charges())
        .isEmpty();
    assertThat(DeliveryPages.amounts(pages.onTheProductPage(Map.of(ebook, 9L, Shop.MUG_RED, 1L))))
        .containsExactly("GBP 2.95");
  }

  @Test
  void goods_without_a_price_have_no_delivery_either() {
    pages.buying.shop.sell(CatalogEntry.of(Sku.of("NEW"), "New"));

    assertThatThrownBy(
            () -> pages.buying.shop.pricing().deliveries(Shop.ADA, request(Sku.of("NEW"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("NEW");
  }

  @Test
  void a_method_whose_minimum_was_raised_meanwhile_cannot_be_checked_out() {
    pages.with(METHOD.withRates(DeliveryRate.flat(gbp("1.00"))));
    CartId cart = pages.cart(Map.of(Shop.MUG_RED, 2L));
    pages.inTheCart(cart);
    pages.with(METHOD.withRates(DeliveryRate.flat(gbp("1.00")).withOrderMin(gbp("50.00"))));

    assertThat(Buying.reasons(pages.buying.checkouts.place(Shop.ADA, cart, VISA, key("tap"))))
        .containsExactly(DeliveryService.BELOW_MINIMUM.value());
  }

  private void weigh(Sku sku, long grams) {
    pages.buying.shop.sell(CatalogEntry.of(sku, "Heavy").withWeight(Weight.ofGrams(grams)));
  }

  private void promote(String id, Benefit benefit) {
    new CorePromotionService(
            pages.buying.shop.storage(), HostRules.NONE, pages.buying.shop.secrets())
        .save(
            Shop.staff(PromotionService.EDIT),
            List.of(Promotion.of(PromotionId.of(id), id, benefit)));
  }

  private void market(String id) {
    pages
        .buying
        .shop
        .channels()
        .save(
            Shop.staff(ChannelService.EDIT),
            new Market(MarketId.of(id), id, Set.of(Shop.GBP), id, Shop.GB, Conventions.STANDARD));
  }

  private void save(DeliveryMethod... methods) {
    for (DeliveryMethod method : methods) {
      pages.with(method);
    }
  }

  private static DeliveryMethod ship(String id, String price) {
    return DeliveryMethod.ship(DeliveryMethodId.of(id), id, DAYS, gbp(price));
  }

  private static PricingRequest request(Sku sku) {
    PricingLine line = PricingLine.of(LineId.of("1"), sku, Quantity.ONE);
    return PricingRequest.of(Shop.GBP, List.of(line)).withDestination(HOME);
  }

  private static List<String> methods(DeliveryOffers offers) {
    return offers.offered().stream().map(offer -> offer.method().id().value()).toList();
  }

  private static DeliveryOffer offer(DeliveryOffers offers) {
    return offers.offered().stream()
        .filter(offer -> offer.method().id().equals(POST))
        .findFirst()
        .orElseThrow();
  }
}
