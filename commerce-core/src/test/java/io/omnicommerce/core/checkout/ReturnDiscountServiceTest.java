package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Campaigns.amount;
import static io.omnicommerce.core.checkout.Campaigns.fixed;
import static io.omnicommerce.core.checkout.Campaigns.percent;
import static io.omnicommerce.core.checkout.Campaigns.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.ReturnDiscount;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxItem;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What becomes of promotions when goods come back. A mug is 4.99, a T-shirt 12.50, a book 8.00,
 * delivery 3.95.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturnDiscountServiceTest {

  private static final CallContext OFFICE =
      Shop.staff(
          PaymentService.CAPTURE,
          FulfillmentService.WORK,
          OrderService.MANAGE,
          ReturnService.RECEIVE,
          ReturnService.REFUND);

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;
  private final ReturnService returns =
      new CoreReturnService(buying.shop.storage(), buying.payments, buying.shop.pricingOf());
  private final CoreFulfillmentService fulfillment =
      new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());

  private final OrderService orders =
      new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);

  private int lastReturn;

  @AfterEach
  void the_books_balance() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void abuse_44_filler_that_came_for_the_threshold_takes_the_discount_along() {
    requalify();
    campaigns.run(from("25.00", fixed("off", "3.00")));
    Order order = shipped(Shop.TEE_M, 1, Shop.BOOK, 1, Shop.MUG_RED, 1); // 25.49 - 3.00

    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("1.99")); // 20.50 without a discount
    assertThat(back(order, Shop.TEE_M, 1)).isEqualTo(gbp("12.50"));
    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("8.00"));
    assertThat(refunded(order)).isEqualTo(gbp("22.49"));
  }

  @Test
  void abuse_44_nothing_is_asked_back_if_the_discount_was_worth_more_than_the_filler() {
    requalify();
    campaigns.run(from("25.00", fixed("off", "8.00")));
    Order order = shipped(Shop.TEE_M, 1, Shop.BOOK, 1, Shop.MUG_RED, 1); // 25.49 - 8.00

    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("0.00")); // 20.50 is more than all
    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("4.99")); // 12.50 is kept of 17.49
    assertThat(back(order, Shop.TEE_M, 1)).isEqualTo(gbp("12.50"));
    assertThat(refunded(order)).isEqualTo(gbp("17.49"));
  }

  @Test
  void abuse_44_a_market_may_let_the_customer_keep_what_was_given() {
    campaigns.run(from("25.00", fixed("off", "3.00")));
    Order order = shipped(Shop.TEE_M, 1, Shop.BOOK, 1, Shop.MUG_RED, 1);

    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("4.40")); // 4.99 less its 0.59
    assertThat(back(order, Shop.TEE_M, 1).plus(back(order, Shop.BOOK, 1))).isEqualTo(gbp("18.09"));
    assertThat(refunded(order)).isEqualTo(gbp("22.49"));
  }

  @Test
  void abuse_44_what_was_given_too_much_is_kept_from_what_comes_back_later() {
    requalify();
    campaigns.run(from("50.00", fixed("off", "10.00")));
    Order order = shipped(Shop.TEE_M, 3, Shop.MUG_RED, 1, Shop.BOOK, 2); // 58.49 - 10.00

    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("6.63")); // 50.49 reach it; as it was paid
    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("0.00")); // 45.50 of 48.49: 2.99 due
    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("4.36")); // 37.50 of 48.49: 10.99 due
    assertThat(back(order, Shop.TEE_M, 3)).isEqualTo(gbp("37.50"));
    assertThat(refunded(order)).isEqualTo(gbp("48.49"));
  }

  @Test
  void what_was_free_with_something_is_not_free_without_it() {
    requalify();
    Benefit third =
        new Benefit.BuyXGetY(
            ItemFilter.skus(Shop.TEE_M),
            1,
            ItemFilter.skus(Shop.MUG_RED),
            1,
            new BigDecimal("100"),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());
    campaigns.run(promotion("mug-with-tee", third));
    Order order = shipped(Shop.TEE_M, 1, Shop.MUG_RED, 1); // 12.50

    assertThat(back(order, Shop.TEE_M, 1)).isEqualTo(gbp("7.51"));
    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("4.99"));
  }

  @Test
  void a_gift_that_is_kept_without_its_reason_costs_its_price() {
    requalify();
    Benefit book = new Benefit.Gift(List.of(Shop.BOOK), Quantity.ONE);
    campaigns.run(from("10.00", promotion("book", book)));
    Order order = shipped(Shop.MUG_RED, 3); // 14.97 and a book

    assertThat(back(order, Shop.MUG_RED, 2)).isEqualTo(gbp("1.98")); // 4.99 and 8.00 are kept
    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("8.00"));
    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("4.99"));
  }

  @Test
  void a_gift_that_comes_back_first_costs_nothing() {
    requalify();
    Benefit book = new Benefit.Gift(List.of(Shop.BOOK), Quantity.ONE);
    campaigns.run(from("10.00", promotion("book", book)));
    Order order = shipped(Shop.MUG_RED, 3);

    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("0.00"));
    assertThat(back(order, Shop.MUG_RED, 2)).isEqualTo(gbp("9.98"));
    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("4.99"));
  }

  @Test
  void without_promotions_both_policies_give_the_same() {
    requalify();
    Order order = shipped(Shop.SCREW, 3); // 0.1275 is 0.13

    assertThat(back(order, Shop.SCREW, 1)).isEqualTo(gbp("0.04"));
    assertThat(back(order, Shop.SCREW, 1)).isEqualTo(gbp("0.05"));
    assertThat(back(order, Shop.SCREW, 1)).isEqualTo(gbp("0.04"));
  }

  @Test
  void what_the_market_said_when_it_was_bought_counts() {
    campaigns.run(from("25.00", fixed("off", "3.00")));
    Order before = shipped(Shop.TEE_M, 1, Shop.BOOK, 1, Shop.MUG_RED, 1);
    requalify();
    Order after = shipped(Shop.TEE_M, 1, Shop.BOOK, 1, Shop.MUG_RED, 1);
    buying.shop.conventions(Conventions.STANDARD);
    campaigns.run(from("1.00", fixed("off", "1.00")));
    buying.shop.price(Shop.TEE_M, "99.00");

    assertThat(back(before, Shop.MUG_RED, 1)).isEqualTo(gbp("4.40"));
    assertThat(back(after, Shop.MUG_RED, 1)).isEqualTo(gbp("1.99"));
  }

  @Test
  void a_percentage_of_everything_is_given_back_with_its_goods() {
    requalify();
    campaigns.run(percent("tenth", "10"));
    Order order = shipped(Shop.TEE_M, 2, Shop.BOOK, 1); // 33.00 - 3.30

    assertThat(back(order, Shop.TEE_M, 1)).isEqualTo(gbp("11.25"));
    assertThat(back(order, Shop.BOOK, 1)).isEqualTo(gbp("7.20"));
  }

  @Test
  void a_tax_that_a_service_outside_has_said_stays_in_proportion() {
    requalify();
    campaigns.run(from("25.00", fixed("off", "3.00")));
    CartPricing taxed = new CartPricing(buying.shop.pricingOf(), Optional.of(this::tenPercent));
    CheckoutService checkouts =
        new CoreCheckoutService(
            buying.shop.storage(), buying.shop.ids(), taxed, buying.payments, buying.sandbox);
    CartId cart = cart(Shop.TEE_M, 1, Shop.BOOK, 1, Shop.MUG_RED, 1);
    Order order = shipped(buying.order(checkouts.place(Shop.ADA, cart, VISA, key("taxed"))));
    // 22.49 and 2.25 of tax: 11.03 + 1.10, 7.06 + 0.71, 4.40 + 0.44

    assertThat(back(order, Shop.MUG_RED, 1)).isEqualTo(gbp("2.19")); // 20.50 and 2.05 are kept
    assertThat(back(order, Shop.TEE_M, 1).plus(back(order, Shop.BOOK, 1))).isEqualTo(gbp("22.55"));
    assertThat(refunded(order)).isEqualTo(gbp("24.74"));
  }

  private ExternalTaxes tenPercent(TaxQuestion question) {
    ExternalTaxes answer = ExternalTaxes.of("answer");
    for (TaxItem item : question.items()) {
      Money tax = item.amount().percent(BigDecimal.TEN, Rounding.HALF_UP);
      TaxLine line = new TaxLine("TX", BigDecimal.TEN, item.amount(), tax, false);
      answer = answer.with(item.id(), item.amount(), line);
    }
    return answer;
  }

  private void requalify() {
    buying.shop.conventions(
        Conventions.STANDARD.with(Convention.RETURN_DISCOUNT, ReturnDiscount.REQUALIFY));
  }

  /** SKUs and how many of each, in turn. */
  private CartId cart(Object... goods) {
    CartId cart = buying.carts.open(Shop.ADA, Shop.GBP);
    for (int i = 0; i < goods.length; i += 2) {
      buying.carts.add(Shop.ADA, cart, (Sku) goods[i], Quantity.of((Integer) goods[i + 1]));
    }
    return buying.ready(Shop.ADA, cart);
  }

  private Order shipped(Object... goods) {
    CartId cart = cart(goods);
    return shipped(buying.order(buying.place(cart, "place-" + cart)));
  }

  private Order shipped(Order order) {
    buying.payments.capture(
        OFFICE, order.payments().get(0), order.totals().grand(), key("capture-" + order.id()));
    orders.confirm(OFFICE, order.id());
    for (Fulfillment job : fulfillment.ofOrder(OFFICE, order.id())) {
      fulfillment.shipAll(OFFICE, job.id(), Optional.empty(), key("out-" + job.id()));
    }
    return order;
  }

  /** What is given back for some units: as it was shown before, and as it reaches the customer. */
  private Money back(Order order, Sku sku, int units) {
    OrderLine line =
        order.lines().stream()
            .filter(of -> of.priced().sku().equals(sku))
            .findFirst()
            .orElseThrow();
    List<ReturnLine> lines = List.of(ReturnLine.of(line.priced().id(), Quantity.of(units)));
    Money before = refunded(order);
    Money shown = returns.preview(Shop.ADA, order.id(), lines);
    lastReturn++;
    RmaId id = RmaId.of("r" + lastReturn);
    returns.open(Shop.ADA, id, order.id(), lines);
    Rma received = returns.receive(OFFICE, id, Shop.LON, Disposition.RESTOCK);
    assertThat(received.refund()).contains(shown);
    assertThat(returns.refund(OFFICE, id, key("refund-" + id)))
        .isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(refunded(order)).isEqualTo(before.plus(shown));
    return shown;
  }

  private Money refunded(Order order) {
    return buying.payment(order.payments().get(0)).refunded();
  }

  private static Promotion from(String amount, Promotion promotion) {
    return promotion.toBuilder()
        .when(new Condition.SubtotalAtLeast(amount(amount), ItemFilter.ALL))
        .build();
  }
}
