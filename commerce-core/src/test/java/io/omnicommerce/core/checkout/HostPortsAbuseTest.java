package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOB;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CoreCartService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Ids and secrets of a host that does not keep its word: its mistake, and nothing is changed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostPortsAbuseTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Buying buying = new Buying();

  @Test
  void a_second_cart_under_the_id_of_the_first_is_not_opened_nor_the_first_handed_out() {
    CartService carts = carts(() -> "same");
    carts.open(ADA, Shop.GBP);
    String before = buying.dump();

    breached(() -> carts.open(ADA, Shop.GBP), "same");
    breached(() -> carts.open(BOB, Shop.GBP), "same");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void a_second_reservation_under_the_id_of_the_first_is_not_made() {
    CartId mine = buying.mugs(ADA, 1);
    CartId alike = buying.mugs(BOB, 1);
    CartId other = buying.mugs(BOB, 2);
    CartService carts = carts(() -> "same");
    carts.reserve(ADA, mine, HOUR);
    String before = buying.dump();

    breached(() -> carts.reserve(ADA, mine, HOUR), "same");
    breached(() -> carts.reserve(BOB, alike, HOUR), "same");
    breached(() -> carts.reserve(BOB, other, HOUR), "same");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void a_second_attempt_under_the_ids_of_the_first_is_not_begun_and_no_gateway_is_asked() {
    place(buying.mugs(ADA, 1), "attempt", "money");
    CartId cart = buying.mugs(ADA, 1);
    String before = buying.dump();

    breached(() -> place(cart, "attempt", "money-2"), "attempt");
    breached(() -> place(cart, "attempt-2", "money"), "money");
    assertThat(buying.dump()).isEqualTo(before);
    assertThat(place(cart, "attempt-2", "money-2")).isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void an_id_that_was_given_twice_once_is_replaced_by_the_next() {
    place(buying.mugs(ADA, 1), "attempt", "money");
    Deque<String> ids = new ArrayDeque<>(List.of("attempt", "money", "attempt-2", "money-2"));

    CheckoutOutcome outcome =
        checkouts(ids::remove).place(ADA, buying.mugs(ADA, 1), VISA, key("tap-2"));

    assertThat(outcome).isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void what_the_generator_throws_is_the_hosts_and_stays_the_cause() {
    CartId cart = buying.mugs(ADA, 1);
    String before = buying.dump();

    for (Throwable thrown :
        List.of(new IllegalStateException(), new LinkageError(), new Exception("checked"))) {
      IdGenerator broken =
          () -> {
            throw HostPortsAbuseTest.<RuntimeException>unchecked(thrown);
          };
      List<Runnable> calls =
          List.of(
              () -> carts(broken).open(ADA, Shop.GBP),
              () -> checkouts(broken).place(ADA, cart, VISA, key("tap")));
      for (Runnable call : calls) {
        assertThatThrownBy(call::run)
            .isInstanceOf(PortContractException.class)
            .hasMessageContaining("IdGenerator threw " + thrown.getClass().getName())
            .hasCause(thrown);
      }
    }
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void a_secret_that_everybody_can_guess_is_not_given_out() {
    CartId cart = buying.mugs(ADA, 1);
    String before = buying.dump();

    for (SecretGenerator lazy :
        List.<SecretGenerator>of(bytes -> {}, bytes -> Arrays.fill(bytes, (byte) 0xff))) {
      assertThatThrownBy(() -> carts(buying.shop.ids(), lazy).handOff(ADA, cart, HOUR))
          .isInstanceOf(PortContractException.class)
          .hasMessageContaining("SecretGenerator");
    }
    assertThat(buying.dump()).isEqualTo(before);
  }

  private CheckoutOutcome place(CartId cart, String checkout, String payment) {
    IdGenerator[] next = {() -> checkout, () -> payment};
    int[] asked = {0};
    return checkouts(() -> next[asked[0]++ % 2].newId())
        .place(ADA, cart, VISA, key(checkout + "-" + payment));
  }

  private CartService carts(IdGenerator ids) {
    return carts(ids, buying.shop.secrets());
  }

  private CartService carts(IdGenerator ids, SecretGenerator secrets) {
    return new CoreCartService(
        buying.shop.storage(), ids, secrets, new CartPricing(buying.shop.pricingOf()));
  }

  private CheckoutService checkouts(IdGenerator ids) {
    return new CoreCheckoutService(
        buying.shop.storage(),
        ids,
        new CartPricing(buying.shop.pricingOf()),
        buying.payments,
        buying.sandbox);
  }

  private static void breached(Runnable call, String id) {
    assertThatThrownBy(call::run)
        .isInstanceOf(PortContractException.class)
        .hasMessageContaining("gave the id " + id + " a second time");
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
