package io.omnicommerce.core.payment;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.Storages;
import io.omnicommerce.core.storage.ListeningStorage;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Payments without a shop around them. */
final class Till {

  final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-02T09:00:00Z"));
  final List<EventEnvelope> events = new CopyOnWriteArrayList<>();
  final Storage storage;
  final SandboxGateway sandbox = new SandboxGateway();
  final CorePaymentService payments;
  final CallContext clerk =
      CallContext.of(
          TenantId.of("acme"),
          ChannelId.of("web"),
          Actor.staff("bob", PaymentService.VIEW, PaymentService.CAPTURE));

  private Till(Function<MutableClock, Storage> made, Optional<PaymentGateway> gateway) {
    storage = new ListeningStorage(made.apply(clock), List.of(events::add), Runnable::run);
    payments = new CorePaymentService(storage, gateway.orElse(sandbox));
  }

  static Till open() {
    return new Till(Storages::fresh, Optional.empty());
  }

  /** A till on a storage of the caller's own. */
  static Till on(Storage storage) {
    return new Till(clock -> storage, Optional.empty());
  }

  /** A till whose payments are authorized by the sandbox and then go through another gateway. */
  static Till through(PaymentGateway gateway) {
    return new Till(Storages::fresh, Optional.of(gateway));
  }

  static Money gbp(String amount) {
    return Money.of(amount, Currencies.of("GBP"));
  }

  static IdempotencyKey key(String key) {
    return IdempotencyKey.of(key);
  }

  CallContext without(io.omnicommerce.common.Permission... granted) {
    return clerk.withActor(clerk.actor().withPermissions(Set.of(granted)));
  }

  /** A payment that is written down and no more. */
  PaymentId intended(String id, Tender tender, Money amount) {
    PaymentId payment = PaymentId.of(id);
    storage.inTransaction(
        clerk,
        session ->
            session.commit(
                Decision.builder()
                    .save(
                        PaymentDocuments.created(
                            PaymentRules.intended(
                                payment,
                                Reference.of("checkout", "c-" + id),
                                tender,
                                amount,
                                session.now())))
                    .build()));
    return payment;
  }

  /** A payment by card whose money is promised. */
  PaymentId authorized(String id, Money amount) {
    PaymentId payment = intended(id, Tender.card("tok_visa"), amount);
    GatewayAnswer.Approved answer =
        (GatewayAnswer.Approved)
            sandbox.authorize(CheckedGateway.authorization(clerk.tenant(), read(payment)));
    approve(payment, answer.reference());
    return payment;
  }

  /** A payment in cash. */
  PaymentId cash(String id, Money amount) {
    PaymentId payment = intended(id, Tender.cash("receipt-" + id), amount);
    approve(payment, "receipt-" + id);
    return payment;
  }

  PaymentId captured(String id, Money amount) {
    PaymentId payment = authorized(id, amount);
    payments.capture(clerk, payment, amount, key("all"));
    return payment;
  }

  Payment read(PaymentId id) {
    return payments.get(clerk, id);
  }

  long balance(AccountId account) {
    return storage.inTransaction(
        clerk,
        session ->
            Optional.ofNullable(session.ledger().balances(List.of(account)).get(account))
                .map(balance -> balance.available())
                .orElse(0L));
  }

  /** Everything there is of a payment, as text. */
  String dump(PaymentId id) {
    return read(id)
        + " capturable "
        + balance(PaymentAccounts.capturable(id))
        + " refundable "
        + balance(PaymentAccounts.refundable(id))
        + " events "
        + events.size();
  }

  void change(PaymentId id, java.util.function.UnaryOperator<Payment> rule) {
    storage.inTransaction(
        clerk,
        session -> {
          Stored<Payment> stored = PaymentDocuments.require(session, id);
          Payment changed = rule.apply(stored.value());
          Decision.Builder decision =
              Decision.builder()
                  .save(PaymentDocuments.changed(stored, changed))
                  .event(PaymentDocuments.statusChanged(changed));
          if (PaymentRules.isAuthorizing(stored.value(), changed)) {

            decision.step(new LedgerStep.Post(PaymentAccounts.authorization(changed)));
          }
          return session.commit(decision.build());
        });
  }

  private void approve(PaymentId id, String reference) {
    change(
        id,
        payment ->
            PaymentRules.approved(
                payment, reference, Reference.of("order", "o-" + id), clock.instant()));
  }
}
