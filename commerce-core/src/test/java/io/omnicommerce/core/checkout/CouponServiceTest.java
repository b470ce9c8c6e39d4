package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.customer.Email;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coupons from their codes to their uses. The numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CouponServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final PromotionId TENNER = PromotionId.of("tenner");
  private static final CouponCode SAVE10 = CouponCode.of("SAVE10");

  private final Buying buying = new Buying();
  private final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());

  CouponServiceTest() {
    promotions.save(OFFICE, List.of(off("2.00").toBuilder().onCoupon(true).build()));
    promotions.saveCoupons(OFFICE, List.of(Coupon.of(SAVE10, TENNER).withUses(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" save10 ", "SAVE10", "ＳＡＶＥ１０", "SAVE\u200D10", "Save10"})
  void abuse_36_a_code_is_one_however_it_is_typed(String typed) {
    CartId cart = buying.mugs(Shop.ADA, 2);

    buying.carts.applyCoupon(Shop.ADA, cart, typed);
    buying.carts.applyCoupon(Shop.ADA, cart, "SAVE10");

    assertThat(priced(cart).totals().adjustments()).isEqualTo(Buying.gbp("-2.00"));
    assertThat(buying.cart(cart).coupons()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SАVE10", "SAVE11", "", "\u0000", "X'; DROP TABLE coupon;--"})
  void abuse_36_47_what_is_no_coupon_is_refused_in_one_way(String typed) {
    CartId cart = buying.mugs(Shop.ADA, 2);

    assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, cart, typed))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("does not count here");
    assertThat(buying.cart(cart).coupons()).isEmpty();
  }

  @Test
  void case_counts_where_the_market_says_so() {
    buying.shop.conventions(Conventions.STANDARD.with("coupon_case_sensitive", "true"));
    CartId cart = buying.mugs(Shop.ADA, 2);

    assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, cart, "save10"))
        .isInstanceOf(RefusedException.class);
    buying.carts.applyCoupon(Shop.ADA, cart, "SAVE10");
  }

  @Test
  void abuse_39_a_cart_has_a_limit_of_coupons() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    List<Coupon> many = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      many.add(Coupon.of(CouponCode.of("C" + i), TENNER));
    }
    promotions.saveCoupons(OFFICE, many);
    many.subList(0, 20)
        .forEach(coupon -> buying.carts.applyCoupon(Shop.ADA, cart, coupon.code().value()));

    assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, cart, "C20"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("couponsMax");
    assertThat(priced(cart).totals().adjustments()).isEqualTo(Buying.gbp("-2.00"));
  }

  @Test
  void l29_a_use_is_taken_with_the_order_and_no_second_one() {
    CartId first = withCoupon(Shop.ADA);
    CartId second = withCoupon(Shop.BOB);

    assertThat(buying.place(first, "a")).isInstanceOf(CheckoutOutcome.Placed.class);

    assertThat(promotions.uses(OFFICE, SAVE10)).isEqualTo(1);
    assertThat(priced(Shop.BOB, second).totals().adjustments()).isEqualTo(Buying.gbp("0.00"));
    assertThat(priced(Shop.BOB, second).coupons().get(0).isApplied()).isFalse();
    assertThat(buying.checkouts.place(Shop.BOB, second, Buying.VISA, key("b")))
        .isInstanceOf(CheckoutOutcome.Placed.class);
    assertThat(buying.orders())
        .extracting(order -> order.totals().adjustments())
        .containsExactlyInAnyOrder(Buying.gbp("-2.00"), Buying.gbp("0.00"));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_40_of_many_at_once_one_gets_the_last_use() throws Exception {
    int buyers = 12;
    List<CartId> carts = new ArrayList<>();
    for (int i = 0; i < buyers; i++) {
      carts.add(withCoupon(Shop.ADA));
    }
    ExecutorService pool = Executors.newFixedThreadPool(buyers);
    try {
      List<Callable<CheckoutOutcome>> tries = new ArrayList<>();
      for (CartId cart : carts) {
        tries.add(() -> buying.place(cart, "k-" + cart));
      }
      for (Future<CheckoutOutcome> outcome : pool.invokeAll(tries)) {
        outcome.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(buying.orders().stream().filter(order -> order.totals().adjustments().isNegative()))
        .hasSize(1);
    assertThat(promotions.uses(OFFICE, SAVE10)).isEqualTo(1);
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_41_a_customer_is_one_in_two_carts_and_as_a_guest() {
    promotions.saveCoupons(OFFICE, List.of(Coupon.of(SAVE10, TENNER).withUsesPerCustomer(1)));
    CartId first = withCoupon(Shop.ADA);
    CartId second = withCoupon(Shop.ADA);
    CartId guest = withCoupon(Shop.GUEST);

    buying.place(first, "a");

    assertThat(priced(second).coupons().get(0).isApplied()).isFalse();
    assertThat(asGuest(guest).coupons().get(0).isApplied()).isFalse();
    buying.carts.contact(Shop.GUEST, guest, BuyerContact.of("Eve", Email.of("eve@example.org")));
    assertThat(asGuest(guest).coupons().get(0).isApplied()).isTrue();
    assertThat(buying.checkouts.place(Shop.GUEST, guest, Buying.VISA, key("g2")))
        .isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void abuse_42_43_what_ended_or_no_longer_fits_is_gone_when_it_is_ordered() {
    promotions.saveCoupons(
        OFFICE,
        List.of(
            Coupon.of(SAVE10, TENNER)
                .withWindow(TimeWindow.until(Shop.START.plus(Duration.ofHours(1))))));
    CartId cart = withCoupon(Shop.ADA);
    buying.shop.clock().advance(Duration.ofHours(2));

    buying.place(cart, "a");

    assertThat(buying.orders().get(0).totals().adjustments()).isEqualTo(Buying.gbp("0.00"));
    assertThat(promotions.uses(OFFICE, SAVE10)).isZero();
  }

  @Test
  void abuse_55_a_cancelled_order_gives_its_use_back_once() {
    CartId cart = withCoupon(Shop.ADA);
    var order = buying.order(buying.place(cart, "a"));

    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));

    assertThat(promotions.uses(OFFICE, SAVE10)).isZero();
    assertThat(buying.place(withCoupon(Shop.ADA), "b")).isInstanceOf(CheckoutOutcome.Placed.class);
    assertThat(promotions.uses(OFFICE, SAVE10)).isEqualTo(1);
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_coupon_can_keep_the_use_of_a_cancelled_order() {
    promotions.saveCoupons(
        OFFICE, List.of(Coupon.of(SAVE10, TENNER).withUses(1).withRestoredOnCancel(false)));
    var order = buying.order(buying.place(withCoupon(Shop.ADA), "a"));

    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));

    assertThat(promotions.uses(OFFICE, SAVE10)).isEqualTo(1);
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void what_a_cancelled_order_gives_back_is_said_by_the_market_it_was_bought_in() {
    MarketId elsewhere = MarketId.of("elsewhere");
    ChannelId desk = ChannelId.of("desk");
    CallContext office = Shop.staff(ChannelService.EDIT);
    Conventions keeping = Conventions.STANDARD.with("cancel_restores_usage", "false");
    buying
        .shop
        .channels()
        .save(
            office,
            new Market(
                elsewhere, "Elsewhere", Set.of(Shop.GBP), "uk", CountryCode.of("GB"), keeping));
    buying
        .shop
        .channels()
        .save(office, new Channel(desk, "Desk", Channel.Kind.CALL_CENTER, elsewhere, List.of()));
    var order = buying.order(buying.place(withCoupon(Shop.ADA), "a"));

    buying.checkouts.cancel(
        Shop.context(desk, Actor.staff("office", CheckoutService.CANCEL)),
        order.id(),
        "no",
        key("c"));

    assertThat(promotions.uses(OFFICE, SAVE10)).isZero();
  }

  @Test
  void abuse_51_a_limit_of_nothing_is_never_and_a_negative_one_is_refused() {
    promotions.saveCoupons(OFFICE, List.of(Coupon.of(SAVE10, TENNER).withUses(0)));
    CartId cart = buying.mugs(Shop.ADA, 2);

    assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, cart, "SAVE10"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Coupon.of(SAVE10, TENNER).withUses(-1))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void uses_elsewhere_count_and_a_key_counts_once() {
    promotions.recordUse(OFFICE, SAVE10, Optional.of(Shop.BOB_ID), key("till-1"));
    promotions.recordUse(OFFICE, SAVE10, Optional.of(Shop.BOB_ID), key("till-1"));

    assertThat(promotions.uses(OFFICE, SAVE10)).isEqualTo(1);
    assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, buying.mugs(Shop.ADA, 2), "SAVE10"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_promotion_counts_its_uses_too() {
    promotions.save(
        OFFICE,
        List.of(
            Promotion.of(
                    PromotionId.of("first-one"),
                    "First one",
                    new Benefit.OrderFixed(Amount.of(Money.of("1.00", Shop.GBP)), ItemFilter.ALL))
                .toBuilder()
                .usesMax(1)
                .build()));

    buying.place(buying.mugs(Shop.ADA, 2), "a");
    buying.place(buying.mugs(Shop.ADA, 2), "b");

    assertThat(buying.orders())
        .extracting(order -> order.totals().adjustments())
        .containsExactlyInAnyOrder(Buying.gbp("-1.00"), Buying.gbp("0.00"));
    assertThat(promotions.uses(OFFICE, PromotionId.of("first-one"))).isEqualTo(1);
  }

  @Test
  void a_gift_comes_from_stock_and_stands_on_the_order_for_nothing() {
    promotions.save(
        OFFICE,
        List.of(
            Promotion.of(
                PromotionId.of("gift"),
                "A book",
                new Benefit.Gift(List.of(Shop.BOOK), Quantity.ONE))));

    var order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "a"));

    assertThat(order.lines()).hasSize(2);
    assertThat(order.lines().get(1).priced().sku()).isEqualTo(Shop.BOOK);
    assertThat(order.lines().get(1).priced().payable().isZero()).isTrue();
    assertThat(buying.audit()).isEmpty();
  }

  private CartId withCoupon(CallContext context) {
    CartId cart = buying.mugs(context, 2);
    buying.carts.applyCoupon(context, cart, "SAVE10");
    return cart;
  }

  private PricedCart asGuest(CartId cart) {
    return buying.carts.view(Shop.GUEST, cart).priced().orElseThrow();
  }

  private PricedCart priced(CartId cart) {
    return priced(Shop.ADA, cart);
  }

  private PricedCart priced(CallContext context, CartId cart) {
    return buying.carts.view(context, cart).priced().orElseThrow();
  }

  private static Promotion off(String amount) {
    return Promotion.of(
        TENNER,
        "Two off",
        new Benefit.OrderFixed(Amount.of(Money.of(amount, Shop.GBP)), ItemFilter.ALL));
  }
}
