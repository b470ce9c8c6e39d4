package io.omnicommerce.payment.spi;

/**
 * The host's payment provider. Called outside of any transaction or lock, possibly from many
 * threads. A call may take its time and may throw: what it throws counts as {@link
 * GatewayAnswer.Unknown}. For the same key, it must do a thing at most once and answer as the first
 * time.
 */
public interface PaymentGateway {

  /** Asks for a promise of money. */
  GatewayAnswer authorize(GatewayRequest request);

  /** Takes promised money, whole or in part. */
  GatewayAnswer capture(GatewayRequest request);

  /** Gives back a promise. */
  GatewayAnswer voidAuthorization(GatewayRequest request);

  /** Gives back captured money, whole or in part. */
  GatewayAnswer refund(GatewayRequest request);

  /** Says how an earlier request with this key ended. */
  GatewayAnswer query(String key);
}
