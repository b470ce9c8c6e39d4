package io.omnicommerce.payment;

import io.omnicommerce.flow.StateMachine;

/** The life of a payment's authorization; captures and refunds are entries, not states. */
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
