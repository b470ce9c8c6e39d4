package io.omnicommerce.core.returns;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Storage;
import java.util.Map;
import java.util.Optional;

/**
 * Gives back what an order came to less after it was placed. What cannot be given back now stays
 * owed, and the same call goes on with it.
 */
public final class OwedRefunds {

  private final Storage storage;
  private final Refunds refunds;

  public OwedRefunds(Storage storage, CorePaymentService payments) {
    this.storage = storage;
    this.refunds = new Refunds(payments);
  }

  /**
   * @param amendment the number of the amendment because of which it is owed: each is given back
   *     once, whoever asks
   */
  public void give(CallContext context, OrderId order, int amendment, Money amount) {
    String id = "amendment/" + order + "/" + amendment;
    try {
      follow(context, id, order, amount);
    } catch (RefusedException notNow) {
      if (notNow.code().equals(PaymentService.EXTERNAL_CALL)) {
        throw notNow;
      }
    }
  }

  private void follow(CallContext context, String id, OrderId order, Money amount) {
    IdempotencyKey key = IdempotencyKey.of("owed");
    RefundPlan plan =
        storage.inTransaction(
            context,
            session ->
                Refunds.planned(
                    session,
                    id,
                    id,
                    OrderDocuments.find(session, order).orElseThrow().value(),
                    amount,
                    key,
                    Optional.empty()));
    Map<IdempotencyKey, Refusal> refused = refunds.ask(context, plan);
    storage.inTransaction(
        context,
        session -> {
          Refunds.Standing standing = Refunds.standing(session, id, plan, refused);
          standing
              .again()
              .ifPresent(again -> Results.commit(session, Decision.builder().save(again).build()));
          return standing.isDone();
        });
  }
}
