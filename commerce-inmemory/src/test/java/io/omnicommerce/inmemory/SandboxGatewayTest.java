package io.omnicommerce.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayAnswer.ActionNeeded;
import io.omnicommerce.payment.spi.GatewayAnswer.Approved;
import io.omnicommerce.payment.spi.GatewayAnswer.Declined;
import io.omnicommerce.payment.spi.GatewayAnswer.NeverHeard;
import io.omnicommerce.payment.spi.GatewayAnswer.Unknown;
import io.omnicommerce.payment.spi.GatewayRequest;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SandboxGatewayTest {

  private static final PaymentId PAYMENT = PaymentId.of("p");

  private final SandboxGateway gateway = new SandboxGateway();

  @Test
  void a_key_is_carried_out_once_and_answers_as_the_first_time() {
    GatewayAnswer first = gateway.authorize(card("tok_visa", "10.00"));

    GatewayAnswer again = gateway.authorize(card("tok_visa", "10.00"));

    assertThat(again).isEqualTo(first).isInstanceOf(Approved.class);
    assertThat(gateway.query("authorize")).isEqualTo(first);
    assertThat(gateway.standing()).hasSize(1);
    assertThat(gateway.requests()).isEqualTo(3);
  }

  @Test
  void never_more_is_taken_than_promised_nor_given_back_than_taken() {
    String promise = promise("10.00");

    assertThat(gateway.capture(of("c1", "7.00", promise))).isInstanceOf(Approved.class);
    assertThat(gateway.capture(of("c2", "3.01", promise))).isInstanceOf(Declined.class);
    assertThat(gateway.refund(of("r1", "7.01", promise))).isInstanceOf(Declined.class);
    assertThat(gateway.refund(of("r2", "6.00", promise))).isInstanceOf(Approved.class);
    assertThat(gateway.voidAuthorization(of("v", "10.00", promise))).isInstanceOf(Declined.class);
    assertThat(gateway.charged(PAYMENT)).contains(gbp("7.00"));
    assertThat(gateway.refunded(PAYMENT)).contains(gbp("6.00"));
  }

  @Test
  void nothing_is_taken_of_a_promise_that_was_given_back_or_never_given() {
    String promise = promise("10.00");
    gateway.voidAuthorization(of("v", "10.00", promise));

    assertThat(gateway.capture(of("c1", "1.00", promise))).isInstanceOf(Declined.class);
    assertThat(gateway.capture(of("c2", "1.00", "nobody's"))).isInstanceOf(Declined.class);
    assertThat(gateway.standing()).isEmpty();
  }

  @Test
  void a_customer_who_is_asked_confirms_or_refuses() {
    GatewayRequest request = card(SandboxGateway.ACTION_NEEDED, "10.00");

    GatewayAnswer waiting = gateway.authorize(request);
    gateway.confirm(PAYMENT);

    assertThat(waiting).isInstanceOf(ActionNeeded.class);
    assertThat(gateway.query(request.key())).isInstanceOf(Approved.class);
    assertThatThrownBy(() -> gateway.refuse(PAYMENT)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_fault_comes_once_and_the_book_knows_what_was_done() {
    gateway.next(Operation.AUTHORIZE, Fault.TIMEOUT_BEFORE);
    gateway.next(Operation.AUTHORIZE, Fault.THROWS_AFTER);

    assertThat(gateway.authorize(card("tok_visa", "10.00"))).isInstanceOf(Unknown.class);
    assertThat(gateway.query("authorize")).isInstanceOf(NeverHeard.class);
    assertThatThrownBy(() -> gateway.authorize(card("tok_visa", "10.00")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(gateway.query("authorize")).isInstanceOf(Approved.class);
  }

  @Test
  void tokens_and_amounts_that_cannot_be_charged_are_declined() {
    assertThat(gateway.authorize(card(SandboxGateway.DECLINED, "10.00")))
        .isInstanceOf(Declined.class);
    assertThat(gateway.refund(of("r", "0.00", "any"))).isInstanceOf(Declined.class);
    assertThat(gateway.standing()).isEmpty();
  }

  @Test
  void a_wrong_amount_is_booked_as_it_was_charged() {
    gateway.next(Operation.AUTHORIZE, Fault.WRONG_AMOUNT);

    GatewayAnswer answer = gateway.authorize(card("tok_visa", "10.00"));

    assertThat(answer)
        .isInstanceOf(Approved.class)
        .hasFieldOrPropertyWithValue("amount", gbp("9.99"));
    assertThat(gateway.standing()).extracting(SandboxEntry::amount).containsExactly(gbp("9.99"));
  }

  private String promise(String amount) {
    return ((Approved) gateway.authorize(card("tok_visa", amount))).reference();
  }

  private static GatewayRequest card(String token, String amount) {
    return request("authorize", token, amount, Optional.empty());
  }

  private static GatewayRequest of(String key, String amount, String authorization) {
    return request(key, "tok_visa", amount, Optional.of(authorization));
  }

  private static GatewayRequest request(
      String key, String token, String amount, Optional<String> authorization) {
    return new GatewayRequest(
        TenantId.of("acme"), PAYMENT, key, Tender.card(token), gbp(amount), authorization);
  }

  private static Money gbp(String amount) {
    return Money.of(amount, Currencies.of("GBP"));
  }
}
