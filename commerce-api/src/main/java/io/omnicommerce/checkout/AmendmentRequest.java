package io.omnicommerce.checkout;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.LineId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be changed of an order.
 *
 * @param version the order as the caller has seen it
 * @param reason why, in words
 * @param added what is wanted besides
 * @param quantities how much is wanted of lines that are there, in all and without what was
 *     cancelled; zero takes a line out
 * @param prices prices that somebody sets on lines that are there
 * @param delivery another method, address or pickup place; where it says no instructions, those of
 *     the order stay
 */
public record AmendmentRequest(
    Version version,
    String reason,
    List<NewLine> added,
    SortedMap<LineId, Quantity> quantities,
    SortedMap<LineId, UnitPrice> prices,
    Optional<DeliveryChoice> delivery) {

  public AmendmentRequest {
    Objects.requireNonNull(version, "version");
    reason = Text.name(reason, "reason");
    added = List.copyOf(Objects.requireNonNull(added, "added"));
    quantities = sorted(Objects.requireNonNull(quantities, "quantities"));
    prices = sorted(Objects.requireNonNull(prices, "prices"));
    Objects.requireNonNull(delivery, "delivery");
  }

  private static <V> SortedMap<LineId, V> sorted(Map<LineId, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** A request that changes nothing yet. */
  public static AmendmentRequest of(Version version, String reason) {
    return new AmendmentRequest(
        version, reason, List.of(), new TreeMap<>(), new TreeMap<>(), Optional.empty());
  }

  /** The same with one more line. */
  public AmendmentRequest adding(NewLine line) {
    Objects.requireNonNull(line, "line");
    List<NewLine> more = new ArrayList<>(added);
    more.add(line);
    return new AmendmentRequest(version, reason, more, quantities, prices, delivery);
  }

  /** The same with so much of a line. */
  public AmendmentRequest withQuantity(LineId line, Quantity quantity) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(quantity, "quantity");
    SortedMap<LineId, Quantity> more = new TreeMap<>(quantities);
    more.put(line, quantity);
    return new AmendmentRequest(version, reason, added, more, prices, delivery);
  }

  /** The same without a line. */
  public AmendmentRequest without(LineId line) {
    return withQuantity(line, Quantity.ZERO);
  }

  /** The same at another price of a line. */
  public AmendmentRequest withPrice(LineId line, UnitPrice price) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(price, "price");
    SortedMap<LineId, UnitPrice> more = new TreeMap<>(prices);
    more.put(line, price);
    return new AmendmentRequest(version, reason, added, quantities, more, delivery);
  }

  /** The same going elsewhere, by another method, or fetched at a place. */
  public AmendmentRequest withDelivery(DeliveryChoice to) {
    return new AmendmentRequest(
        version, reason, added, quantities, prices, Optional.of(Objects.requireNonNull(to, "to")));
  }
}
