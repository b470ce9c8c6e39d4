package io.omnicommerce.core.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CoreCartService;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Guessing codes. The numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CouponAttemptsAbuseTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final PromotionId TENNER = PromotionId.of("tenner");
  private static final int ALLOWED = 3;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Buying buying = new Buying();
  private final CartService carts =
      new CoreCartService(
          buying.shop.storage(),
          buying.shop.ids(),
          buying.shop.secrets(),
          new CartPricing(buying.shop.pricingOf()),
          new AttemptLimit(ALLOWED, WINDOW));

  CouponAttemptsAbuseTest() {
    PromotionService promotions =
        new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());
    promotions.save(
        OFFICE,
        List.of(
            Promotion.of(
                    TENNER,
                    "Two off",
                    new Benefit.OrderFixed(Amount.of(Money.of("2.00", Shop.GBP)), ItemFilter.ALL))
                .toBuilder()
                .onCoupon(true)
                .build()));
    promotions.saveCoupons(
        OFFICE,
        List.of(
            Coupon.of(CouponCode.of("RIGHT"), TENNER),
            Coupon.of(CouponCode.of("ENDED"), TENNER).withEnabled(false)));
  }

  @Test
  void abuse_48_who_has_guessed_too_often_is_refused_also_the_right_code_and_told_until_when() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    guess(Shop.ADA, cart, "WRONG-1");
    buying.shop.clock().advance(Duration.ofMinutes(1));
    guess(Shop.ADA, cart, "WRONG-2");
    guess(Shop.ADA, cart, "ENDED");

    Instant until = Shop.START.plus(WINDOW);
    assertThatThrownBy(() -> carts.applyCoupon(Shop.ADA, cart, "RIGHT"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(until.toString())
        .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("promotion.too_many_attempts"));

    buying.shop.clock().advance(Duration.ofMinutes(4));
    assertThat(carts.applyCoupon(Shop.ADA, cart, "RIGHT").coupons()).hasSize(1);
  }

  @Test
  void abuse_48_another_cart_of_the_same_guesser_helps_nobody_and_harms_nobody_else() {
    for (int i = 0; i < ALLOWED; i++) {
      guess(Shop.ADA, buying.mugs(Shop.ADA, 1), "WRONG-" + i);
    }
    CartId fresh = buying.mugs(Shop.ADA, 1);
    CartId bobs = buying.mugs(Shop.BOB, 1);

    assertThatThrownBy(() -> carts.applyCoupon(Shop.ADA, fresh, "RIGHT"))
        .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("promotion.too_many_attempts"));
    assertThat(carts.applyCoupon(Shop.BOB, bobs, "RIGHT").coupons()).hasSize(1);
  }

  @Test
  void abuse_48_wrong_ended_and_malformed_codes_are_answered_alike_and_count_alike() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    List<String> answers = new ArrayList<>();
    for (String typed : List.of("WRONG", "ENDED", "\u0000")) {
      assertThatThrownBy(() -> carts.applyCoupon(Shop.ADA, cart, typed))
          .satisfies(thrown -> answers.add(code(thrown) + ' ' + thrown.getMessage()));
    }

    assertThat(answers.stream().distinct()).hasSize(1);
    assertThatThrownBy(() -> carts.applyCoupon(Shop.ADA, cart, "RIGHT"))
        .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("promotion.too_many_attempts"));
  }

  @Test
  void the_same_wrong_code_again_and_right_codes_are_no_guesses() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    for (int i = 0; i < 5 * ALLOWED; i++) {
      guess(Shop.ADA, cart, i % 2 == 0 ? "WRONG" : " wrong ");
      carts.applyCoupon(Shop.ADA, cart, "RIGHT");
    }

    assertThat(buying.cart(cart).coupons()).containsExactly(CouponCode.of("RIGHT"));
  }

  @Test
  void abuse_48_of_guesses_at_once_no_more_than_the_limit_are_answered() throws Exception {
    int guesses = 12;
    List<CartId> own = new ArrayList<>();
    for (int i = 0; i < guesses; i++) {
      own.add(buying.mugs(Shop.ADA, 1));
    }
    ExecutorService pool = Executors.newFixedThreadPool(guesses);
    List<String> answers = new ArrayList<>();
    try {
      List<Callable<String>> tries = new ArrayList<>();
      for (int i = 0; i < guesses; i++) {
        String guess = "WRONG-" + i;
        CartId cart = own.get(i);
        tries.add(() -> answer(cart, guess));
      }
      for (Future<String> answer : pool.invokeAll(tries)) {
        answers.add(answer.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(answers.stream().filter("promotion.coupon_invalid"::equals))
        .hasSizeLessThanOrEqualTo(ALLOWED)
        .isNotEmpty();
  }

  @Test
  void a_limit_that_cannot_be_right_is_refused() {
    assertThatThrownBy(() -> new AttemptLimit(0, WINDOW)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new AttemptLimit(1_001, WINDOW))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new AttemptLimit(1, Duration.ZERO))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new AttemptLimit(1, Duration.ofDays(8)))
        .isInstanceOf(InvalidInputException.class);
  }

  private void guess(CallContext context, CartId cart, String code) {
    assertThatThrownBy(() -> carts.applyCoupon(context, cart, code))
        .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("promotion.coupon_invalid"));
  }

  private String answer(CartId cart, String guess) {
    try {
      carts.applyCoupon(Shop.ADA, cart, guess);
      return "accepted";
    } catch (CommerceException refused) {
      return refused.code().toString();
    }
  }

  private static String code(Throwable thrown) {
    return ((CommerceException) thrown).code().toString();
  }
}
