package io.omnicommerce.payment.spi;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.Tender;
import java.util.Objects;
import java.util.Optional;

/**
 * What the gateway is asked to do.
 *
 * @param key the same for every retry of the same intent: the gateway must do it at most once for a
 *     key
 * @param tender with what is paid
 * @param amount how much, above zero
 * @param authorization the gateway's name for the authorization that is captured, voided or
 *     refunded
 */
public record GatewayRequest(
    TenantId tenant,
    PaymentId payment,
    String key,
    Tender tender,
    Money amount,
    Optional<String> authorization) {

  public GatewayRequest {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(tender, "tender");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(authorization, "authorization");
  }
}
