package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.inventory.Backlog;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.inventory.Waiting;
import io.omnicommerce.core.order.OrderArrivals;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayAnswer.ActionNeeded;
import io.omnicommerce.payment.spi.GatewayAnswer.Approved;
import io.omnicommerce.payment.spi.GatewayAnswer.Declined;
import io.omnicommerce.payment.spi.GatewayAnswer.NeverHeard;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The last step: one decision that makes an order of an attempt, or ends it without one. */
final class Completion {

  private static final int HOLDS_MAX = 3;

  private final Storage storage;
  private final Backlog backlog;

  Completion(Storage storage) {
    this.storage = storage;
    this.backlog = new Backlog(storage, new OrderArrivals());
  }

  /** What an attempt has come to, with what of its goods is not there. */
  private record Ended(CheckoutOutcome outcome, PromisedGoods promised) {

    static Ended of(CheckoutOutcome outcome) {
      return new Ended(outcome, PromisedGoods.NONE);
    }
  }

  CheckoutOutcome complete(CallContext context, CheckoutId id, GatewayAnswer answer) {
    for (int holds = 0; holds < HOLDS_MAX; holds++) {
      Optional<Ended> ended =
          storage.inTransaction(context, session -> attempt(session, id, answer));
      if (ended.isPresent()) {
        fill(context, ended.get().promised());
        return ended.get().outcome();
      }
      List<Refusal> shortOnes =
          storage.inTransaction(context, session -> Placing.holdAnew(Attempt.load(session, id)));
      if (!shortOnes.isEmpty()) {
        return storage.inTransaction(
            context, session -> soldOut(Attempt.load(session, id), answer, shortOnes));
      }
    }
    throw StorageException.conflict("hold of the checkout " + id);
  }

  /** Goods may have come while the gateway was asked; if this fails, they are given later. */
  private void fill(CallContext context, PromisedGoods promised) {
    try {
      for (Stored<Waiting> waiting : promised.waiting()) {
        backlog.fill(context, waiting.value().location(), List.of(waiting.value().sku()));
      }
    } catch (StorageException failed) {
      LoggerFactory.getLogger(Completion.class)
          .warn("An order waits for goods that may be there; fill the backlog", failed);
    }
  }

  /** Empty if the stock is not held any more. */
  private static Optional<Ended> attempt(Session session, CheckoutId id, GatewayAnswer answer) {
    Attempt attempt = Attempt.load(session, id);
    if (CheckoutRules.isEnded(attempt.checkout())) {
      return Optional.of(Ended.of(Endings.already(attempt, answer)));
    }
    return answer instanceof Approved approved
        ? approved(attempt, approved)
        : Optional.of(Ended.of(notApproved(attempt, answer)));
  }

  private static Optional<Ended> approved(Attempt attempt, Approved approved) {
    Money asked = attempt.checkout().rest();
    if (!approved.amount().equals(asked)) {
      return Optional.of(Ended.of(Endings.mismatch(attempt, approved, asked)));
    }
    if (!attempt.hasItsCart()) {
      return Optional.of(
          Ended.of(Endings.tooLate(attempt, approved, List.of(CheckoutRules.cartChanged()))));
    }
    if (attempt.inCash().isPresent()) {
      attempt.session().context().actor().require(PaymentService.CAPTURE);
    }
    if (!attempt.hasItsStock()) {
      return Optional.empty();
    }
    PromisedGoods promised = attempt.promised();
    return Placing.place(attempt, promised, approved).map(outcome -> new Ended(outcome, promised));
  }

  private static CheckoutOutcome notApproved(Attempt attempt, GatewayAnswer answer) {
    if (answer instanceof Declined declined) {
      return Endings.declined(attempt, declined.reason());
    }
    if (answer instanceof NeverHeard) {
      return Endings.abandoned(attempt, List.of(CheckoutRules.ended(CheckoutStatus.ABANDONED)));
    }
    return answer instanceof ActionNeeded needed
        ? Endings.waiting(attempt, needed)
        : Endings.unknown(attempt);
  }

  /** The stock is gone for good; somebody else may have ended the attempt meanwhile. */
  private static CheckoutOutcome soldOut(
      Attempt attempt, GatewayAnswer answer, List<Refusal> shortOnes) {
    return CheckoutRules.isEnded(attempt.checkout())
        ? Endings.already(attempt, answer)
        : Endings.tooLate(attempt, (Approved) answer, shortOnes);
  }
}
