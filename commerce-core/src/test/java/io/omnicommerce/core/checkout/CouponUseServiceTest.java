package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.Shop;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which coupons an order uses, and whose uses they are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CouponUseServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final Promotion OFF = Campaigns.fixed("off", "1.00");

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;

  @Test
  void a_discount_that_is_given_once_uses_one_of_two_coupons() {
    campaigns.code("TWO", OFF, 1).code("ONE", OFF, 1);
    CartId cart = with(Shop.ADA, "TWO", "ONE");

    List<PricedCoupon> shown = campaigns.priced(Shop.ADA, cart).coupons();
    Order order = buying.order(buying.place(cart, "a"));

    assertThat(shown).extracting(PricedCoupon::isApplied).containsExactly(true, false);
    assertThat(order.totals().adjustments()).isEqualTo(gbp("-1.00"));
    assertThat(campaigns.uses("ONE")).isEqualTo(1);
    assertThat(campaigns.uses("TWO")).isZero();
  }

  @Test
  void of_several_codes_of_a_batch_one_is_used() {
    campaigns.run(OFF.toBuilder().onCoupon(true).build());
    campaigns.promotions.saveBatch(OFFICE, CouponBatch.of("NEWS", OFF.id(), 10));
    List<CouponCode> codes =
        campaigns.promotions.codes(OFFICE, "NEWS", PageRequest.first(3)).items();
    CartId cart = with(Shop.ADA, codes.stream().map(CouponCode::value).toArray(String[]::new));

    buying.place(cart, "a");

    assertThat(codes.stream().mapToLong(code -> campaigns.uses(code.value())).sum()).isEqualTo(1);
  }

  @Test
  void a_second_coupon_takes_the_place_of_one_that_is_used_up() {
    campaigns.code("TWO", OFF, 1).code("ONE", OFF, 1);
    CartId cart = with(Shop.ADA, "ONE", "TWO");
    buying.checkouts.place(Shop.BOB, with(Shop.BOB, "ONE"), Buying.VISA, key("bob"));

    Order order = buying.order(buying.place(cart, "a"));

    assertThat(order.totals().adjustments()).isEqualTo(gbp("-1.00"));
    assertThat(campaigns.uses("TWO")).isEqualTo(1);
  }

  @Test
  void what_everybody_gets_uses_no_coupon() {
    campaigns.code("ONE", OFF, 1).run(OFF);
    CartId cart = with(Shop.ADA, "ONE");

    Order order = buying.order(buying.place(cart, "a"));

    assertThat(order.totals().adjustments()).isEqualTo(gbp("-1.00"));
    assertThat(campaigns.uses("ONE")).isZero();
  }

  @Test
  void a_guest_is_one_customer_by_telephone_number_however_it_is_written() {
    once();
    BuyerContact first = new BuyerContact("Ada", Optional.empty(), phone("+44 20 7946 0018"));
    BuyerContact again = new BuyerContact("Eve", Optional.empty(), phone("+442079460018"));

    assertThat(ordered("s-1", first)).isEqualTo(gbp("-1.00"));
    assertThat(ordered("s-2", again)).isEqualTo(gbp("0.00"));
    assertThat(campaigns.uses("ONCE")).isEqualTo(1);
  }

  @Test
  void what_the_view_shows_is_what_can_be_ordered_by_whoever_has_used_the_coupon() {
    once();
    BuyerContact contact = BuyerContact.of("Ada", Email.of("ada@example.com"));

    assertThat(ordered("s-1", contact)).isEqualTo(gbp("-1.00"));
    assertThat(ordered("s-2", contact)).isEqualTo(gbp("0.00"));
  }

  private void once() {
    campaigns.code("ONCE", OFF, 100);
    campaigns.promotions.saveCoupons(
        OFFICE, List.of(Coupon.of(CouponCode.of("ONCE"), OFF.id()).withUsesPerCustomer(1)));
  }

  /** What was off an order, which is what its cart showed before. */
  private Money ordered(String session, BuyerContact contact) {
    CallContext guest = Shop.context(Shop.WEB, Actor.guest(session));
    CartId cart = with(guest, "ONCE");
    buying.carts.contact(guest, cart, contact);
    Money shown = campaigns.priced(guest, cart).totals().adjustments();
    CheckoutOutcome outcome =
        buying.checkouts.place(guest, cart, Buying.VISA, key("order-" + session));
    assertThat(buying.order(outcome).totals().adjustments()).isEqualTo(shown);
    return shown;
  }

  private static Optional<Phone> phone(String number) {
    return Optional.of(Phone.of(number));
  }

  private CartId with(CallContext context, String... codes) {
    CartId cart = buying.mugs(context, 1);
    for (String code : codes) {
      buying.carts.applyCoupon(context, cart, code);
    }
    return cart;
  }
}
