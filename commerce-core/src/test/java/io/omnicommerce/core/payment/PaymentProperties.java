package io.omnicommerce.core.payment;

import static io.omnicommerce.core.payment.Till.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random captures, refunds and voids through a gateway that fails: the two books always agree. */
class PaymentProperties {

  private static final Money PROMISED = money(1_000);

  enum Kind {
    CAPTURE,
    REFUND,
    VOID,
    RESOLVE,
    WAIT
  }

  /** What is tried, with which of few keys, and what goes wrong on the way. */
  record Step(Kind kind, long minor, int key, Optional<Fault> fault, boolean deaf) {}

  @Property(tries = 300)
  void l62_l63_l65_what_is_taken_and_given_back_stays_within_what_was_promised(
      @ForAll("programs") List<Step> program) {
    Till till = Till.open();
    PaymentId id = till.authorized("p", PROMISED);

    for (Step step : program) {
      run(till, id, step);
      checkBounds(till, id);
    }

    calm(till, id);
    checkBooks(till, id);
    assertThat(ToldVersions.missing(till.storage, till.clerk)).isEmpty();
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    Arbitrary<Optional<Fault>> faults =
        Arbitraries.of(Fault.class).filter(fault -> fault != Fault.WRONG_AMOUNT).optional(0.4);
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.longs().between(1, 700),
            Arbitraries.integers().between(1, 3),
            faults,
            Arbitraries.of(false, false, true))
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  private static void run(Till till, PaymentId id, Step step) {
    operation(step.kind())
        .ifPresent(
            operation -> step.fault().ifPresent(fault -> till.sandbox.next(operation, fault)));
    if (step.deaf()) {
      till.sandbox.next(Operation.QUERY, Fault.TIMEOUT_BEFORE);
    }
    try {
      switch (step.kind()) {
        case CAPTURE ->
            till.payments.capture(till.clerk, id, money(step.minor()), key("k" + step.key()));
        case REFUND ->
            till.payments.refund(till.clerk, id, money(step.minor()), key("k" + step.key()));
        case VOID -> till.payments.voidAuthorization(till.clerk, id, key("k" + step.key()));
        case RESOLVE -> till.payments.resolve(till.clerk, id);
        case WAIT -> till.clock.advance(PaymentService.PATIENCE);
      }
    } catch (CommerceException refused) {
      assertThat(refused.code().value())
          .isIn(
              "payment.in_progress",
              "payment.amount_exceeded",
              "payment.illegal_transition",
              "idempotency.mismatch");
    }
  }

  private static Optional<Operation> operation(Kind kind) {
    return switch (kind) {
      case CAPTURE -> Optional.of(Operation.CAPTURE);
      case REFUND -> Optional.of(Operation.REFUND);
      case VOID -> Optional.of(Operation.VOID);
      case RESOLVE, WAIT -> Optional.empty();
    };
  }

  private static void checkBounds(Till till, PaymentId id) {
    Payment payment = till.read(id);
    Money charged = till.sandbox.charged(id).orElse(money(0));
    Money refunded = till.sandbox.refunded(id).orElse(money(0));
    assertThat(payment.refunded()).isBetween(money(0), payment.captured());
    assertThat(payment.captured()).isLessThanOrEqualTo(PROMISED);
    assertThat(charged).as("nothing is taken that nobody knows of").isLessThanOrEqualTo(PROMISED);
    assertThat(refunded).isLessThanOrEqualTo(charged);
    if (!PaymentRules.hasOpenAttempt(payment)) {
      checkBooks(till, id);
    }
  }

  /** Faults that still wait come out, time passes, and the gateway answers. */
  private static void calm(Till till, PaymentId id) {
    for (int i = 0; i < 40 && PaymentRules.hasOpenAttempt(till.read(id)); i++) {
      till.clock.advance(PaymentService.PATIENCE);
      till.payments.resolve(till.clerk, id);
    }
    assertThat(PaymentRules.hasOpenAttempt(till.read(id))).isFalse();
  }

  private static void checkBooks(Till till, PaymentId id) {
    Payment payment = till.read(id);
    assertThat(payment.captured()).isEqualTo(till.sandbox.charged(id).orElse(money(0)));
    assertThat(payment.refunded()).isEqualTo(till.sandbox.refunded(id).orElse(money(0)));
    boolean voided = payment.status() == PaymentStatus.VOIDED;
    assertThat(till.sandbox.standing().isEmpty()).isEqualTo(voided);
    long left = voided ? 0 : PROMISED.minus(payment.captured()).minor();
    assertThat(till.balance(PaymentAccounts.capturable(id))).isEqualTo(left);
    assertThat(till.balance(PaymentAccounts.refundable(id)))
        .isEqualTo(payment.captured().minus(payment.refunded()).minor());
    assertThat(till.storage.maintenance().audit(List.of(PaymentDocuments.TYPE))).isEmpty();
  }

  private static Money money(long minor) {
    return Money.ofMinor(minor, Currencies.of("GBP"));
  }
}
