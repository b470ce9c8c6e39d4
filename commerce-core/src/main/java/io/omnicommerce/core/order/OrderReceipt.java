package io.omnicommerce.core.order;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.pricing.Receipt;
import io.omnicommerce.core.pricing.Titling;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.Titles;
import io.omnicommerce.storage.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what an order costs, from what was frozen with it. */
final class OrderReceipt {

  private final Session session;
  private final Order order;

  OrderReceipt(Session session, Order order) {
    this.session = session;
    this.order = order;
  }

  /**
   * @param again its price, computed again, if it is known what from
   */
  String text(Optional<PricedCart> again) {
    PricedCart frozen = frozen(again);
    return "Order "
        + order.number()
        + '\n'
        + Receipt.of(frozen, titles(frozen))
        + cancelled()
        + again.map(PricedCart::totals).map(totals -> changed(totals.grand())).orElse("");
  }

  private PricedCart frozen(Optional<PricedCart> again) {
    return new PricedCart(
        order.lines().stream().map(OrderLine::priced).toList(),
        order.charges(),
        List.of(),
        order.totals(),
        order.trace(),
        again.map(PricedCart::at).orElse(order.placedAt()));
  }

  private Titles titles(PricedCart frozen) {
    Map<Sku, String> goods = new HashMap<>();
    order.lines().forEach(line -> goods.put(line.priced().sku(), line.title()));
    return Titling.of(session, goods, frozen.trace().steps(), frozen.at());
  }

  /** What was cancelled since its price was frozen last, and what is due since. */
  private String cancelled() {
    List<Amendment> all = order.amendments();
    int next = all.size();
    while (next > 0 && all.get(next - 1).kind() == Amendment.Kind.CANCELLATION) {
      next--;
    }
    StringBuilder text = new StringBuilder();
    for (Amendment one : all.subList(next, all.size())) {
      text.append("Cancelled: ").append(goods(one)).append(": ").append(one.difference());
      text.append('\n');
    }
    return next == all.size() ? "" : text + "Due now: " + order.due() + '\n';
  }

  private String goods(Amendment cancellation) {
    return cancellation.lines().isEmpty()
        ? "all of it"
        : cancellation.lines().stream()
            .map(line -> cancelledSince(cancellation, line) + " x " + line.title())
            .collect(Collectors.joining(", "));
  }

  private Quantity cancelledSince(Amendment cancellation, OrderLine before) {
    LineId id = before.priced().id();
    return order.amendments().stream()
        .skip(cancellation.number())
        .flatMap(later -> later.lines().stream())
        .filter(line -> line.priced().id().equals(id))
        .findFirst()
        .or(() -> order.line(id))
        .orElseThrow()
        .cancelled()
        .minus(before.cancelled());
  }

  private String changed(Money grand) {
    return grand.equals(order.totals().grand())
        ? ""
        : "Computed again it would be " + grand + ": a rule of the shop's own code has changed.\n";
  }
}
