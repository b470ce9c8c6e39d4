package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.ADA_IN_APP;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.GUEST;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.TEE_M;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.cart.MergeReport;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The cart that a shop shows on every page, and the pains of carts P19 to P21. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CurrentCartServiceTest {

  private static final String SESSION = GUEST.actor().id();
  private static final int DEVICES = 8;

  private final Shop shop = Shop.open();
  private final CartService carts = shop.carts();

  @Test
  void whoever_asks_twice_has_one_cart_in_every_channel() {
    Cart first = carts.currentOrOpen(ADA, GBP);

    assertThat(carts.currentOrOpen(ADA_IN_APP, GBP)).isEqualTo(first);
    assertThat(carts.ofCustomer(ADA, Shop.ADA_ID)).containsExactly(first);
    assertThat(carts.currentOrOpen(GUEST, GBP).id()).isNotEqualTo(first.id());
  }

  @Test
  void P20_however_many_devices_ask_at_once_a_customer_has_one_cart() throws Exception {
    Set<CartId> given = new HashSet<>(onAllDevices(() -> carts.currentOrOpen(ADA, GBP).id()));

    assertThat(given).hasSize(1);
    assertThat(carts.ofCustomer(ADA, Shop.ADA_ID)).hasSize(1);
  }

  @Test
  void P19_however_fast_somebody_clicks_on_two_devices_nothing_is_lost() throws Exception {
    CartId cart = carts.currentOrOpen(ADA, GBP).id();

    onAllDevices(() -> carts.add(ADA, cart, MUG_RED, Quantity.ONE));
    onAllDevices(() -> carts.add(ADA_IN_APP, cart, TEE_M, Quantity.ONE));

    assertThat(carts.get(ADA, cart).lines())
        .extracting(line -> line.sku() + " " + line.quantity())
        .containsExactlyInAnyOrder(MUG_RED + " " + DEVICES, TEE_M + " " + DEVICES);
  }

  @Test
  void what_was_opened_otherwise_becomes_the_current_cart() {
    CartId opened = carts.open(ADA, GBP);

    assertThat(carts.currentOrOpen(ADA_IN_APP, GBP).id()).isEqualTo(opened);
  }

  @Test
  void a_cart_that_has_ended_is_current_no_more() {
    Cart guests = carts.currentOrOpen(GUEST, GBP);
    carts.signIn(ADA, SESSION, GBP);

    assertThat(carts.currentOrOpen(GUEST, GBP).id()).isNotEqualTo(guests.id());
  }

  @Test
  void P21_a_guest_who_signs_in_keeps_the_cart() {
    Cart guests = carts.currentOrOpen(GUEST, GBP);
    carts.add(GUEST, guests.id(), MUG_RED, Quantity.of(2));

    MergeReport report = carts.signIn(ADA, SESSION, GBP);

    assertThat(report.cart().id()).isEqualTo(guests.id());
    assertThat(report.lines())
        .extracting(line -> line.sku() + " " + line.guest() + " -> " + line.result())
        .containsExactly(MUG_RED + " 2 -> 2");
    assertThat(carts.currentOrOpen(ADA_IN_APP, GBP)).isEqualTo(report.cart());
    assertThat(carts.ofCustomer(ADA, Shop.ADA_ID)).containsExactly(report.cart());
  }

  @Test
  void P21_a_guest_who_signs_in_to_a_cart_has_both_in_one_and_a_repeat_adds_nothing() {
    Cart guests = carts.currentOrOpen(GUEST, GBP);
    carts.add(GUEST, guests.id(), MUG_RED, Quantity.of(2));
    CartId own = carts.currentOrOpen(ADA, GBP).id();
    carts.add(ADA, own, MUG_RED, Quantity.ONE);

    MergeReport report = carts.signIn(ADA, SESSION, GBP);
    MergeReport again = carts.signIn(ADA, SESSION, GBP);

    assertThat(report.cart().id()).isEqualTo(own);
    assertThat(report.lines()).hasSize(1);
    assertThat(again.lines()).isEmpty();
    assertThat(again.cart().lines().get(0).quantity()).isEqualTo(Quantity.of(3));
    assertThat(carts.get(ADA, own).lines()).hasSize(1);
    assertThat(carts.get(Shop.staff(CartService.ASSIST), guests.id()).status())
        .isEqualTo(CartStatus.MERGED);
  }

  @Test
  void P21_two_devices_that_sign_in_at_once_end_with_one_cart() throws Exception {
    Cart guests = carts.currentOrOpen(GUEST, GBP);
    carts.add(GUEST, guests.id(), MUG_RED, Quantity.of(2));

    Set<CartId> given =
        new HashSet<>(onAllDevices(() -> carts.signIn(ADA, SESSION, GBP).cart().id()));

    assertThat(given).containsExactly(guests.id());
    assertThat(carts.ofCustomer(ADA, Shop.ADA_ID)).hasSize(1);
    assertThat(carts.get(ADA, guests.id()).lines().get(0).quantity()).isEqualTo(Quantity.of(2));
  }

  @Test
  void whoever_had_no_cart_as_a_guest_has_the_own_one() {
    assertThat(carts.signIn(ADA, "another session", GBP).lines()).isEmpty();
    assertThat(carts.ofCustomer(ADA, Shop.ADA_ID)).hasSize(1);
  }

  @Test
  void staff_have_no_cart_of_their_own() {
    CallContext office = Shop.staff(CartService.ASSIST);

    assertThatThrownBy(() -> carts.currentOrOpen(office, GBP))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> carts.signIn(office, SESSION, GBP))
        .isInstanceOf(InvalidInputException.class);
  }

  /** As a host does: what may be tried again is. */
  private static <T> T persistently(Callable<T> call) throws Exception {
    while (true) {
      try {
        return call.call();
      } catch (CommerceException failed) {
        if (!failed.isRetryable()) {
          throw failed;
        }
      }
    }
  }

  private static <T> List<T> onAllDevices(Callable<T> call) throws Exception {
    return atOnce(DEVICES, n -> persistently(call));
  }
}
