package io.omnicommerce.core.returns;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Text;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives money back without goods. Each key is an intent of its own. */
final class GoodwillRefunds {

  private static final String COMMAND = "return.goodwill";

  private final Storage storage;
  private final Refunds refunds;

  GoodwillRefunds(Storage storage, Refunds refunds) {
    this.storage = storage;
    this.refunds = refunds;
  }

  /** What was asked for. */
  private record Gift(OrderId order, Money amount, String reason, IdempotencyKey key) {
    String content() {
      return order + "\n" + amount + "\n" + reason;
    }

    String planId(CallContext context) {
      return "goodwill/" + Commands.owned(context.actor(), key);
    }
  }

  Money refund(
      CallContext context, OrderId order, Money amount, String reason, IdempotencyKey key) {
    if (!amount.isPositive()) {
      throw new InvalidInputException(
          Money.INVALID, "amount", amount.toString(), "must be above 0");
    }
    Gift gift = new Gift(order, amount, Text.name(reason, "reason"), key);
    Optional<RefundPlan> plan = storage.inTransaction(context, session -> begin(session, gift));
    plan.ifPresent(found -> follow(context, gift, found));
    return amount;
  }

  private void follow(CallContext context, Gift gift, RefundPlan plan) {
    Map<IdempotencyKey, Refusal> refused = refunds.ask(context, plan);
    Optional<Refusal> reason =
        storage.inTransaction(context, session -> end(session, gift, plan, refused));
    if (reason.isPresent()) {
      throw new RefusedException(reason.get());
    }
  }

  private static Optional<RefundPlan> begin(Session session, Gift gift) {
    if (Commands.resultOf(session, COMMAND, gift.key(), gift.content()).isPresent()) {
      return Optional.empty();
    }
    Order order =
        OrderDocuments.find(session, gift.order())
            .orElseThrow(() -> OrderDocuments.notFound(gift.order()))
            .value();
    String planId = gift.planId(session.context());
    return Optional.of(
        Refunds.planned(
            session,
            planId,
            gift.content(),
            order,
            Refunds.Asked.of(gift.amount()),
            gift.key(),
            Optional.empty()));
  }

  private static Optional<Refusal> end(
      Session session, Gift gift, RefundPlan plan, Map<IdempotencyKey, Refusal> refused) {
    if (Commands.resultOf(session, COMMAND, gift.key(), gift.content()).isPresent()) {
      return Optional.empty();
    }
    String planId = gift.planId(session.context());
    Refunds.Standing standing = Refunds.standing(session, planId, plan, refused);
    if (!standing.isDone()) {
      standing
          .again()
          .ifPresent(again -> Results.commit(session, Decision.builder().save(again).build()));
      return Optional.of(standing.pending() ? pending(gift.amount()) : standing.reasons().get(0));
    }
    Stored<Order> stored = OrderDocuments.find(session, gift.order()).orElseThrow();
    Results.commit(session, given(session, gift, stored));
    return Optional.empty();
  }

  private static Decision given(Session session, Gift gift, Stored<Order> stored) {
    Order order =
        OrderRules.progressed(
            stored.value(),
            List.of(),
            "goodwill",
            gift.amount() + ": " + gift.reason(),
            session.context(),
            session.now());
    OrderEvent progressed = new OrderEvent.OrderProgressed(order.id(), "goodwill");
    return Decision.builder()
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, order))
        .save(Commands.done(session, COMMAND, gift.key(), gift.content(), "given"))
        .event(OrderDocuments.event(order, progressed))
        .build();
  }

  private static Refusal pending(Money amount) {
    return Refusal.of(
        PaymentService.IN_PROGRESS,
        "The gateway has not said whether " + amount + " were given back. Ask again with this key.",
        Facts.of("amount", amount));
  }
}
