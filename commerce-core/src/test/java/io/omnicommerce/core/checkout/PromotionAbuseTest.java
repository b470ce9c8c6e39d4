package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What people try with promotions. The numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromotionAbuseTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final CouponCode CODE = CouponCode.of("TITI");

  private final Buying buying = new Buying();
  private final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());

  @Test
  void abuse_37_a_code_is_the_same_where_i_has_no_dot() {
    give(onCoupon("off", fixed("1.00")));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      CartId cart = with("titi");

      assertThat(discount(cart)).isEqualTo(gbp("-1.00"));
      assertThatThrownBy(() -> with("t\u0131t\u0131")).isInstanceOf(CommerceException.class);
      assertThatThrownBy(() -> with("T\u0130T\u0130")).isInstanceOf(CommerceException.class);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void abuse_38_codes_given_by_turns_count_once_each() {
    give(onCoupon("a", fixed("1.00")));
    promotions.save(OFFICE, List.of(onCoupon("b", fixed("2.00"))));
    promotions.saveCoupons(
        OFFICE, List.of(Coupon.of(CouponCode.of("B"), PromotionId.of("b")).withUses(1)));
    CartId cart = with("TITI");

    for (String code : List.of("B", "titi", "b", "TITI", "B")) {
      buying.carts.applyCoupon(Shop.ADA, cart, code);
    }

    assertThat(buying.cart(cart).coupons()).hasSize(2);
    assertThat(discount(cart)).isEqualTo(gbp("-3.00"));
    assertThat(buying.order(buying.place(cart, "a")).totals().adjustments())
        .isEqualTo(gbp("-3.00"));
    assertThat(promotions.uses(OFFICE, CouponCode.of("B"))).isEqualTo(1);
  }

  @Test
  void abuse_42_a_promotion_that_has_ended_is_not_given_when_it_is_ordered() {
    Instant end = Shop.START.plus(Duration.ofHours(1));
    promotions.save(
        OFFICE,
        List.of(promotion("off", fixed("1.00")).toBuilder().window(TimeWindow.until(end)).build()));
    CartId cart = buying.mugs(Shop.ADA, 2);
    Money shown = discount(cart);
    buying.shop.clock().advance(Duration.ofHours(1));

    assertThat(shown).isEqualTo(gbp("-1.00"));
    assertThat(buying.order(buying.place(cart, "a")).totals().adjustments()).isEqualTo(gbp("0.00"));
  }

  @Test
  void abuse_43_the_discount_goes_with_the_goods_that_it_was_for() {
    promotions.save(
        OFFICE,
        List.of(
            promotion("off", fixed("1.00")).toBuilder()
                .when(new Condition.Contains(ItemFilter.skus(Shop.BOOK)))
                .build()));
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.carts.add(Shop.ADA, cart, Shop.BOOK, Quantity.ONE);
    Money shown = discount(cart);

    buying.carts.remove(Shop.ADA, cart, buying.cart(cart).lines().get(1).id());

    assertThat(shown).isEqualTo(gbp("-1.00"));
    assertThat(buying.order(buying.place(cart, "a")).totals().adjustments()).isEqualTo(gbp("0.00"));
  }

  @Test
  void abuse_45_however_much_is_stacked_nothing_costs_less_than_nothing() {
    promotions.save(
        OFFICE,
        List.of(
            promotion("a", percent("60")),
            promotion("b", percent("60")),
            promotion("c", percent("100")),
            promotion("d", fixed("1000.00")),
            promotion(
                "e",
                new Benefit.ItemPercent(
                    BigDecimal.valueOf(100), ItemFilter.ALL, OptionalLong.empty())),
            promotion("f", new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of())),
            promotion("g", new Benefit.ShippingFixed(amount("50.00"), Set.of()))));

    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 3), "a"));

    assertThat(order.totals().grand()).isEqualTo(gbp("0.00"));
    assertThat(order.lines())
        .extracting(line -> line.priced().payable())
        .allSatisfy(payable -> assertThat(payable.isNegative()).isFalse());
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_46_what_is_bought_is_not_given_as_well() {
    promotions.save(
        OFFICE,
        List.of(
            promotion(
                "two-and-one",
                new Benefit.BuyXGetY(
                    ItemFilter.skus(Shop.MUG_RED),
                    2,
                    ItemFilter.skus(Shop.MUG_RED),
                    1,
                    BigDecimal.valueOf(100),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty()))));

    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
    assertThat(discount(buying.mugs(Shop.ADA, 3))).isEqualTo(gbp("-4.99"));
  }

  @Test
  void abuse_47_a_code_that_is_for_others_is_answered_as_one_that_is_for_nobody() {
    give(onCoupon("off", fixed("1.00")));
    CallContext elsewhere = CallContext.of(TenantId.of("rival"), Shop.WEB, OFFICE.actor());
    promotions.save(elsewhere, List.of(onCoupon("theirs", fixed("1.00"))));
    promotions.saveCoupons(
        elsewhere, List.of(Coupon.of(CouponCode.of("THEIRS"), PromotionId.of("theirs"))));
    CartId cart = buying.mugs(Shop.ADA, 2);

    assertThat(answer(cart, "THEIRS")).isEqualTo(answer(cart, "NOBODYS"));
  }

  @Test
  void abuse_47_of_a_code_that_gives_nothing_here_it_is_not_said_why() {
    Currency euro = Currency.getInstance("EUR");
    List<Promotion> others =
        List.of(
            onCoupon("channel", fixed("1.00")).toBuilder()
                .when(new Condition.ChannelIn(Set.of(Shop.STORE)))
                .build(),
            onCoupon("group", fixed("1.00")).toBuilder()
                .when(new Condition.CustomerIn(Set.of("gold")))
                .build(),
            onCoupon(
                "currency",
                new Benefit.OrderFixed(Amount.of(Money.of("1.00", euro)), ItemFilter.ALL)));
    promotions.save(OFFICE, others);
    Set<String> answers = new HashSet<>();
    for (Promotion other : others) {
      promotions.saveCoupons(OFFICE, List.of(Coupon.of(CODE, other.id())));
      PricedCart priced = priced(with("TITI"));
      answers.add(priced.coupons().toString() + priced.totals().adjustments());
    }

    assertThat(answers).hasSize(1);
    assertThat(answers.iterator().next()).contains("Optional.empty").endsWith("GBP 0.00");
  }

  @Test
  void abuse_49_a_promotion_that_is_switched_off_is_off_for_carts_that_had_it() {
    give(onCoupon("off", fixed("1.00")));
    CartId cart = with("TITI");
    Money shown = discount(cart);

    promotions.save(
        OFFICE, List.of(onCoupon("off", fixed("1.00")).toBuilder().enabled(false).build()));

    assertThat(shown).isEqualTo(gbp("-1.00"));
    assertThat(buying.order(buying.place(cart, "a")).totals().adjustments()).isEqualTo(gbp("0.00"));
    assertThat(promotions.uses(OFFICE, CODE)).isZero();
  }

  @Test
  void abuse_50_conditions_that_are_too_deep_or_too_many_are_refused_with_their_path() {
    Condition deep = new Condition.NthOrder(1);
    for (int i = 0; i < 10_000; i++) {
      deep = new Condition.Not(deep);
    }
    List<Condition> many = new ArrayList<>();
    for (int i = 0; i <= Promotion.CONDITIONS_MAX; i++) {
      many.add(new Condition.NthOrder(i + 1));
    }

    assertRefused(promotion("deep", fixed("1.00")).toBuilder().when(deep).build(), "depthMax");
    assertRefused(
        promotion("many", fixed("1.00")).toBuilder().conditions(many).build(), "conditions[200]");
  }

  @Test
  void abuse_50_a_text_of_a_promotion_is_no_pattern() {
    promotions.save(
        OFFICE,
        List.of(
            promotion(
                "pattern",
                new Benefit.OrderFixed(amount("1.00"), ItemFilter.categories("(a+)+$", ".*")))));

    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
  }

  @Test
  void abuse_51_limits_of_promotions_below_zero_are_refused_and_zero_is_never() {
    Promotion off = promotion("off", fixed("1.00"));
    promotions.save(OFFICE, List.of(off.toBuilder().usesMax(0).build()));

    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
    assertThatThrownBy(() -> off.toBuilder().usesMax(-1).build())
        .isInstanceOf(InvalidInputException.class);
    promotions.save(OFFICE, List.of(off.toBuilder().usesMax(Long.MAX_VALUE).build()));
    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("-1.00"));
    assertThat(buying.order(buying.place(buying.mugs(Shop.ADA, 2), "a")).totals().adjustments())
        .isEqualTo(gbp("-1.00"));
  }

  @Test
  void abuse_52_a_window_that_is_empty_or_beyond_all_calendars_is_refused() {
    assertThatThrownBy(() -> TimeWindow.of(Shop.START, Shop.START))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TimeWindow.from(Instant.MIN))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TimeWindow.until(Instant.MAX))
        .isInstanceOf(InvalidInputException.class);
  }

  private void assertRefused(Promotion promotion, String with) {
    assertThatThrownBy(() -> promotions.save(OFFICE, List.of(promotion)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(promotion.id().value())
        .hasMessageContaining(with);
    assertThat(promotions.find(OFFICE, promotion.id())).isEmpty();
  }

  private String answer(CartId cart, String code) {
    try {
      buying.carts.applyCoupon(Shop.ADA, cart, code);
      return "given";
    } catch (CommerceException refused) {
      return refused.toString().replace(code, "…");
    }
  }

  /** Saves a promotion and the coupon that opens it. */
  private void give(Promotion promotion) {
    promotions.save(OFFICE, List.of(promotion));
    promotions.saveCoupons(OFFICE, List.of(Coupon.of(CODE, promotion.id())));
  }

  private CartId with(String code) {
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.carts.applyCoupon(Shop.ADA, cart, code);
    return cart;
  }

  private PricedCart priced(CartId cart) {
    return buying.carts.view(Shop.ADA, cart).priced().orElseThrow();
  }

  private Money discount(CartId cart) {
    return priced(cart).totals().adjustments();
  }

  private static Promotion onCoupon(String id, Benefit benefit) {
    return promotion(id, benefit).toBuilder().onCoupon(true).build();
  }

  private static Promotion promotion(String id, Benefit benefit) {
    return Promotion.of(PromotionId.of(id), id, benefit);
  }

  private static Benefit fixed(String amount) {
    return new Benefit.OrderFixed(amount(amount), ItemFilter.ALL);
  }

  private static Benefit percent(String percent) {
    return new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL);
  }

  private static Amount amount(String amount) {
    return Amount.of(gbp(amount));
  }
}
