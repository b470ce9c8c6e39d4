package io.omnicommerce.payment;

import io.omnicommerce.flow.StateMachine;

/**
 * The life of a payment's authorization; captures and refunds are entries, not states.
 *
 * <pre>
 * from        action          to
 * INTENDED    APPROVE         AUTHORIZED
 * INTENDED    REQUIRE_ACTION  PENDING
 * INTENDED    LOSE_SIGHT      UNKNOWN
 * INTENDED    DECLINE         DECLINED
 * INTENDED    VOID            VOIDED
 * PENDING     APPROVE         AUTHORIZED
 * PENDING     LOSE_SIGHT      UNKNOWN
 * PENDING     DECLINE         DECLINED
 * PENDING     VOID            VOIDED
 * UNKNOWN     APPROVE         AUTHORIZED
 * UNKNOWN     REQUIRE_ACTION  PENDING
 * UNKNOWN     DECLINE         DECLINED
 * AUTHORIZED  VOID            VOIDED
 * DECLINED                    (ends)
 * VOIDED                      (ends)
 * </pre>
 */
public final class PaymentFlow {

  // spotless:off
  /** One row a permitted step; what has no row is refused. */
  public static final StateMachine<PaymentStatus, PaymentAction> STANDARD =
      new StateMachine.Table<PaymentStatus, PaymentAction>(PaymentStatus.INTENDED)
          .row(PaymentStatus.INTENDED,   PaymentAction.APPROVE,        PaymentStatus.AUTHORIZED)
          .row(PaymentStatus.INTENDED,   PaymentAction.REQUIRE_ACTION, PaymentStatus.PENDING)
          .row(PaymentStatus.INTENDED,   PaymentAction.LOSE_SIGHT,     PaymentStatus.UNKNOWN)
          .row(PaymentStatus.INTENDED,   PaymentAction.DECLINE,        PaymentStatus.DECLINED)
          .row(PaymentStatus.INTENDED,   PaymentAction.VOID,           PaymentStatus.VOIDED)
          .row(PaymentStatus.PENDING,    PaymentAction.APPROVE,        PaymentStatus.AUTHORIZED)
          .row(PaymentStatus.PENDING,    PaymentAction.LOSE_SIGHT,     PaymentStatus.UNKNOWN)
          .row(PaymentStatus.PENDING,    PaymentAction.DECLINE,        PaymentStatus.DECLINED)
          .row(PaymentStatus.PENDING,    PaymentAction.VOID,           PaymentStatus.VOIDED)
          .row(PaymentStatus.UNKNOWN,    PaymentAction.APPROVE,        PaymentStatus.AUTHORIZED)
          .row(PaymentStatus.UNKNOWN,    PaymentAction.REQUIRE_ACTION, PaymentStatus.PENDING)
          .row(PaymentStatus.UNKNOWN,    PaymentAction.DECLINE,        PaymentStatus.DECLINED)
          .row(PaymentStatus.AUTHORIZED, PaymentAction.VOID,           PaymentStatus.VOIDED)
          .terminal(PaymentStatus.DECLINED)
          .terminal(PaymentStatus.VOIDED)
          .build();
  // spotless:on

  private PaymentFlow() {}
}
