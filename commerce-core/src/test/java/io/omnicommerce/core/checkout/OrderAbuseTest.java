package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.storage.Codec;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderAbuseTest {

  private static final CallContext READER = Shop.staff(OrderService.VIEW, PaymentService.VIEW);

  private final Buying buying = new Buying();
  private final OrderService orders =
      new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);

  @Test
  void abuse_86_no_command_takes_an_order_or_a_map_of_names_that_could_set_what_is_not_its_own() {
    List<Class<?>> services =
        List.of(OrderService.class, CheckoutService.class, PaymentService.class);

    assertThat(services.stream().flatMap(service -> Arrays.stream(service.getMethods())))
        .allSatisfy(method -> assertThat(setsAnything(method)).as(method.toString()).isFalse());
  }

  /** A map by text, or a whole document, can name anything. */
  private static boolean setsAnything(Method method) {
    return Stream.of(method.getGenericParameterTypes())
        .map(type -> type.getTypeName())
        .anyMatch(
            type ->
                type.startsWith(Map.class.getName() + "<java.lang.String")
                    || type.equals(Order.class.getName())
                    || type.equals(Object.class.getName()));
  }

  @Test
  void abuse_86_a_written_order_with_a_field_of_somebody_elses_is_refused() {
    Codec<Order> codec = Json.codec(Order.class);
    String written = codec.encode(placed());

    for (String field : List.of("tenantId", "state", "paid", "customerId")) {
      String more = "{\"" + field + "\":\"PAID\"," + written.substring(1);
      assertThatThrownBy(() -> codec.decode(more))
          .as(field)
          .isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> codec.decode(written.replace("\"PLACED\"", "\"PAID\"")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void abuse_87_who_may_only_read_changes_nothing() {
    Order order = placed();
    var payment = order.payments().get(0);
    String before = buying.dump();

    assertThat(refused(() -> orders.confirm(READER, order.id()))).isEqualTo("permission.denied");
    assertThat(refused(() -> orders.hold(READER, order.id(), "x"))).isEqualTo("permission.denied");
    assertThat(refused(() -> orders.close(READER, order.id()))).isEqualTo("permission.denied");
    assertThat(refused(() -> buying.checkouts.cancel(READER, order.id(), "no", key("c"))))
        .isEqualTo("order.not_found");
    assertThat(refused(() -> buying.payments.capture(READER, payment, gbp("1.00"), key("p"))))
        .isEqualTo("permission.denied");
    assertThat(refused(() -> buying.payments.voidAuthorization(READER, payment, key("v"))))
        .isEqualTo("permission.denied");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  @SuppressWarnings("NullAway") // what is asked is what a null does
  void abuse_88_a_name_is_no_authority() {
    Order order = placed();
    String before = buying.dump();

    for (Actor actor :
        List.of(
            Actor.system("system"),
            Actor.staff("system"),
            Actor.guest("system"),
            Actor.customer(CustomerId.of("system")))) {
      CallContext caller = Shop.ADA.withActor(actor);
      assertThat(refused(() -> orders.get(caller, order.id()))).isEqualTo("order.not_found");
      assertThat(refused(() -> orders.confirm(caller, order.id()))).isEqualTo("permission.denied");
    }
    assertThatThrownBy(() -> Shop.ADA.withActor(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("actor");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void abuse_89_pages_are_bounded_and_cursors_are_of_their_question_and_their_tenant() {
    placed();
    buying.place(buying.mugs(Shop.ADA, 1), "second");
    Email email = Email.of("ada@example.org");
    String cursor = orders.findByEmail(READER, email, PageRequest.first(1)).next().orElseThrow();

    for (int limit : List.of(-1, 0, 1_000_000_000, Integer.MAX_VALUE)) {
      assertThat(refused(() -> PageRequest.first(limit))).isEqualTo("page.invalid");
    }
    for (String tampered : List.of("x", "A" + cursor.substring(1), "../../etc", "' OR 1=1 --")) {
      assertThat(
              refused(() -> orders.findByEmail(READER, email, PageRequest.first(1).next(tampered))))
          .as(tampered)
          .isEqualTo("page.invalid");
    }
    CallContext other = CallContext.of(TenantId.of("other"), READER.channel(), READER.actor());
    PageRequest next = PageRequest.first(1).next(cursor);
    assertThat(refused(() -> orders.findByEmail(other, email, next))).isEqualTo("page.invalid");
    assertThat(refused(() -> orders.findByCard(READER, "CARD-1", next))).isEqualTo("page.invalid");
  }

  @Test
  void abuse_90_what_is_looked_for_is_taken_as_it_is_and_bounded() {
    placed();
    PageRequest page = PageRequest.first(10);

    for (String text : List.of("%", "%%%%%%%%", "_", "pay%")) {
      assertThat(orders.findByPaymentReference(READER, text)).isEmpty();
      assertThat(orders.findByCard(READER, text, page).items()).isEmpty();
      assertThat(orders.findByOrigin(READER, READER.channel(), text)).isEmpty();
    }
    String long10k = "%".repeat(10_240);
    assertThat(refused(() -> orders.findByPaymentReference(READER, long10k)))
        .isEqualTo("input.too_long");
    assertThat(refused(() -> orders.findByCard(READER, long10k, page))).isEqualTo("input.too_long");
    assertThat(refused(() -> orders.findByOrigin(READER, READER.channel(), long10k)))
        .isEqualTo("input.too_long");
  }

  private Order placed() {
    return buying.order(buying.place(buying.mugs(Shop.ADA, 2), "place"));
  }

  private static String refused(ThrowingCallable call) {
    return catchThrowableOfType(CommerceException.class, call).code().toString();
  }
}
