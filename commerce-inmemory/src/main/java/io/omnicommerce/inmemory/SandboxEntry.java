package io.omnicommerce.inmemory;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a {@link SandboxGateway}'s book: what was asked under a key, and what became of it.
 *
 * @param key the key it was asked with; a key has one line
 * @param amount what was moved or promised, which a fault may have made another than was asked
 * @param reference the gateway's name for it
 * @param authorization the reference of the authorization it belongs to; empty for one
 */
public record SandboxEntry(
    String key,
    Operation operation,
    TenantId tenant,
    PaymentId payment,
    Money amount,
    State state,
    String reference,
    Optional<String> authorization) {

  /** What can be asked. */
  public enum Operation {
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND,
    QUERY
  }

  /** What became of it. */
  public enum State {
    /** It waits for the customer. */
    WAITING,
    DONE,
    DECLINED
  }

  public SandboxEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(authorization, "authorization");
  }

  SandboxEntry ended(State end) {
    return new SandboxEntry(key, operation, tenant, payment, amount, end, reference, authorization);
  }

  boolean isDone(Operation what) {
    return state == State.DONE && operation == what;
  }
}
