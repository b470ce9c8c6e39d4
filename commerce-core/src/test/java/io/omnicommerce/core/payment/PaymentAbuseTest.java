package io.omnicommerce.core.payment;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.payment.Till.gbp;
import static io.omnicommerce.core.payment.Till.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.core.Crowd;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentAbuseTest {

  private final Till till = Till.open();

  @Test
  void abuse_91_capturing_too_much_nothing_or_less_is_refused() {
    PaymentId id = till.authorized("p", gbp("10.00"));

    refused(id, PaymentService.AMOUNT_EXCEEDED, () -> capture(id, gbp("10.01"), "a"));
    refused(id, Money.INVALID, () -> capture(id, gbp("0.00"), "b"));
    refused(id, Money.INVALID, () -> capture(id, gbp("-1.00"), "c"));
    refused(
        id,
        Money.INVALID,
        () -> capture(id, Money.ofMinor(Long.MIN_VALUE, gbp("0").currency()), "d"));
    refused(
        id,
        ErrorCode.of("money.currency_mismatch"),
        () -> capture(id, Money.of("1", Currencies.of("EUR")), "e"));
  }

  @Test
  void abuse_91_capturing_again_with_the_same_key_answers_as_the_first_time() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    Payment first = capture(id, gbp("4.00"), "k");

    Payment again = capture(id, gbp("4.00"), "k");

    assertThat(again).isEqualTo(first);
    assertThat(till.sandbox.charged(id)).contains(gbp("4.00"));
    String before = till.dump(id);
    assertThatThrownBy(() -> capture(id, gbp("5.00"), "k"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(till.dump(id)).isEqualTo(before);
  }

  @Test
  void abuse_91_the_same_key_of_somebody_else_is_not_taken_for_the_same_capture() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    capture(id, gbp("5.00"), "1");
    CallContext other =
        till.clerk.withActor(Actor.staff("carol", PaymentService.VIEW, PaymentService.CAPTURE));

    refused(
        id,
        IdempotencyMismatchException.CODE,
        () -> till.payments.capture(other, id, gbp("5.00"), key("1")));
    till.payments.capture(other, id, gbp("5.00"), key("2"));

    assertThat(till.sandbox.charged(id)).contains(gbp("10.00"));
  }

  @Test
  void abuse_92_nothing_is_captured_of_what_is_not_promised() {
    PaymentId intended = till.intended("i", Tender.card("tok_visa"), gbp("1.00"));
    PaymentId declined = till.intended("d", Tender.card("tok_visa"), gbp("1.00"));
    till.change(declined, payment -> PaymentRules.declined(payment, "no"));
    PaymentId voided = till.authorized("v", gbp("1.00"));
    till.payments.voidAuthorization(till.clerk, voided, key("void"));

    for (PaymentId id : List.of(intended, declined, voided)) {
      refused(id, PaymentService.ILLEGAL_TRANSITION, () -> capture(id, gbp("1.00"), "k"));
      refused(
          id,
          PaymentService.ILLEGAL_TRANSITION,
          () -> till.payments.refund(till.clerk, id, gbp("1.00"), key("k")));
    }
  }

  @Test
  void abuse_93_what_was_captured_cannot_be_voided() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    capture(id, gbp("0.01"), "k");

    String before = till.dump(id);
    assertThatThrownBy(() -> till.payments.voidAuthorization(till.clerk, id, key("void")))
        .hasMessageContaining("Refund it instead");
    assertThat(till.dump(id)).isEqualTo(before);
  }

  @Test
  void abuse_94_of_fifty_captures_at_once_one_takes_the_money() throws Exception {
    PaymentId id = till.authorized("p", gbp("10.00"));

    List<String> answers = doneAtOnce(50, n -> capture(id, gbp("10.00"), "k-" + n));

    assertThat(answers).filteredOn("done"::equals).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !answer.equals("done"))
        .allMatch(
            answer ->
                answer.equals("payment.in_progress") || answer.equals("payment.amount_exceeded"));
    assertThat(till.sandbox.charged(id)).contains(gbp("10.00"));
  }

  @Test
  void abuse_94_fifty_captures_with_one_key_are_one() throws Exception {
    PaymentId id = till.authorized("p", gbp("10.00"));

    List<String> answers = doneAtOnce(50, n -> capture(id, gbp("3.00"), "k"));

    assertThat(answers).containsOnly("done");
    assertThat(till.sandbox.charged(id)).contains(gbp("3.00"));
    assertThat(till.read(id).captured()).isEqualTo(gbp("3.00"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void abuse_98_whatever_the_gateway_does_wrong_the_outcome_is_unknown(
      Callable<GatewayAnswer> answer) {
    Breaking gateway = new Breaking();
    Till other = Till.through(gateway);
    PaymentId id = other.authorized("p", gbp("10.00"));
    gateway.answer = answer;

    Payment payment = other.payments.capture(other.clerk, id, gbp("10.00"), key("k"));

    assertThat(payment.entries()).singleElement().returns(Outcome.UNKNOWN, PaymentEntry::outcome);
    assertThat(other.events)
        .extracting(event -> event.event().type())
        .containsExactly("payment.status_changed", "payment.progressed", "payment.unresolved");
    assertThatThrownBy(() -> other.payments.capture(other.clerk, id, gbp("1.00"), key("other")))
        .hasFieldOrPropertyWithValue("code", PaymentService.IN_PROGRESS);
  }

  static Stream<Callable<GatewayAnswer>> nonsense() {
    return Stream.of(
        () -> {
          throw new StackOverflowError("a gateway that calls itself");
        },
        () -> null,
        () -> {
          throw new IllegalStateException("down");
        },
        () -> {
          throw new AssertionError("an error");
        },
        () -> {
          throw new java.io.IOException("past the compiler");
        },
        () -> new GatewayAnswer.Approved("ref", Money.of("10.00", Currencies.of("EUR"))),
        () -> new GatewayAnswer.Approved("ref", gbp("10.01")),
        () -> new GatewayAnswer.Approved("ref", gbp("-10.00")),
        () -> new GatewayAnswer.Approved("", gbp("10.00")),
        () -> new GatewayAnswer.Approved("r".repeat(10 << 20), gbp("10.00")),
        () -> new GatewayAnswer.Approved("nul\u0000", gbp("10.00")),
        () -> new GatewayAnswer.Unknown("x".repeat(10 << 20)),
        () -> new GatewayAnswer.ActionNeeded("ref", "go to your bank"));
  }

  @Test
  void abuse_98_a_dying_machine_is_not_hidden_and_the_attempt_can_be_resolved() {
    Breaking gateway = new Breaking();
    Till other = Till.through(gateway);
    PaymentId id = other.authorized("p", gbp("10.00"));
    gateway.answer =
        () -> {
          throw new OutOfMemoryError("not really");
        };

    assertThatThrownBy(() -> other.payments.capture(other.clerk, id, gbp("10.00"), key("k")))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(other.read(id).entries())
        .singleElement()
        .returns(Outcome.INTENDED, PaymentEntry::outcome);
    gateway.answer = GatewayAnswer.NeverHeard::new;
    assertThat(other.payments.resolve(other.clerk, id).entries())
        .singleElement()
        .returns(Outcome.INTENDED, PaymentEntry::outcome);
    other.clock.advance(PaymentService.PATIENCE);
    assertThat(other.payments.resolve(other.clerk, id).entries())
        .singleElement()
        .returns(Outcome.DECLINED, PaymentEntry::outcome);
    assertThat(other.balance(PaymentAccounts.capturable(id))).isEqualTo(1000);
  }

  @Test
  void abuse_98_money_that_moved_after_an_attempt_was_given_up_is_not_lost() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    PaymentGateway late =
        new Breaking() {
          @Override
          public GatewayAnswer capture(GatewayRequest request) {
            till.clock.advance(PaymentService.PATIENCE);
            till.payments.resolve(till.clerk, id);
            return till.sandbox.capture(request);
          }
        };
    CorePaymentService slow = new CorePaymentService(till.storage, late);

    Payment payment = slow.capture(till.clerk, id, gbp("10.00"), key("k"));

    assertThat(payment.captured()).isEqualTo(gbp("10.00"));
    assertThat(till.balance(PaymentAccounts.capturable(id))).isZero();
    assertThat(till.balance(PaymentAccounts.refundable(id))).isEqualTo(1000);
    assertThat(till.storage.maintenance().audit(List.of(PaymentDocuments.TYPE))).isEmpty();
  }

  @Test
  void abuse_99_card_data_is_no_token() {
    for (String number : List.of("4111111111111111", "4111 1111 1111 1111", "123")) {
      assertThatThrownBy(() -> Tender.card(number))
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(Tender.CARD_DATA_REFUSED);
                assertThat(refused.getMessage()).doesNotContain(number);
              });
    }
    assertThat(Tender.card("tok_4111111111111111").toString()).doesNotContain("4111");
  }

  @Test
  void abuse_100_nothing_is_charged_anew_while_an_outcome_is_unknown() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.sandbox.next(Operation.CAPTURE, Fault.TIMEOUT_AFTER);
    capture(id, gbp("4.00"), "k");

    refused(id, PaymentService.IN_PROGRESS, () -> capture(id, gbp("4.00"), "other"));
    refused(
        id,
        PaymentService.IN_PROGRESS,
        () -> till.payments.voidAuthorization(till.clerk, id, key("void")));
    assertThat(till.sandbox.charged(id)).contains(gbp("4.00"));
  }

  @Test
  void abuse_103_two_refunds_of_nearly_everything_are_one() {
    PaymentId id = till.captured("p", gbp("100.00"));
    till.payments.refund(till.clerk, id, gbp("99.00"), key("a"));

    refused(
        id,
        PaymentService.AMOUNT_EXCEEDED,
        () -> till.payments.refund(till.clerk, id, gbp("99.00"), key("b")));
  }

  @Test
  void abuse_104_a_double_click_on_refund_in_fifty_threads_is_one_refund() throws Exception {
    PaymentId id = till.captured("p", gbp("100.00"));

    List<String> answers =
        doneAtOnce(50, n -> till.payments.refund(till.clerk, id, gbp("40.00"), key("r")));

    assertThat(answers).containsOnly("done");
    assertThat(till.sandbox.refunded(id)).contains(gbp("40.00"));
  }

  @Test
  void abuse_104_three_channels_that_refund_everything_at_once_refund_it_once() throws Exception {
    PaymentId id = till.captured("p", gbp("100.00"));

    List<String> answers =
        doneAtOnce(
            3, n -> till.payments.refund(till.clerk, id, gbp("100.00"), key("channel-" + n)));

    assertThat(answers).filteredOn("done"::equals).hasSize(1);
    assertThat(till.sandbox.refunded(id)).contains(gbp("100.00"));
  }

  @Test
  void abuse_113_nothing_is_refunded_of_a_payment_whose_outcome_is_unknown() {
    PaymentId id = till.intended("p", Tender.card("tok_visa"), gbp("10.00"));
    till.change(id, payment -> PaymentRules.unknown(payment, Optional.empty()));

    refused(
        id,
        PaymentService.IN_PROGRESS,
        () -> till.payments.refund(till.clerk, id, gbp("1.00"), key("r")));
    assertThat(till.read(id).status()).isEqualTo(PaymentStatus.UNKNOWN);
  }

  private Payment capture(PaymentId id, Money amount, String key) {
    return till.payments.capture(till.clerk, id, amount, key(key));
  }

  @Test
  void a_capture_answered_with_another_amount_is_settled_with_what_was_taken() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.sandbox.next(Operation.CAPTURE, Fault.WRONG_AMOUNT);
    capture(id, gbp("10.00"), "k");
    assertThat(till.payments.resolve(till.clerk, id).captured()).isEqualTo(gbp("0.00"));
    CallContext manager = till.without(PaymentService.SETTLE);

    Payment settled = till.payments.settle(manager, id, 1, approved("9.99"));

    assertThat(settled.captured()).isEqualTo(till.sandbox.charged(id).orElseThrow());
    assertThat(till.payments.settle(manager, id, 1, approved("9.99"))).isEqualTo(settled);
    assertThat(till.balance(PaymentAccounts.capturable(id))).isEqualTo(1);
    assertThat(till.payments.refund(till.clerk, id, gbp("9.99"), key("r")).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(till.storage.maintenance().audit(List.of(PaymentDocuments.TYPE))).isEmpty();
  }

  @Test
  void an_attempt_that_moved_nothing_is_settled_and_its_money_is_free_again() {
    PaymentId id = till.authorized("p", gbp("10.00"));
    till.sandbox.next(Operation.CAPTURE, Fault.TIMEOUT_BEFORE);
    capture(id, gbp("10.00"), "k");
    CallContext manager = till.without(PaymentService.SETTLE);

    till.payments.settle(manager, id, 1, new GatewayAnswer.Declined("the bank says so"));

    assertThat(till.balance(PaymentAccounts.capturable(id))).isEqualTo(1_000);
    assertThat(capture(id, gbp("10.00"), "again").captured()).isEqualTo(gbp("10.00"));
  }

  @Test
  void what_cannot_be_true_of_an_attempt_is_refused() {
    PaymentId id = till.captured("p", gbp("10.00"));
    CallContext manager = till.without(PaymentService.SETTLE, PaymentService.VIEW);

    refused(
        id,
        PaymentService.ILLEGAL_TRANSITION,
        () -> till.payments.settle(manager, id, 1, approved("9.00")));
    refused(
        id,
        PaymentService.ILLEGAL_TRANSITION,
        () -> till.payments.settle(manager, id, 1, new GatewayAnswer.Declined("no")));
    refused(
        id,
        PaymentService.NOT_DECIDED,
        () -> till.payments.settle(manager, id, 1, new GatewayAnswer.Unknown("who knows")));
    refused(
        id,
        PaymentService.ATTEMPT_UNKNOWN,
        () -> till.payments.settle(manager, id, 2, approved("10.00")));
    refused(id, Money.INVALID, () -> till.payments.settle(manager, id, 1, approved("0.00")));
    refused(
        id,
        ForbiddenException.CODE,
        () -> till.payments.settle(till.clerk, id, 1, approved("10.00")));
  }

  private static GatewayAnswer approved(String amount) {
    return new GatewayAnswer.Approved("bank-1", gbp(amount));
  }

  private void refused(PaymentId id, ErrorCode code, ThrowingCallable call) {
    String before = till.dump(id);
    assertThatThrownBy(call)
        .isInstanceOf(CommerceException.class)
        .hasFieldOrPropertyWithValue("code", code);
    assertThat(till.dump(id)).isEqualTo(before);
  }

  private static List<String> doneAtOnce(int callers, Crowd.Numbered<?> step) throws Exception {
    return atOnce(callers, n -> done(step, n));
  }

  private static String done(Crowd.Numbered<?> step, int n) throws Exception {
    try {
      step.call(n);
      return "done";
    } catch (CommerceException refused) {
      return refused.code().value();
    }
  }

  /** Answers whatever it is told, to whatever it is asked. */
  private static class Breaking implements PaymentGateway {
    Callable<GatewayAnswer> answer = GatewayAnswer.NeverHeard::new;

    @Override
    public GatewayAnswer authorize(GatewayRequest request) {
      return new SandboxGateway().authorize(request);
    }

    @Override
    public GatewayAnswer capture(GatewayRequest request) {
      return told();
    }

    @Override
    public GatewayAnswer voidAuthorization(GatewayRequest request) {
      return told();
    }

    @Override
    public GatewayAnswer refund(GatewayRequest request) {
      return told();
    }

    @Override
    public GatewayAnswer query(String key) {
      return told();
    }

    private GatewayAnswer told() {
      try {
        return answer.call();
      } catch (Exception thrown) {
        throw past(thrown);
      }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException past(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }
}
