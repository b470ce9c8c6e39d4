package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.Tender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays an invoice: a cart, a checkout, an order that leaves the house and is paid. */
final class OrderReplay {

  /** How often lines that are refused are taken out and the rest is tried again. */
  private static final int ATTEMPTS_MAX = 5;

  private final Shop shop;
  private final Commerce commerce;
  private final CallContext context;
  private final Originals originals;
  private final Books books;
  private final Dispatch dispatch;

  OrderReplay(Shop shop, Originals originals, Books books) {
    this.shop = shop;
    this.commerce = shop.commerce();
    this.context = shop.context();
    this.originals = originals;
    this.books = books;
    this.dispatch = new Dispatch(shop);
  }

  /** Gives every row of both lists its outcome. */
  void replay(Document document, List<Row> sales, List<Row> charges, Verdicts verdicts) {
    try {
      buy(document, sales, charges, verdicts);
    } catch (CommerceException refused) {
      List<Row> open = new ArrayList<>(sales);
      open.addAll(charges);
      open.removeIf(row -> !verdicts.isOpen(row));
      verdicts.give(open, RowOutcome.refused(refused));
    }
  }

  private void buy(Document document, List<Row> sales, List<Row> charges, Verdicts verdicts) {
    // A document that repeats a number gets a cart of its own: it is the number that is taken.
    CartId cart = CartId.of(document.number() + "-" + document.first().number());
    Basket basket = new Basket(shop, cart, verdicts);
    basket.open(document);
    basket.add(sales);
    charges.forEach(basket::charge);
    if (!basket.isEmpty()) {
      basket.address(document);
      place(document, cart, basket).ifPresent(order -> finish(document, order, basket, verdicts));
    }
  }

  private Optional<OrderId> place(Document document, CartId cart, Basket basket) {
    for (int attempt = 1; ; attempt++) {
      CheckoutOutcome outcome =
          commerce
              .checkout()
              .place(context, cart, request(document), IdempotencyKey.of(cart + "-" + attempt));
      if (outcome instanceof CheckoutOutcome.Placed placed) {
        return Optional.of(placed.order());
      }
      List<Refusal> reasons = reasons(outcome);
      boolean fewer = attempt < ATTEMPTS_MAX && reasons.stream().allMatch(basket::drop);
      if (!fewer || !basket.hasLines()) {
        basket.refuse(RowOutcome.refused(reasons.get(0)));
        return Optional.empty();
      }
    }
  }

  private static CheckoutRequest request(Document document) {
    return CheckoutRequest.of(Tender.card("tok_" + document.number()))
        .withNumber(OrderNumber.of(document.number()));
  }

  private List<Refusal> reasons(CheckoutOutcome outcome) {
    return outcome.fold(
        placed -> List.of(),
        pending -> {
          throw new IllegalStateException("The sandbox answers at once: " + pending);
        },
        CheckoutOutcome.Refused::reasons);
  }

  private void finish(Document document, OrderId id, Basket basket, Verdicts verdicts) {
    Order order = dispatch.confirm(id);
    books.order(order.totals().goods(), order.totals().charges(), shipped(order));
    Map<Row, OrderLine> lines = new HashMap<>();
    for (OrderLine line : order.lines()) {
      basket.row(line.reference()).ifPresent(row -> lines.put(row, line));
    }
    lines.keySet().forEach(row -> give(row, OutcomeKind.ORDER_LINE, verdicts));
    basket.charges().forEach(row -> give(row, OutcomeKind.CHARGE, verdicts));
    document.customer().ifPresent(customer -> originals.remember(customer, order, lines));
  }

  /** What was taken for an order once it has left. */
  private Money shipped(Order order) {
    try {
      dispatch.ship(order);
      return dispatch.capture(order);
    } catch (CommerceException failed) {
      books.problem("order " + order.number() + " is placed and not seen through: " + failed);
      return Money.zero(Shop.GBP);
    }
  }

  private void give(Row row, OutcomeKind kind, Verdicts verdicts) {
    verdicts.give(row, RowOutcome.of(kind));
    books.round(kind, row);
  }
}
