package io.omnicommerce.channel;

/** What happens when more is asked for than a limit allows (convention {@code over_quantity}). */
public enum OverQuantity {
  /** The request is refused and nothing changes. The default. */
  REJECT,
  /** The quantity is cut down to the limit, and the answer says so. */
  CLAMP_AND_REPORT
}
