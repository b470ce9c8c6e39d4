package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A guest's session opens a cart, so nobody who reads the shop's data may learn it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuestSecrecyTest {

  private static final String SESSION = Shop.GUEST.actor().id();

  private final Journey shop = new Journey();

  @Test
  void a_guests_session_stands_in_no_document_no_event_and_no_text() {
    CartId open = shop.commerce.carts().open(Shop.GUEST, Shop.GBP);
    shop.commerce.carts().add(Shop.GUEST, open, Shop.MUG_RED, Quantity.ONE);
    shop.commerce.carts().handOff(Shop.GUEST, open, Duration.ofMinutes(10));
    CartId bought = shop.commerce.carts().open(Shop.GUEST, Shop.GBP);
    shop.commerce.carts().add(Shop.GUEST, bought, Shop.MUG_RED, Quantity.ONE);
    shop.readyForPickup(Shop.GUEST, bought);
    Order order = shop.placed(Shop.GUEST, bought, Tender.card("tok_visa"));

    assertThat(everythingKept()).isNotEmpty().noneMatch(text -> text.contains(SESSION));
    assertThat(order.toString()).doesNotContain(SESSION);
    assertThat(shop.commerce.carts().view(Shop.GUEST, open).toString()).doesNotContain(SESSION);
    assertThat(order.history()).allMatch(entry -> entry.actor().equals(Shop.GUEST.actor().label()));
  }

  @Test
  void what_a_history_shows_of_a_guest_claims_no_cart_and_merges_none() {
    CartId cart = shop.commerce.carts().open(Shop.GUEST, Shop.GBP);
    CartId adas = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    String label = Shop.GUEST.actor().label();
    String shown = label.substring(label.indexOf(':') + 1);

    for (String guess : List.of(label, shown, "")) {
      assertNotFound(() -> shop.commerce.carts().claim(Shop.ADA, cart, guess));
      assertNotFound(() -> shop.commerce.carts().merge(Shop.ADA, cart, guess, adas));
    }
    assertThat(shop.commerce.carts().claim(Shop.ADA_IN_APP, cart, SESSION).id()).isEqualTo(cart);
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CommerceException.class,
            refused -> assertThat(refused.code()).isEqualTo(CartService.NOT_FOUND));
  }

  private List<String> everythingKept() {
    List<DocumentType<?>> types = new ArrayList<>(CartDocuments.ALL);
    types.addAll(List.of(OrderDocuments.TYPE, Commands.TYPE));
    List<String> texts = new ArrayList<>();
    shop.storage.inTransaction(
        shop.office,
        session -> {
          types.forEach(type -> collect(session, type, texts));
          return texts;
        });
    shop.storage
        .maintenance()
        .outbox()
        .unpublished(10_000)
        .forEach(told -> texts.add(told.toString()));
    return texts;
  }

  private static <T> void collect(Session session, DocumentType<T> type, List<String> texts) {
    session
        .documents()
        .list(type, PageRequest.first(PageRequest.LIMIT_MAX))
        .items()
        .forEach(stored -> texts.add(stored.id() + ' ' + type.codec().encode(stored.value())));
  }
}
