package io.omnicommerce.order;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An order that was placed elsewhere, as it was agreed there: its prices, charges and taxes are
 * facts and nothing of them is computed.
 *
 * @param id the caller's
 * @param number what customers read out
 * @param origin where it was placed
 * @param lines what was bought, at least one line, each id once
 * @param charges delivery and other charges
 * @param total what it comes to: the sum of what is to be paid for lines and charges
 * @param placedAt when it was placed
 * @param stock whether its goods are taken from stock
 */
public record ImportedOrder(
    OrderId id,
    OrderNumber number,
    OrderOrigin origin,
    CartOwner owner,
    Optional<BuyerContact> contact,
    DeliveryChoice delivery,
    List<PricedLine> lines,
    List<PricedCharge> charges,
    Money total,
    Instant placedAt,
    Stock stock) {

  /** Whether the goods are taken from stock, and what happens if they are not there. */
  public enum Stock {
    /**
     * They leave from where it was placed: nothing is taken, also not later, and there are no jobs.
     * That they have left is told: {@link OrderService#shippedElsewhere}.
     */
    NONE,
    /**
     * A line that can be had whole is taken; one of which some is missing takes nothing and is open
     * without goods. What there is of it is taken by {@code FulfillmentService.sourceAgain}.
     */
    IF_THERE,
    /** All of them, or the order is refused. */
    REQUIRED,
    /** All of them, be they there or not: what was promised elsewhere is oversold here. */
    FORCED
  }

  public ImportedOrder {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(delivery, "delivery");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(placedAt, "placedAt");
    Objects.requireNonNull(stock, "stock");
  }

  /** Without a contact and charges; all of its goods are taken from stock, or it is refused. */
  public static ImportedOrder of(
      OrderId id,
      OrderNumber number,
      OrderOrigin origin,
      CartOwner owner,
      DeliveryChoice delivery,
      List<PricedLine> lines,
      Money total,
      Instant placedAt) {
    return new ImportedOrder(
        id,
        number,
        origin,
        owner,
        Optional.empty(),
        delivery,
        lines,
        List.of(),
        total,
        placedAt,
        Stock.REQUIRED);
  }

  /** The same, placed elsewhere. */
  public ImportedOrder withOrigin(OrderOrigin with) {
    return new ImportedOrder(
        id, number, with, owner, contact, delivery, lines, charges, total, placedAt, stock);
  }

  /** The same with whom to tell of it. */
  public ImportedOrder withContact(BuyerContact with) {
    return new ImportedOrder(
        id,
        number,
        origin,
        owner,
        Optional.of(Objects.requireNonNull(with, "contact")),
        delivery,
        lines,
        charges,
        total,
        placedAt,
        stock);
  }

  /** The same with other lines. */
  public ImportedOrder withLines(List<PricedLine> with) {
    return new ImportedOrder(
        id, number, origin, owner, contact, delivery, with, charges, total, placedAt, stock);
  }

  /** The same with delivery and other charges. */
  public ImportedOrder withCharges(List<PricedCharge> with) {
    return new ImportedOrder(
        id, number, origin, owner, contact, delivery, lines, with, total, placedAt, stock);
  }

  /** The same with what it comes to. */
  public ImportedOrder withTotal(Money with) {
    return new ImportedOrder(
        id, number, origin, owner, contact, delivery, lines, charges, with, placedAt, stock);
  }

  /** The same, with whether its goods are taken from stock. */
  public ImportedOrder withStock(Stock with) {
    return new ImportedOrder(
        id, number, origin, owner, contact, delivery, lines, charges, total, placedAt, with);
  }
}
