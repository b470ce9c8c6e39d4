package io.omnicommerce.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.payment.PaymentId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The row of a payment. In memory it can be looked at; in SQL the audits compare it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentProjectionTest {

  @Test
  void people_can_ask_for_payments_with_sql() {
    InMemoryStorage memory = InMemoryStorage.create();
    Till till = Till.on(memory);
    PaymentId id = till.captured("p", Till.gbp("10.00"));
    till.payments.refund(till.clerk, id, Till.gbp("1.00"), Till.key("r"));

    assertThat(memory.rows(till.clerk.tenant(), "payment"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.values())
                    .contains("AUTHORIZED", "CARD", "order", "o-p", "GBP", 1000L, 100L, false));
  }
}
