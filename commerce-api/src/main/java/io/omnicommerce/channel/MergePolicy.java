package io.omnicommerce.channel;

/**
 * What becomes of two carts when a guest turns out to be a known customer (convention {@code
 * merge}).
 */
public enum MergePolicy {
  /** Quantities of the same line add up. The default. */
  SUM,
  /** The larger quantity of the same line counts. */
  MAX,
  /** Where both have a line, the guest's quantity counts. */
  GUEST_WINS,
  /** The guest's cart replaces the customer's. */
  USE_GUEST,
  /** The customer's cart stays as it is. */
  USE_CUSTOMER,
  /** The guest's cart counts only if the customer's is empty. */
  USE_GUEST_IF_CUSTOMER_EMPTY
}
