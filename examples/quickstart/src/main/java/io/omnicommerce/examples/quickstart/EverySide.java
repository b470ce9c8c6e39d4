package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.returns.Rma;
import java.util.List;
import java.util.Locale;

/** Asks every channel the same questions and sees whether they answer alike. */
final class EverySide {

  /** What a channel says about an order, its money and what is left to sell. */
  private record Side(String order, String status, Money paid, Money refunded, Quantity mugs) {}

  private final Commerce commerce;
  private final List<CallContext> channels;

  EverySide(Commerce commerce, List<CallContext> channels) {
    this.commerce = commerce;
    this.channels = channels;
  }

  void tell(OrderId id, Narrator narrator, Checks checks) {
    narrator.say("In the end, every channel is asked the same.");
    List<Side> sides = channels.stream().map(channel -> side(channel, id)).toList();
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      narrator.sees(
          name(channels.get(i)),
          side.order()
              + " "
              + side.status()
              + ", "
              + side.paid()
              + " paid, "
              + side.refunded()
              + " refunded, "
              + side.mugs()
              + " red mugs to sell");
    }
    boolean agree = sides.stream().distinct().count() == 1;
    checks.add("journey", sides.size() + " channels were asked the same", agree);
  }

  private Side side(CallContext channel, OrderId id) {
    Order order = commerce.orders().get(channel, id);
    Money refunded = Money.zero(Shop.GBP);
    for (Rma rma : commerce.returns().ofOrder(channel, id)) {
      refunded = refunded.plus(rma.refund().orElse(Money.zero(Shop.GBP)));
    }
    return new Side(
        order.number().value(),
        status(order),
        order.totals().grand(),
        refunded,
        commerce
            .inventory()
            .availableToSell(channel, List.of(HighStreet.MUG))
            .getOrDefault(HighStreet.MUG, Quantity.ZERO));
  }

  static String status(Order order) {
    return words(order.status()) + ", " + words(order.fulfillmentStatus());
  }

  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String name(CallContext channel) {
    return channel
        .location()
        .map(store -> store.equals(HighStreet.OXFORD) ? "Oxford Street" : "Camden")
        .orElse(channel.channel().value());
  }
}
