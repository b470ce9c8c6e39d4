package io.omnicommerce.order;

import io.omnicommerce.common.Text;

/** Why an order is stopped. Hosts may have reasons of their own. */
public record HoldReason(String value) implements Comparable<HoldReason> {

  /** It may be a fraud. */
  public static final HoldReason FRAUD = new HoldReason("fraud");

  /** The buyer's credit does not reach, or was not looked at. */
  public static final HoldReason CREDIT = new HoldReason("credit");

  /** The goods are not there. */
  public static final HoldReason STOCK = new HoldReason("stock");

  /** Something else, as the note says. */
  public static final HoldReason OTHER = new HoldReason("other");

  public HoldReason {
    Text.id(value, "holdReason");
  }

  public static HoldReason of(String value) {
    return new HoldReason(value);
  }

  @Override
  public int compareTo(HoldReason other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
