package io.omnicommerce.core.checkout;

import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import java.time.Duration;

/** The sandbox, which takes its time to authorize. */
class Slow implements PaymentGateway {

  private final Buying buying;
  private final Duration time;

  Slow(Buying buying, Duration time) {
    this.buying = buying;
    this.time = time;
  }

  /** What happens between the doing and the answer. */
  void meanwhile() {
    buying.shop.clock().advance(time);
  }

  @Override
  public GatewayAnswer authorize(GatewayRequest request) {
    GatewayAnswer answer = buying.sandbox.authorize(request);
    meanwhile();
    return answer;
  }

  @Override
  public GatewayAnswer capture(GatewayRequest request) {
    return buying.sandbox.capture(request);
  }

  @Override
  public GatewayAnswer voidAuthorization(GatewayRequest request) {
    return buying.sandbox.voidAuthorization(request);
  }

  @Override
  public GatewayAnswer refund(GatewayRequest request) {
    return buying.sandbox.refund(request);
  }

  @Override
  public GatewayAnswer query(String key) {
    return buying.sandbox.query(key);
  }
}
