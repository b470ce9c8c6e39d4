package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.cart.CartRules;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayAnswer.ActionNeeded;
import io.omnicommerce.payment.spi.GatewayAnswer.Approved;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import java.util.List;
import java.util.Optional;

/** The ways in which an attempt ends, or waits, without an order; one decision each. */
final class Endings {

  private Endings() {}

  /** What an attempt has come to. */
  static CheckoutOutcome told(Checkout checkout) {
    return switch (checkout.status()) {
      case PLACED -> new CheckoutOutcome.Placed(checkout.order().orElseThrow(), checkout.number());
      case ABANDONED -> new CheckoutOutcome.Refused(checkout.reasons());
      case BEGUN, PENDING, UNKNOWN -> new CheckoutOutcome.Pending(checkout.id(), checkout.action());
    };
  }

  /** Answers as the first time; a promise that comes after the end is written down as unwanted. */
  static CheckoutOutcome already(Attempt attempt, GatewayAnswer answer) {
    if (attempt.checkout().status() == CheckoutStatus.ABANDONED
        && answer instanceof Approved approved
        && attempt.byCard().isPresent()) {
      Payment paid = attempt.byCard().get();
      Payment unwanted = PaymentRules.unwanted(paid, approved.reference(), attempt.session().now());
      if (!unwanted.equals(paid)) {
        Decision.Builder decision = Decision.builder();
        attempt.pay(decision, unwanted);
        attempt.commit(decision);
      }
    }
    return told(attempt.checkout());
  }

  static CheckoutOutcome declined(Attempt attempt, String reason) {
    Checkout abandoned =
        CheckoutRules.abandoned(attempt.checkout(), List.of(CheckoutRules.declined(reason)));
    return end(attempt, abandoned, paid -> PaymentRules.declined(paid, reason));
  }

  /** Ends an attempt because nobody wants it any more. */
  static Checkout abandon(Attempt attempt) {
    Checkout checkout = attempt.checkout();
    if (checkout.status() == CheckoutStatus.ABANDONED) {
      return checkout;
    }
    if (checkout.status() == CheckoutStatus.UNKNOWN) {
      throw CheckoutRules.inProgress(checkout.id().value()).asException();
    }
    if (checkout.status() == CheckoutStatus.PLACED) {
      throw CheckoutRules.ended(checkout.status()).asException();
    }
    Checkout abandoned =
        CheckoutRules.abandoned(checkout, List.of(CheckoutRules.ended(CheckoutStatus.ABANDONED)));
    end(attempt, abandoned, Endings::withoutPromise);
    return abandoned;
  }

  /** Nothing was paid. */
  static CheckoutOutcome abandoned(Attempt attempt, List<Refusal> reasons) {
    return end(
        attempt, CheckoutRules.abandoned(attempt.checkout(), reasons), Endings::withoutPromise);
  }

  /** It was paid, and there is nothing to be had for it any more: the promise goes back. */
  static CheckoutOutcome tooLate(Attempt attempt, Approved approved, List<Refusal> reasons) {
    return end(
        attempt,
        CheckoutRules.abandoned(attempt.checkout(), reasons),
        paid ->
            attempt.byCard().isPresent()
                ? PaymentRules.unwanted(paid, approved.reference(), attempt.session().now())
                : withoutPromise(paid));
  }

  /** What was approved is not what was asked: an operator has to look at it. */
  static CheckoutOutcome mismatch(Attempt attempt, Approved approved, Money asked) {
    if (attempt.byCard().isPresent()) {
      loseSight(attempt, Optional.of(approved.reference()));
    }
    return new CheckoutOutcome.Refused(List.of(CheckoutRules.mismatch(asked, approved.amount())));
  }

  static CheckoutOutcome unknown(Attempt attempt) {
    return told(loseSight(attempt, Optional.empty()));
  }

  static CheckoutOutcome waiting(Attempt attempt, ActionNeeded needed) {
    Checkout checkout = attempt.checkout();
    if (checkout.status() == CheckoutStatus.PENDING) {
      return new CheckoutOutcome.Pending(checkout.id(), Optional.of(needed.action()));
    }
    Checkout waiting = CheckoutRules.waiting(checkout, needed.action());
    Decision.Builder decision = attempt.save(waiting);
    attempt
        .payment()
        .map(paid -> PaymentRules.pending(paid.value(), needed.reference()))
        .ifPresent(paid -> attempt.pay(decision, paid));
    attempt.commit(decision);
    return told(waiting);
  }

  /** Whoever waits for an answer keeps the stock and the cart, however long it takes. */
  private static Checkout loseSight(Attempt attempt, Optional<String> reference) {
    if (attempt.checkout().status() == CheckoutStatus.UNKNOWN) {
      return attempt.checkout();
    }
    Checkout unknown = CheckoutRules.unknown(attempt.checkout());
    Decision.Builder decision = attempt.save(unknown);
    attempt
        .payment()
        .map(paid -> PaymentRules.unknown(paid.value(), reference))
        .ifPresent(paid -> attempt.pay(decision, paid));
    attempt.confirm().ifPresent(decision::step);
    if (attempt.hasItsCart()) {
      Session session = attempt.session();
      CartDocuments.save(
          decision,
          attempt.cart(),
          CartRules.keepCheckout(attempt.cart().value(), session.context(), session.now()),
          "checkout_unknown");
    }
    attempt.commit(decision);
    return unknown;
  }

  private static CheckoutOutcome end(
      Attempt attempt, Checkout ended, java.util.function.UnaryOperator<Payment> paid) {
    Decision.Builder decision = attempt.save(ended);
    attempt.payment().ifPresent(stored -> attempt.pay(decision, paid.apply(stored.value())));
    attempt.release().ifPresent(decision::step);
    attempt.promised().end(decision);
    attempt.freeCart(decision);
    attempt.commit(decision);
    return told(ended);
  }

  private static Payment withoutPromise(Payment paid) {
    return paid.status() == PaymentStatus.UNKNOWN
        ? PaymentRules.declined(paid, "The gateway never heard of it")
        : PaymentRules.withdrawn(paid);
  }
}
