package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.flow.StateMachine;

/** What takes an attempt from one status to another. */
enum CheckoutStep {
  PLACE,
  WAIT,
  LOSE_SIGHT,
  ABANDON;

  // spotless:off
  /** One row a permitted step; what has no row is refused. */
  static final StateMachine<CheckoutStatus, CheckoutStep> FLOW =
      new StateMachine.Table<CheckoutStatus, CheckoutStep>(CheckoutStatus.BEGUN)
          .row(CheckoutStatus.BEGUN,   PLACE,      CheckoutStatus.PLACED)
          .row(CheckoutStatus.BEGUN,   WAIT,       CheckoutStatus.PENDING)
          .row(CheckoutStatus.BEGUN,   LOSE_SIGHT, CheckoutStatus.UNKNOWN)
          .row(CheckoutStatus.BEGUN,   ABANDON,    CheckoutStatus.ABANDONED)
          .row(CheckoutStatus.PENDING, PLACE,      CheckoutStatus.PLACED)
          .row(CheckoutStatus.PENDING, LOSE_SIGHT, CheckoutStatus.UNKNOWN)
          .row(CheckoutStatus.PENDING, ABANDON,    CheckoutStatus.ABANDONED)
          .row(CheckoutStatus.UNKNOWN, PLACE,      CheckoutStatus.PLACED)
          .row(CheckoutStatus.UNKNOWN, WAIT,       CheckoutStatus.PENDING)
          .row(CheckoutStatus.UNKNOWN, ABANDON,    CheckoutStatus.ABANDONED)
          .terminal(CheckoutStatus.PLACED)
          .terminal(CheckoutStatus.ABANDONED)
          .build();
  // spotless:on
}
