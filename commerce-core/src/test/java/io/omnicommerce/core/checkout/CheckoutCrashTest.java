package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.OFFICE;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies before or after every transaction and every call of the gateway (L63, L65). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckoutCrashTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wherever_placing_dies_nothing_is_stuck_and_the_money_agrees(boolean sameKey) {
    int points = 0;
    for (boolean survived = false; !survived; points++) {
      Buying buying = new Buying();
      CartId cart = buying.mugs(Shop.ADA, 2);
      survived =
          dies(buying, points, checkouts -> checkouts.place(Shop.ADA, cart, VISA, key("tap")));

      recover(buying);
      assertThat(buying.audit()).as("point %s", points).isEmpty();
      assertThat(buying.sandbox.standing())
          .as("what is promised after point %s", points)
          .hasSameSizeAs(buying.orders());
      assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110 - 2L * buying.orders().size()));
      buyAfterAll(buying, cart, sameKey);
    }
    assertThat(points).as("crash points").isGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wherever_cancelling_dies_its_repeat_gives_everything_back(boolean captured) {
    int points = 0;
    for (boolean survived = false; !survived; points++) {
      Buying buying = new Buying();
      Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "tap"));
      if (captured) {
        buying.payments.capture(OFFICE, order.payments().get(0), gbp("13.93"), key("c"));
      }
      survived =
          dies(
              buying,
              points,
              checkouts -> checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel")));

      buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));

      assertThat(buying.order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
      assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
      assertThat(buying.audit()).isEmpty();
      if (captured) {
        settle(buying, order);
        assertThat(buying.sandbox.refunded(order.payments().get(0)))
            .as("point %s", points)
            .contains(gbp("13.93"));
      } else {
        assertThat(buying.sandbox.standing()).as("point %s", points).isEmpty();
      }
    }
    assertThat(points).as("crash points").isGreaterThanOrEqualTo(6);
  }

  /** What a scheduler does: lets time pass, frees what is due, resumes what was left. */
  private static void recover(Buying buying) {
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE.multipliedBy(2));
    buying.shop.storage().maintenance().expireDue(100);
    List<Checkout> left = buying.checkouts.unfinished(OFFICE, PageRequest.first(10)).items();
    left.forEach(checkout -> buying.checkouts.resume(OFFICE, checkout.id()));
    assertThat(buying.checkouts.unfinished(OFFICE, PageRequest.first(10)).items()).isEmpty();
  }

  private static void buyAfterAll(Buying buying, CartId cart, boolean sameKey) {
    if (buying.cart(cart).status() == CartStatus.OPEN) {
      boolean begun =
          buying.attempts().stream().anyMatch(a -> a.status() == CheckoutStatus.ABANDONED);
      buying.place(cart, sameKey && !begun ? "tap" : "another");
    } else {
      assertThat(buying.place(cart, "tap")).isInstanceOf(Placed.class);
    }
    assertThat(buying.orders()).hasSize(1);
    assertThat(buying.sandbox.standing()).hasSize(1);
    assertThat(buying.cart(cart).status()).isEqualTo(CartStatus.ORDERED);
  }

  private static void settle(Buying buying, Order order) {
    buying.shop.clock().advance(PaymentService.PATIENCE);
    buying.payments.resolve(OFFICE, order.payments().get(0));
    assertThat(PaymentRules.hasOpenAttempt(buying.payment(order.payments().get(0)))).isFalse();
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));
  }

  private interface Call {
    Object on(CheckoutService checkouts);
  }

  /** Whether the call came to its end because there were not so many points at which to die. */
  private static boolean dies(Buying buying, int point, Call call) {
    Death death = new Death(point);
    CheckoutService mortal =
        buying.on(
            new MortalStorage(buying.shop.storage(), death),
            new MortalGateway(buying.sandbox, death));
    try {
      call.on(mortal);
      return true;
    } catch (Died expected) {
      return false;
    }
  }

  /** No exception of the library's, and none that a gateway's caller takes for an answer. */
  private static final class Died extends VirtualMachineError {
    private static final long serialVersionUID = 1L;
  }

  /** Comes at the n-th of all points, of which each call has one before and one after it. */
  private static final class Death {
    private int left;

    Death(int point) {
      left = point;
    }

    <R> R around(Supplier<R> call) {
      here();
      R result = call.get();
      here();
      return result;
    }

    private void here() {
      if (left-- == 0) {
        throw new Died();
      }
    }
  }

  private record MortalStorage(Storage storage, Death death) implements Storage {
    @Override
    public <R> R inTransaction(CallContext context, Work<R> work) {
      return death.around(() -> storage.inTransaction(context, work));
    }

    @Override
    public boolean joinsHostTransaction() {
      return false;
    }

    @Override
    public Maintenance maintenance() {
      return storage.maintenance();
    }
  }

  private record MortalGateway(PaymentGateway gateway, Death death) implements PaymentGateway {
    @Override
    public GatewayAnswer authorize(GatewayRequest request) {
      return death.around(() -> gateway.authorize(request));
    }

    @Override
    public GatewayAnswer capture(GatewayRequest request) {
      return death.around(() -> gateway.capture(request));
    }

    @Override
    public GatewayAnswer voidAuthorization(GatewayRequest request) {
      return death.around(() -> gateway.voidAuthorization(request));
    }

    @Override
    public GatewayAnswer refund(GatewayRequest request) {
      return death.around(() -> gateway.refund(request));
    }

    @Override
    public GatewayAnswer query(String key) {
      return death.around(() -> gateway.query(key));
    }
  }
}
