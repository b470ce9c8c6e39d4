package io.omnicommerce.examples.quickstart;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cart of an invoice, with the rows that are in it. A row that is refused gets its verdict. */
final class Basket {

  static final String REASON = "historic price";

  private final CartService carts;
  private final CallContext context;
  private final CartId cart;
  private final Verdicts verdicts;
  private final Map<String, Row> lines = new LinkedHashMap<>();
  private final List<Row> charges = new ArrayList<>();

  Basket(Shop shop, CartId cart, Verdicts verdicts) {
    this.carts = shop.commerce().carts();
    this.context = shop.context();
    this.cart = cart;
    this.verdicts = verdicts;
  }

  void open(Document document) {
    carts.open(context, cart, Buyer.owner(document), Shop.GBP);
  }

  /**
   * Adds rows in one call. If it is refused, halves of them are tried, down to the rows that are to
   * blame.
   */
  void add(List<Row> sales) {
    if (sales.isEmpty()) {
      return;
    }
    try {
      carts.add(context, cart, sales.stream().map(Basket::line).toList());
      sales.forEach(row -> lines.put(reference(row), row));
    } catch (CommerceException refused) {
      if (sales.size() == 1) {
        verdicts.give(sales, RowOutcome.refused(refused));
        return;
      }
      int half = sales.size() / 2;
      add(sales.subList(0, half));
      add(sales.subList(half, sales.size()));
    }
  }

  void charge(Row row) {
    try {
      carts.charge(context, cart, chargeOf(row));
      charges.add(row);
    } catch (CommerceException refused) {
      verdicts.give(row, RowOutcome.refused(refused));
    }
  }

  void address(Document document) {
    carts.contact(context, cart, Buyer.contact(document));
    carts.deliver(context, cart, Buyer.delivery(document));
  }

  /**
   * Takes the lines out that a refusal names by their SKU.
   *
   * @return whether it names any
   */
  boolean drop(Refusal refusal) {
    Optional<Sku> named = refusal.facts().get("sku").map(Sku::of);
    List<CartLine> dropped =
        carts.get(context, cart).lines().stream()
            .filter(line -> named.map(line.sku()::equals).orElse(false))
            .toList();
    dropped.forEach(line -> drop(line, refusal));
    return !dropped.isEmpty();
  }

  private void drop(CartLine line, Refusal refusal) {
    carts.remove(context, cart, line.id());
    Row row = lines.remove(line.reference().orElse(""));
    if (row != null) {
      verdicts.give(row, RowOutcome.refused(refusal));
    }
  }

  /** Gives up: all that is still in the cart is refused. */
  void refuse(RowOutcome outcome) {
    verdicts.give(lines.values(), outcome);
    verdicts.give(charges, outcome);
    lines.clear();
    charges.clear();
  }

  boolean hasLines() {
    return !lines.isEmpty();
  }

  boolean isEmpty() {
    return lines.isEmpty() && charges.isEmpty();
  }

  /** The row behind a line. */
  Optional<Row> row(Optional<String> reference) {
    return reference.map(lines::get);
  }

  List<Row> charges() {
    return charges;
  }

  private static String reference(Row row) {
    return "row-" + row.number();
  }

  private static NewLine line(Row row) {
    return NewLine.of(Sku.of(row.code()), Quantity.of(row.quantity()))
        .withReference(reference(row))
        .withPrice(UnitPrice.of(row.price(), Shop.GBP), REASON);
  }

  private static Charge chargeOf(Row row) {
    return new Charge(
        LineId.of("charge-" + row.number()),
        Pseudo.kind(row.code()).orElse("fee"),
        Titles.of(row.description(), row.code()),
        Amounts.of(row),
        "standard");
  }
}
