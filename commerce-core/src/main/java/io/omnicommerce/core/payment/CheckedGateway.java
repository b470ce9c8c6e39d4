package io.omnicommerce.core.payment;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Text;
import io.omnicommerce.core.common.HostCode;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayAnswer.ActionNeeded;
import io.omnicommerce.payment.spi.GatewayAnswer.Approved;
import io.omnicommerce.payment.spi.GatewayAnswer.Declined;
import io.omnicommerce.payment.spi.GatewayAnswer.Unknown;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The host's gateway, asked with keys that are made of the intent. Whatever it does wrong, throwing
 * or answering nothing or nonsense, means that nobody knows what it did.
 */
public final class CheckedGateway {

  private final PaymentGateway gateway;

  public CheckedGateway(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  /** What the gateway is asked in order to authorize a payment. */
  public static GatewayRequest authorization(TenantId tenant, Payment payment) {
    return new GatewayRequest(
        tenant,
        payment.id(),
        authorizationKey(tenant, payment),
        payment.tender(),
        payment.amount(),
        Optional.empty());
  }

  public GatewayAnswer authorize(GatewayRequest request) {
    return asked(() -> gateway.authorize(request));
  }

  /** How the authorization of a payment ended. */
  public GatewayAnswer queryAuthorization(TenantId tenant, Payment payment) {
    return asked(() -> gateway.query(authorizationKey(tenant, payment)));
  }

  GatewayAnswer query(TenantId tenant, Payment payment, PaymentEntry entry) {
    return asked(() -> gateway.query(key(tenant, payment, entry)));
  }

  GatewayAnswer ask(TenantId tenant, Payment payment, PaymentEntry entry) {
    GatewayRequest request =
        new GatewayRequest(
            tenant,
            payment.id(),
            key(tenant, payment, entry),
            payment.tender(),
            entry.amount(),
            payment.gatewayReference());
    return switch (entry.kind()) {
      case CAPTURE -> asked(() -> gateway.capture(request));
      case VOID -> asked(() -> gateway.voidAuthorization(request));
      case REFUND -> asked(() -> gateway.refund(request));
      case WAIVE -> throw new IllegalStateException("Nobody is asked for " + entry);
    };
  }

  /** What a gateway said, or a host passes on of it, with nothing in it that cannot be kept. */
  public static GatewayAnswer checked(@Nullable GatewayAnswer answer) {
    if (answer == null) {
      return new Unknown("The gateway answered null");
    }
    try {
      return kept(answer);
    } catch (InvalidInputException nonsense) {
      return new Unknown(nonsense.code().value());
    }
  }

  static GatewayAnswer kept(GatewayAnswer answer) {
    if (answer instanceof Approved approved) {
      Text.id(approved.reference(), "reference", Text.NAME_LENGTH_MAX);
    } else if (answer instanceof ActionNeeded needed) {
      Text.id(needed.reference(), "reference", Text.NAME_LENGTH_MAX);
      Text.note(needed.action(), "action");
    } else if (answer instanceof Declined declined) {
      return new Declined(Text.shown(declined.reason()));
    }
    return answer;
  }

  private static GatewayAnswer asked(Supplier<@Nullable GatewayAnswer> call) {
    return HostCode.ask(
        () -> checked(call.get()),
        thrown -> {
          LoggerFactory.getLogger(CheckedGateway.class)
              .warn("The payment gateway threw; what it did is not known", thrown);
          return new Unknown("The gateway threw " + thrown.getClass().getSimpleName());
        });
  }

  private static String authorizationKey(TenantId tenant, Payment payment) {
    return owned(tenant, payment) + "/authorize";
  }

  private static String key(TenantId tenant, Payment payment, PaymentEntry entry) {
    String operation = entry.kind().name().toLowerCase(Locale.ROOT);
    return owned(tenant, payment) + '/' + operation + '/' + entry.key();
  }

  /** Ids may hold slashes; the keys of two payments are never the same nevertheless. */
  private static String owned(TenantId tenant, Payment payment) {
    return escaped(tenant.value()) + '/' + escaped(payment.id().value());
  }

  private static String escaped(String id) {
    return id.replace("%", "%25").replace("/", "%2F");
  }
}
