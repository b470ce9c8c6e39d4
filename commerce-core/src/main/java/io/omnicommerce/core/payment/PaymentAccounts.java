package io.omnicommerce.core.payment;

import io.omnicommerce.core.value.GiftCardAccounts;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.value.GiftCardId;

/** How money stands in the ledger: what may still be captured, and what may still be refunded. */
public final class PaymentAccounts {

  public static final String BOOK = "pay";

  static final AccountId GATEWAY = AccountId.contra("@gateway");
  static final AccountId REFUNDED = AccountId.contra("@refunded");
  static final AccountId VOIDED = AccountId.contra("@voided");

  private PaymentAccounts() {}

  public static AccountId capturable(PaymentId payment) {
    return AccountId.of(BOOK, payment.value(), "capturable");
  }

  public static AccountId refundable(PaymentId payment) {
    return AccountId.of(BOOK, payment.value(), "refundable");
  }

  /**
   * What an authorization puts at the shop's disposal; cash is captured as it is taken. It is the
   * first that the ledger hears of a payment.
   */
  public static Batch authorization(Payment payment) {
    AccountId to =
        payment.tender().kind() == Tender.Kind.CASH
            ? refundable(payment.id())
            : capturable(payment.id());
    return Batch.of(
            BatchId.of(BOOK + '/' + payment.id() + "/authorize"),
            leg(GATEWAY, to, payment.amount()))
        .opening(to, 0);
  }

  /** What an attempt moves, if it succeeds. */
  static Batch attempt(Payment payment, int number) {
    return Batch.of(batch(payment, number), leg(payment, number));
  }

  /** What an attempt has moved that had been given up: a fact. */
  static Batch lateAttempt(Payment payment, int number) {
    return Batch.of(BatchId.of(batch(payment, number) + "/late"), leg(payment, number).asForced());
  }

  static BatchId batch(Payment payment, int number) {
    return BatchId.of(BOOK + '/' + payment.id() + '/' + number);
  }

  private static Leg leg(Payment payment, int number) {
    PaymentEntry entry = payment.entries().get(number - 1);
    return switch (entry.kind()) {
      case CAPTURE -> leg(capturable(payment.id()), refundable(payment.id()), entry.amount());
      case REFUND -> leg(refundable(payment.id()), refundedTo(payment), entry.amount());
      case VOID -> leg(capturable(payment.id()), VOIDED, entry.amount());
      case WAIVE -> throw new IllegalArgumentException("A waiver moves nothing: " + entry);
    };
  }

  /** What was paid by gift card goes back to the card, and to nobody else. */
  private static AccountId refundedTo(Payment payment) {
    return payment.tender().kind() == Tender.Kind.GIFT_CARD
        ? GiftCardAccounts.of(GiftCardId.of(payment.tender().token()), payment.amount().currency())
        : REFUNDED;
  }

  private static Leg leg(AccountId from, AccountId to, Money amount) {
    return Leg.of(from, to, amount.minor(), amount.currency().getCurrencyCode());
  }
}
