package io.omnicommerce.examples.scenarios.orders;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.OrderPaymentStatus;
import io.omnicommerce.order.OrderProgress;
import io.omnicommerce.order.OrderStatus;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** An order whose states follow from what was paid, shipped and cancelled. */
final class PaidOrder {

  private static final Named<BiConsumer<PaidOrder, Fields>> OPS =
      new Named<>(
          "op",
          Map.of(
              "payment", PaidOrder::pay,
              "refund", PaidOrder::refund,
              "ship", PaidOrder::ship,
              "cancel_order", (order, with) -> order.cancelled = true));

  private static final Named<String> SHIPPING =
      new Named<>(
          "state",
          Map.of(
              FulfillmentStatus.OPEN.name(), "ready",
              FulfillmentStatus.PARTIAL.name(), "partially_shipped",
              FulfillmentStatus.FULFILLED.name(), "shipped",
              FulfillmentStatus.CANCELLED.name(), "cancelled"));

  private final Currency currency;
  private final Money total;
  private final Quantity ordered;
  private final Map<String, SeenPayment> payments = new LinkedHashMap<>();
  private Quantity shipped = Quantity.ZERO;
  private boolean cancelled;

  private PaidOrder(Fields given) {
    currency = Terms.currency(given.textOr("currency", "USD"));
    total = Money.of(given.decimal("order_total"), currency);
    ordered = Quantity.of(given.decimal("shippable_quantity"));
  }

  static Outcome play(Parts parts) {
    PaidOrder order = new PaidOrder(parts.given());
    parts.given().allRead();
    parts.when().forEach(order::take);
    OrderProgress progress = order.progress();
    Map<String, Answer> answers =
        Map.of(
            "order_state", Answer.of(state(progress)),
            "payment_state", Answer.of(progress.payment().name().toLowerCase(Locale.ROOT)),
            "shipping_state", Answer.of(SHIPPING.get(progress.fulfillment().name())));
    return new Named<>("expect key", answers)::get;
  }

  private void take(Step step) {
    OPS.get(step.op()).accept(this, step.fields());
    step.fields().allRead();
  }

  /** The same payment again is what has become of it. */
  private void pay(Fields with) {
    String id = with.textOr("id", "");
    SeenPayment.Result result = SeenPayment.Result.read(with.text("result"));
    Optional<Money> amount = with.findDecimal("amount").map(major -> Money.of(major, currency));
    Money theirs =
        amount.orElseGet(() -> payments.containsKey(id) ? payments.get(id).amount() : total);
    payments.put(id, new SeenPayment(result, theirs, Money.zero(currency)));
  }

  /** Of the payment that is named, else of the latest; of all of it if no amount is named. */
  private void refund(Fields with) {
    String id = with.findText("id").or(() -> with.findText("payment")).orElseGet(this::latest);
    SeenPayment of = payments.get(id);
    if (of == null) {
      throw new UnsupportedException("the payment '" + id + "' is not there");
    }
    Optional<Money> amount = with.findDecimal("amount").map(major -> Money.of(major, currency));
    payments.put(id, of.refunded(amount.orElse(of.amount())));
  }

  private String latest() {
    List<String> ids = List.copyOf(payments.keySet());
    return ids.isEmpty() ? "" : ids.get(ids.size() - 1);
  }

  private void ship(Fields with) {
    Quantity more = with.findDecimal("quantity").map(Quantity::of).orElse(ordered.minus(shipped));
    shipped = shipped.plus(more);
  }

  private OrderProgress progress() {
    return new OrderProgress(
        cancelled ? OrderStatus.CANCELLED : OrderStatus.PLACED,
        OrderPaymentStatus.of(
            total,
            SeenPayment.sum(payments.values(), SeenPayment::promised, currency),
            SeenPayment.sum(payments.values(), SeenPayment::captured, currency),
            SeenPayment.sum(payments.values(), SeenPayment::givenBack, currency),
            cancelled),
        FulfillmentStatus.of(
            ordered, shipped, cancelled ? ordered.minus(shipped) : Quantity.ZERO, Quantity.ZERO));
  }

  private static String state(OrderProgress progress) {
    if (progress.status() == OrderStatus.CANCELLED) {
      return "cancelled";
    }
    return progress.isComplete() ? "fulfilled" : "new";
  }
}
