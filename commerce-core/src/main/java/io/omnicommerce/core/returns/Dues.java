package io.omnicommerce.core.returns;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.ReturnDiscount;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;

/** What is due back for units of an order, as its market said when it was bought. */
interface Dues {

  /** For these units when they come back after those that came back before. */
  Money of(List<ReturnLine> lines);

  static Dues of(Session session, Pricing pricing, Order order) {
    return session
        .documents()
        .find(OrderDocuments.PRICING, order.id().value())
        .map(Stored::value)
        .filter(inputs -> isRequalified(inputs, order))
        .<Dues>map(
            inputs ->
                new Requalified(
                    order, given(session, order), kept -> pricing.payable(inputs, kept)))
        .orElse(lines -> RefundRules.refund(order, lines));
  }

  /**
   * Without promotions there is nothing to lose. What the shop itself did not deliver is no reason
   * to take a promotion back.
   */
  private static boolean isRequalified(PricingInputs inputs, Order order) {
    return inputs.conventions().get(Convention.RETURN_DISCOUNT) == ReturnDiscount.REQUALIFY
        && !inputs.promotions().isEmpty()
        && order.lines().stream().allMatch(line -> line.cancelled().isZero());
  }

  /** What was fixed for the goods that have come back. */
  private static Money given(Session session, Order order) {
    return Money.sum(
        RefundRules.currency(order),
        ReturnDocuments.ofOrder(session, order.id()).stream()
            .map(Stored::value)
            .map(rma -> RmaRefunds.worth(session, rma))
            .flatMap(Optional::stream)
            .toList());
  }
}
