package io.omnicommerce.value;

/** Whether a gift card may be spent. Whether it has ended, its {@code expiresAt} says. */
public enum GiftCardStatus {
  /** It may be spent. */
  ACTIVE,
  /** It is lost, stolen or in doubt: nothing is spent of it until it is active again. */
  BLOCKED
}
