package io.omnicommerce.core.payment;

import static io.omnicommerce.core.payment.Till.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentAction;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentFlow;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.Tender;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Reference CHECKOUT = Reference.of("checkout", "c");
  private static final Reference ORDER = Reference.of("order", "o");

  static Stream<Arguments> steps() {
    return Stream.of(PaymentStatus.values())
        .flatMap(from -> Stream.of(PaymentAction.values()).map(on -> Arguments.of(from, on)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void l53_what_the_table_has_no_row_for_is_refused(PaymentStatus from, PaymentAction on) {
    Payment payment = at(from, Tender.card("tok"));
    Optional<PaymentStatus> to = PaymentFlow.STANDARD.next(from, on);

    if (to.isPresent()) {
      assertThat(fire(payment, on))
          .returns(to.get(), Payment::status)
          .returns(Version.of(2), Payment::version);
    } else {
      assertThatThrownBy(() -> fire(payment, on))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo(PaymentService.ILLEGAL_TRANSITION));
    }
  }

  @Test
  void cash_is_taken_as_it_is_approved() {
    Payment paid = PaymentRules.approved(at(PaymentStatus.INTENDED, cash()), "r", ORDER, NOW);

    assertThat(paid.captured()).isEqualTo(gbp("10.00"));
    assertThat(paid.version()).isEqualTo(Version.of(2));
    assertThat(paid.subject()).isEqualTo(ORDER);
  }

  @Test
  void there_is_no_payment_of_nothing() {
    assertThatThrownBy(
            () -> PaymentRules.intended(PaymentId.of("p"), CHECKOUT, cash(), gbp("0.00"), NOW))
        .isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void l57_a_promise_that_nobody_wants_is_to_be_voided_and_revives_nothing(PaymentStatus from) {
    Payment payment = at(from, Tender.card("tok"));

    Payment unwanted = PaymentRules.unwanted(payment, "late", NOW);

    assertThat(unwanted.entries())
        .singleElement()
        .returns(PaymentEntry.Kind.VOID, PaymentEntry::kind)
        .returns(PaymentEntry.Outcome.INTENDED, PaymentEntry::outcome);
    assertThat(unwanted.gatewayReference()).contains("late");
    assertThat(PaymentRules.unwanted(unwanted, "late", NOW)).isEqualTo(unwanted);
    boolean ended = from == PaymentStatus.DECLINED || from == PaymentStatus.VOIDED;
    assertThat(unwanted.status()).isEqualTo(ended ? from : PaymentStatus.AUTHORIZED);
  }

  static Stream<PaymentStatus> statuses() {
    return Stream.of(PaymentStatus.values());
  }

  private static Payment fire(Payment payment, PaymentAction on) {
    return switch (on) {
      case APPROVE -> PaymentRules.approved(payment, "ref", ORDER, NOW);
      case REQUIRE_ACTION -> PaymentRules.pending(payment, "ref");
      case LOSE_SIGHT -> PaymentRules.unknown(payment, Optional.empty());
      case DECLINE -> PaymentRules.declined(payment, "no");
      case VOID -> PaymentRules.withdrawn(payment);
    };
  }

  private static Payment at(PaymentStatus status, Tender tender) {
    Payment intended =
        PaymentRules.intended(PaymentId.of("p"), CHECKOUT, tender, gbp("10.00"), NOW);
    return new Payment(
        intended.id(),
        intended.version(),
        intended.subject(),
        tender,
        intended.amount(),
        status,
        intended.gatewayReference(),
        intended.declineReason(),
        intended.entries(),
        false,
        intended.surplus(),
        NOW);
  }

  private static Tender cash() {
    return Tender.cash("receipt");
  }
}
