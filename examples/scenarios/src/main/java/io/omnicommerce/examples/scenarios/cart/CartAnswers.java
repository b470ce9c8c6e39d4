package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import java.util.Map;
import java.util.function.Function;

/** What can be expected of a cart. */
final class CartAnswers {

  static final Named<Function<CartResult, Answer>> BY_KEY =
      new Named<>(
          "expect key",
          Map.ofEntries(
              money("items_subtotal", cart -> cart.totals().goods()),
              money("discount_total", CartAnswers::discounts),
              money("items_total", CartAnswers::items),
              money("shipping_subtotal", CartAnswers::shipping),
              money("shipping_discount", CartAnswers::shippingDiscounts),
              money("shipping_total", CartAnswers::shippingLeft),
              money("shipping_total_with_tax", CartAnswers::shippingPayable),
              money("tax_added", cart -> cart.totals().taxAdded()),
              money("tax_included", cart -> cart.totals().taxIncluded()),
              money("tax_total", CartAnswers::tax),
              money("grand_total", cart -> cart.totals().grand()),
              money("net_total", cart -> cart.totals().grand().minus(tax(cart))),
              Map.entry("discounts_by_promotion", CartTables::byPromotion),
              Map.entry("applied_promotions", CartTables::appliedPromotions),
              Map.entry("tax_by_rate", CartTables::taxByRate),
              Map.entry("line_discounts", CartTables::lineDiscounts),
              Map.entry("line_totals", CartTables::lineTotals),
              Map.entry("coupon_accepted", CouponAnswers::accepted),
              Map.entry("coupon_usage", CouponAnswers::couponUsage),
              Map.entry("promotion_usage", CouponAnswers::promotionUsage),
              Map.entry("promotion_spent", CouponAnswers::promotionSpent),
              Map.entry("line_count", cart -> Answer.of(cart.priced().lines().size())),
              Map.entry("total_quantity", CartAnswers::quantity)));

  private CartAnswers() {}

  private static Map.Entry<String, Function<CartResult, Answer>> money(
      String key, Function<CartResult, Money> amount) {
    return Map.entry(key, cart -> Answer.of(amount.apply(cart)));
  }

  private static Money discounts(CartResult cart) {
    return cart.sum(cart.priced().lines().stream().map(cart::discount));
  }

  private static Money items(CartResult cart) {
    return cart.sum(cart.priced().lines().stream().map(PricedLine::total));
  }

  private static Money shipping(CartResult cart) {
    return cart.sum(cart.deliveries().stream().map(charge -> charge.charge().amount()));
  }

  private static Money shippingDiscounts(CartResult cart) {
    return cart.sum(cart.deliveries().stream().map(charge -> cart.discount(charge.adjustments())));
  }

  private static Money shippingLeft(CartResult cart) {
    return cart.sum(cart.deliveries().stream().map(PricedCharge::total));
  }

  private static Money shippingPayable(CartResult cart) {
    return cart.sum(cart.deliveries().stream().map(PricedCharge::payable));
  }

  private static Money tax(CartResult cart) {
    return cart.totals().taxAdded().plus(cart.totals().taxIncluded());
  }

  private static Answer quantity(CartResult cart) {
    return Answer.of(
        cart.priced().lines().stream()
            .map(PricedLine::quantity)
            .reduce(Quantity.ZERO, Quantity::plus));
  }
}
