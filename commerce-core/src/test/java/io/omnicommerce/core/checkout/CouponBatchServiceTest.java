package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
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
import io.omnicommerce.promotion.CodeAlphabet;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Batches of generated codes, from their export to their uses. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CouponBatchServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final PromotionId TENNER = PromotionId.of("tenner");
  private static final CouponBatch SPRING = CouponBatch.of("SPRING", TENNER, 1_000_000);

  private final Buying buying = new Buying();
  private final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());

  CouponBatchServiceTest() {
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
    promotions.saveBatch(OFFICE, SPRING);
  }

  @Test
  void a_code_of_a_million_is_used_once() {
    String code = code(999_999).value();
    CartId first = with(Shop.ADA, code);
    CartId second = with(Shop.BOB, code);

    buying.place(first, "a");

    assertThat(promotions.uses(OFFICE, code(999_999))).isEqualTo(1);
    assertThat(applied(Shop.BOB, second)).isFalse();
    assertThat(applied(Shop.BOB, with(Shop.BOB, code(0).value()))).isTrue();
    assertThat(buying.orders().get(0).totals().adjustments()).isEqualTo(Buying.gbp("-2.00"));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_36_a_generated_code_is_one_however_it_is_typed() {
    String code = code(7).value();
    String body = code.substring("SPRING-".length());
    CartId cart = with(Shop.ADA, code);

    buying.carts.applyCoupon(Shop.ADA, cart, ' ' + code.toLowerCase(Locale.ROOT) + ' ');
    buying.carts.applyCoupon(Shop.ADA, cart, "spring-" + body.replace("-", ""));
    buying.carts.applyCoupon(Shop.ADA, cart, "SPRING-" + body.replace('0', 'O').replace('1', 'l'));

    assertThat(buying.cart(cart).coupons()).containsExactly(CouponCode.of(code));
    buying.carts.removeCoupon(Shop.ADA, cart, "spring-" + body.replace("-", ""));
    assertThat(buying.cart(cart).coupons()).isEmpty();
  }

  @Test
  void abuse_36_blanks_and_dashes_are_typed_as_people_see_them() {
    String code = code(7).value();
    String body = code.substring("SPRING-".length());
    String plain = body.replace("-", "");
    List<String> ways =
        List.of(
            "SPRING " + plain,
            "SPRING" + plain,
            "SPRING-" + body.replace('-', ' '),
            "SPRING\u2013" + body.replace('-', '\u2014'),
            "spr-ing" + plain.toLowerCase(Locale.ROOT));

    for (String typed : ways) {
      CartId cart = with(Shop.ADA, typed);
      assertThat(buying.cart(cart).coupons()).containsExactly(CouponCode.of(code));
      assertThat(applied(Shop.ADA, cart)).isTrue();
    }
  }

  @Test
  void of_batches_whose_prefixes_begin_alike_each_knows_its_own() {
    promotions.saveBatch(OFFICE, CouponBatch.of("SPR", TENNER, 10));
    promotions.saveBatch(OFFICE, CouponBatch.of("SPRING1", TENNER, 10));

    for (String prefix : List.of("SPR", "SPRING", "SPRING1")) {
      CouponCode code = promotions.codes(OFFICE, prefix, PageRequest.first(1)).items().get(0);
      CartId cart = with(Shop.ADA, code.value().replace("-", ""));
      assertThat(buying.cart(cart).coupons()).containsExactly(code);
    }
  }

  @Test
  void what_is_no_code_of_a_batch_is_refused_as_any_other_code() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    List<String> answers = new ArrayList<>();
    for (String typed :
        List.of("SPRING-00000-00000", "SPRING-", "SPRING", "AUTUMN-00000-00000", "SPRING-1")) {
      assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, cart, typed))
          .isInstanceOf(RefusedException.class)
          .satisfies(thrown -> answers.add(thrown.getMessage().replace(typed, "…")));
    }
    promotions.revoke(OFFICE, code(1));
    String revoked = code(1).value();
    assertThatThrownBy(() -> buying.carts.applyCoupon(Shop.ADA, cart, revoked))
        .satisfies(thrown -> answers.add(thrown.getMessage().replace(revoked, "…")));

    assertThat(new HashSet<>(answers)).hasSize(1);
  }

  @Test
  void one_code_or_all_of_them_can_be_revoked() {
    promotions.revoke(OFFICE, code(3));

    assertThat(promotions.findCoupon(OFFICE, code(3)).orElseThrow().enabled()).isFalse();
    assertThat(applied(Shop.ADA, with(Shop.ADA, code(4).value()))).isTrue();

    promotions.saveBatch(OFFICE, SPRING.withEnabled(false));

    assertThatThrownBy(() -> with(Shop.ADA, code(5).value())).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> promotions.revoke(OFFICE, CouponCode.of("SPRING-1")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_coupon_of_its_own_counts_in_place_of_a_code_of_the_batch() {
    promotions.saveBatch(OFFICE, SPRING.withWindow(TimeWindow.until(Shop.START)));
    promotions.saveCoupons(OFFICE, List.of(Coupon.of(code(3), TENNER).withUses(2)));

    assertThat(applied(Shop.ADA, with(Shop.ADA, code(3).value()))).isTrue();
    assertThatThrownBy(() -> with(Shop.ADA, code(4).value())).isInstanceOf(RefusedException.class);
  }

  @Test
  void abuse_41_a_customer_may_use_so_many_codes_of_a_batch_also_as_a_guest() {
    promotions.saveBatch(OFFICE, SPRING.withUses(OptionalLong.of(1), OptionalLong.of(1)));
    CartId first = with(Shop.ADA, code(0).value());
    CartId second = with(Shop.ADA, code(1).value());
    CartId guest = with(Shop.GUEST, code(2).value());

    buying.place(first, "a");

    assertThat(applied(Shop.ADA, second)).isFalse();
    assertThat(applied(Shop.GUEST, guest)).isFalse();
    buying.carts.contact(Shop.GUEST, guest, BuyerContact.of("Eve", Email.of("eve@example.org")));
    assertThat(applied(Shop.GUEST, guest)).isTrue();
    assertThat(buying.checkouts.place(Shop.GUEST, guest, Buying.VISA, key("g2")))
        .isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void abuse_55_a_cancelled_order_gives_a_generated_code_back_unless_its_batch_keeps_it() {
    promotions.saveBatch(OFFICE, SPRING.withUses(OptionalLong.of(1), OptionalLong.of(1)));
    var order = buying.order(buying.place(with(Shop.ADA, code(0).value()), "a"));
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));

    assertThat(promotions.uses(OFFICE, code(0))).isZero();
    assertThat(applied(Shop.ADA, with(Shop.ADA, code(0).value()))).isTrue();

    promotions.saveBatch(
        OFFICE,
        SPRING.withUses(OptionalLong.of(1), OptionalLong.of(1)).withRestoredOnCancel(false));
    var kept = buying.order(buying.place(with(Shop.ADA, code(0).value()), "b"));
    buying.checkouts.cancel(Shop.ADA, kept.id(), "no", key("d"));

    assertThat(promotions.uses(OFFICE, code(0))).isEqualTo(1);
    assertThatThrownBy(() -> with(Shop.ADA, code(1).value())).isInstanceOf(RefusedException.class);
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void uses_elsewhere_count_for_the_code_and_for_the_customer() {
    promotions.saveBatch(OFFICE, SPRING.withUses(OptionalLong.of(1), OptionalLong.of(1)));
    CouponCode typed = CouponCode.of(code(0).value().toLowerCase(Locale.ROOT));

    promotions.recordUse(OFFICE, typed, Optional.of(Shop.ADA_ID), key("till-1"));

    assertThat(promotions.uses(OFFICE, code(0))).isEqualTo(1);
    assertThatThrownBy(() -> with(Shop.ADA, code(1).value())).isInstanceOf(RefusedException.class);
    assertThat(applied(Shop.BOB, with(Shop.BOB, code(1).value()))).isTrue();
  }

  @Test
  void codes_are_told_page_by_page_always_in_the_same_order() {
    promotions.saveBatch(OFFICE, CouponBatch.of("FEW", TENNER, 5));
    List<CouponCode> all = promotions.codes(OFFICE, "FEW", PageRequest.first(10)).items();
    PageRequest request = PageRequest.first(2);
    List<CouponCode> paged = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(request);
    while (next.isPresent()) {
      Page<CouponCode> page = promotions.codes(OFFICE, "few", next.get());
      paged.addAll(page.items());
      next = page.next().map(request::next);
    }

    assertThat(paged).hasSize(5).doesNotHaveDuplicates().isEqualTo(all);
    assertThatThrownBy(() -> promotions.codes(OFFICE, "FEW", request.next("-1")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> promotions.codes(OFFICE, "NONE", request))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no batch");
  }

  @Test
  void a_batch_keeps_its_codes_when_it_is_saved_again_and_others_are_refused() {
    CouponCode before = code(1);

    promotions.saveBatch(OFFICE, SPRING.withCount(2_000_000));

    assertThat(code(1)).isEqualTo(before);
    assertThat(promotions.findBatch(OFFICE, "spring").orElseThrow().count()).isEqualTo(2_000_000);
    assertThat(promotions.batches(OFFICE, PageRequest.first(10)).items()).hasSize(1);
    assertThatThrownBy(
            () -> promotions.saveBatch(OFFICE, SPRING.withCodes(CodeAlphabet.DIGITS, 20)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("alphabet");
    assertThatThrownBy(
            () ->
                promotions.saveBatch(OFFICE, SPRING.withCodes(CodeAlphabet.LETTERS_AND_DIGITS, 11)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("length");
  }

  @Test
  void abuse_48_a_batch_whose_codes_could_be_guessed_is_refused() {
    assertThatThrownBy(() -> SPRING.withCodes(CodeAlphabet.DIGITS, 11))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("length");
    assertThat(SPRING.withCodes(CodeAlphabet.DIGITS, 12).length()).isEqualTo(12);
    assertThatThrownBy(() -> CouponBatch.of("SPRING SALE", TENNER, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> CouponBatch.of("X", TENNER, 0))
        .isInstanceOf(InvalidInputException.class);
  }

  private CouponCode code(long number) {
    return promotions
        .codes(OFFICE, "SPRING", new PageRequest(1, Optional.of(Long.toString(number))))
        .items()
        .get(0);
  }

  private CartId with(CallContext context, String code) {
    CartId cart = buying.mugs(context, 2);
    buying.carts.applyCoupon(context, cart, code);
    return cart;
  }

  private boolean applied(CallContext context, CartId cart) {
    PricedCart priced = buying.carts.view(context, cart).priced().orElseThrow();
    return priced.coupons().get(0).isApplied();
  }
}
