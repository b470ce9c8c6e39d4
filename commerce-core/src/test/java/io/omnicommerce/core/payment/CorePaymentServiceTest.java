package io.omnicommerce.core.payment;

import static io.omnicommerce.core.payment.Till.gbp;
import static io.omnicommerce.core.payment.Till.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorePaymentServiceTest {

  private final Till till = Till.open();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(till.storage.maintenance().audit(List.of(PaymentDocuments.TYPE))).isEmpty();
    assertThat(ToldVersions.missing(till.storage, till.clerk)).isEmpty();
  }

  @Test
  void a_promise_is_taken_in_parts_and_never_beyond() {
    PaymentId id = till.authorized("p", gbp("10.00"));

    till.payments.capture(till.clerk, id, gbp("4.00"), key("first"));
    Payment payment = till.payments.capture(till.clerk, id, gbp("6.00"), key("second"));

    assertThat(payment.captured()).isEqualTo(gbp("10.00"));
    assertThat(till.sandbox.charged(id)).contains(gbp("10.00"));
    assertThat(till.balance(PaymentAccounts.capturable(id))).isZero();
    assertThat(till.balance(PaymentAccounts.refundable(id))).isEqualTo(1000);
    assertThatThrownBy(() -> till.payments.capture(till.clerk, id, gbp("0.01"), key("third")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(PaymentService.AMOUNT_EXCEEDED);
              assertThat(refused.facts().get("remaining")).contains("GBP 0.00");
            });
  }

  @Test
  void a_promise_of_which_nothing_was_taken_is_given_back() {
    PaymentId id = till.authorized("p", gbp("10.00"));

    Payment payment = till.payments.voidAuthorization(till.clerk, id, key("void"));

    assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(till.sandbox.standing()).isEmpty();
    assertThat(till.balance(PaymentAccounts.capturable(id))).isZero();
  }

  @Test
  void what_was_taken_is_given_back_in_parts_and_never_beyond() {
    PaymentId id = till.captured("p", gbp("10.00"));

    PaymentEntry first = till.payments.refund(till.clerk, id, gbp("7.00"), key("r-1"));

    assertThat(first.outcome()).isEqualTo(Outcome.DONE);
    assertThat(till.read(id).refunded()).isEqualTo(gbp("7.00"));
    assertThat(till.sandbox.refunded(id)).contains(gbp("7.00"));
    assertThatThrownBy(() -> till.payments.refund(till.clerk, id, gbp("3.01"), key("r-2")))
        .hasMessageContaining("GBP 3.00");
    assertThat(till.payments.refund(till.clerk, id, gbp("3.00"), key("r-3")).outcome())
        .isEqualTo(Outcome.DONE);
  }

  @Test
  void cash_is_refunded_without_asking_anybody() {
    PaymentId id = till.cash("p", gbp("5.00"));

    PaymentEntry entry = till.payments.refund(till.clerk, id, gbp("5.00"), key("r"));

    assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
    assertThat(till.sandbox.requests()).isZero();
    assertThat(till.read(id).refunded()).isEqualTo(gbp("5.00"));
    assertThatThrownBy(() -> till.payments.refund(till.clerk, id, gbp("0.01"), key("again")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_refusal_by_the_gateway_is_the_outcome_of_its_key() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.sandbox.next(Operation.CAPTURE, Fault.DECLINE);

    till.payments.capture(till.clerk, id, gbp("10.00"), key("k"));
    Payment again = till.payments.capture(till.clerk, id, gbp("10.00"), key("k"));

    assertThat(again.entries()).singleElement().returns(Outcome.DECLINED, PaymentEntry::outcome);
    assertThat(till.balance(PaymentAccounts.capturable(id))).isEqualTo(1000);
    Payment other = till.payments.capture(till.clerk, id, gbp("10.00"), key("other"));
    assertThat(other.captured()).isEqualTo(gbp("10.00"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"TIMEOUT_AFTER", "THROWS_AFTER"})
  void what_was_done_without_a_word_is_found_by_asking(Fault fault) {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.sandbox.next(Operation.CAPTURE, fault);
    Payment lost = till.payments.capture(till.clerk, id, gbp("10.00"), key("k"));

    Payment found = till.payments.resolve(till.clerk, id);

    assertThat(lost.entries()).singleElement().returns(Outcome.UNKNOWN, PaymentEntry::outcome);
    assertThat(found.captured()).isEqualTo(gbp("10.00"));
    assertThat(till.sandbox.charged(id)).contains(gbp("10.00"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"TIMEOUT_BEFORE", "THROWS_BEFORE"})
  void what_the_gateway_never_heard_of_was_not_done(Fault fault) {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.sandbox.next(Operation.CAPTURE, fault);
    till.payments.capture(till.clerk, id, gbp("10.00"), key("k"));

    Payment found = till.payments.resolve(till.clerk, id);

    assertThat(found.entries()).singleElement().returns(Outcome.DECLINED, PaymentEntry::outcome);
    assertThat(till.balance(PaymentAccounts.capturable(id))).isEqualTo(1000);
    assertThat(till.sandbox.charged(id)).isEmpty();
  }

  @Test
  void the_same_key_goes_on_where_the_outcome_was_not_known() {
    PaymentId id = till.captured("p", gbp("10.00"));
    till.sandbox.next(Operation.REFUND, Fault.TIMEOUT_BEFORE);
    till.sandbox.next(Operation.REFUND, Fault.TIMEOUT_AFTER);

    PaymentEntry first = till.payments.refund(till.clerk, id, gbp("4.00"), key("r"));
    PaymentEntry second = till.payments.refund(till.clerk, id, gbp("4.00"), key("r"));
    PaymentEntry third = till.payments.refund(till.clerk, id, gbp("4.00"), key("r"));

    assertThat(List.of(first.outcome(), second.outcome(), third.outcome()))
        .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.DONE);
    assertThat(till.sandbox.refunded(id)).contains(gbp("4.00"));
    assertThat(till.read(id).refunded()).isEqualTo(gbp("4.00"));
  }

  @Test
  void an_attempt_that_crashed_before_the_gateway_was_asked_is_given_up_in_time() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.change(
        id,
        payment ->
            AttemptRules.attempted(
                payment,
                PaymentEntry.Kind.VOID,
                payment.amount(),
                Outcome.INTENDED,
                key("crashed"),
                Optional.empty(),
                till.clock.instant()));

    Payment payment = till.payments.resolve(till.clerk, id);

    assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(till.sandbox.standing()).isEmpty();
  }

  @Test
  void everything_is_given_back_as_it_stands() {
    PaymentId promised = till.authorized("promised", gbp("10.00"));
    PaymentId taken = till.captured("taken", gbp("10.00"));
    till.payments.refund(till.clerk, taken, gbp("2.00"), key("goodwill"));

    till.change(promised, PaymentRules::dueBack);
    till.change(taken, PaymentRules::dueBack);

    till.payments.giveBack(till.clerk, promised, false);
    till.payments.giveBack(till.clerk, taken, false);
    till.payments.giveBack(till.clerk, taken, false);

    assertThat(till.sandbox.standing()).extracting("payment").containsOnly(taken);
    assertThat(till.sandbox.refunded(taken)).contains(gbp("10.00"));
  }

  @Test
  void a_payment_is_seen_with_the_permission_only_and_otherwise_does_not_exist() {
    PaymentId id = till.authorized("p", gbp("10.00"));

    assertThat(till.payments.get(till.clerk, id).amount()).isEqualTo(gbp("10.00"));
    assertThatThrownBy(() -> till.payments.get(till.without(), id))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> till.payments.capture(till.without(), id, gbp("1.00"), key("k")))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void each_step_that_was_accepted_is_told_once() {
    PaymentId id = till.captured("p", gbp("10.00"));
    till.payments.refund(till.clerk, id, gbp("1.00"), key("r"));
    till.payments.refund(till.clerk, id, gbp("1.00"), key("r"));

    assertThat(till.events)
        .extracting(event -> event.event().type())
        .containsExactly(
            "payment.status_changed",
            "payment.progressed",
            "payment.captured",
            "payment.progressed",
            "payment.refunded");
  }
}
