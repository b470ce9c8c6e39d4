package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.cart.CartRules;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.PaymentAccounts;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** An attempt with everything that belongs to it, as one transaction sees it. */
record Attempt(
    Session session,
    Stored<Checkout> stored,
    Stored<Cart> cart,
    Optional<Stored<Payment>> payment,
    Optional<HoldGroup> hold) {

  private static final Set<PaymentStatus> SETTLED =
      EnumSet.of(PaymentStatus.AUTHORIZED, PaymentStatus.DECLINED, PaymentStatus.VOIDED);

  static Attempt load(Session session, CheckoutId id) {
    Stored<Checkout> stored = CheckoutDocuments.require(session, id);
    Checkout checkout = stored.value();
    Attempt attempt =
        new Attempt(
            session,
            stored,
            CheckoutDocuments.ownedCart(session, checkout),
            checkout.payment().map(payment -> PaymentDocuments.require(session, payment)),
            session.ledger().batch(BatchId.of(checkout.hold())));
    attempt.checkOneMoment();
    return attempt;
  }

  /**
   * What is read one after the other may stand before and behind somebody else's commit. A payment
   * that is further than its checkout tells so; the work runs again and sees both.
   */
  private void checkOneMoment() {
    boolean ahead =
        !CheckoutRules.isEnded(checkout())
            && payment.isPresent()
            && SETTLED.contains(payment.get().value().status());
    if (ahead
        && !CheckoutDocuments.require(session, checkout().id())
            .version()
            .equals(stored.version())) {
      throw StorageException.conflict("checkout " + checkout().id());
    }
  }

  Checkout checkout() {
    return stored.value();
  }

  /** How many orders the customer had placed when this was priced. */
  long ordersBefore() {
    return session
        .documents()
        .find(OrderDocuments.PRICING, checkout().id().value())
        .map(inputs -> inputs.value().occasion().orders())
        .orElse(0L);
  }

  /** The payment, if the gateway has to do with it. */
  Optional<Payment> byCard() {
    return by(Tender.Kind.CARD);
  }

  /** The payment, if people have to say that it was made. */
  Optional<Payment> inCash() {
    return by(Tender.Kind.CASH);
  }

  private Optional<Payment> by(Tender.Kind kind) {
    return payment.map(Stored::value).filter(paid -> paid.tender().kind() == kind);
  }

  /** What it was promised of goods that are not there. */
  PromisedGoods promised() {
    return PromisedGoods.of(session, hold);
  }

  /** Whether the cart is still the one that is being paid. */
  boolean hasItsCart() {
    return CartRules.isBlockedBy(cart.value(), CheckoutRules.reference(checkout()));
  }

  /** Whether its stock is held and can be confirmed, or is confirmed; of no goods there is none. */
  boolean hasItsStock() {
    return hold.map(group -> group.state() == HoldState.CONFIRMED || isHeld(group)).orElse(true);
  }

  /** The step by which its stock does not expire any more, if one is needed. */
  Optional<LedgerStep> confirm() {
    return hold.isPresent() && isHeld(hold.get())
        ? Optional.of(new LedgerStep.Confirm(hold.get().id()))
        : Optional.empty();
  }

  /** The step by which its stock is free again, if something is held. */
  Optional<LedgerStep> release() {
    return hold.filter(group -> !group.state().isEnded())
        .map(group -> new LedgerStep.Release(group.id()));
  }

  Decision.Builder save(Checkout changed) {
    return Decision.builder().save(DocumentWrite.update(CheckoutDocuments.TYPE, stored, changed));
  }

  /** Adds a changed payment to a decision, with its event and what it does to the ledger. */
  void pay(Decision.Builder decision, Payment changed) {
    Stored<Payment> before = payment.orElseThrow();
    if (before.version().compareTo(changed.version()) == 0) {
      return;
    }
    decision.save(PaymentDocuments.changed(before, changed));
    boolean sameStatus = before.value().status() == changed.status();
    decision.event(
        sameStatus
            ? PaymentDocuments.progressed(changed, "unwanted", changed.amount())
            : PaymentDocuments.statusChanged(changed));
    if (!before.value().captured().equals(changed.captured())) {
      decision.event(PaymentDocuments.captured(changed));
    }
    if (PaymentRules.isAuthorizing(before.value(), changed)) {
      decision.step(new LedgerStep.Post(PaymentAccounts.authorization(changed)));
    }
  }

  /** Adds to a decision that the cart is free again, if it was this attempt that blocked it. */
  void freeCart(Decision.Builder decision) {
    if (hasItsCart()) {
      CartDocuments.save(
          decision,
          cart,
          CartRules.endCheckout(cart.value(), session.context(), session.now()),
          "checkout_ended");
    }
  }

  void commit(Decision.Builder decision) {
    Results.commit(session, decision.build());
  }

  private boolean isHeld(HoldGroup group) {
    return group.state() == HoldState.HELD
        && group.expiresAt().map(session.now()::isBefore).orElse(true);
  }
}
