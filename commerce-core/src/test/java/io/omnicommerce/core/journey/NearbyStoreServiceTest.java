package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Location;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.SourcingQuestion;
import io.omnicommerce.delivery.Transit;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.payment.Tender;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Journeys J9 and J18: a book, the stores around, and a way to have it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NearbyStoreServiceTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final GeoPoint ADA = GeoPoint.parse("53.40,-2.15");

  private final Journey shop = new Journey();

  @BeforeEach
  void the_stores_are_on_the_map() {
    save(
        Location.store(Shop.LON, "London store", ZONE)
            .withPoint(GeoPoint.parse("51.507351,-0.127758")));
    save(
        Location.store(Journey.MANCHESTER, "Manchester store", ZONE)
            .withPoint(GeoPoint.parse("53.480759,-2.242631")));
    shop.commerce
        .channels()
        .save(
            shop.office,
            new Channel(
                Shop.WEB,
                "Web",
                Channel.Kind.WEB,
                Shop.UK,
                List.of(Shop.LON, Journey.MANCHESTER, Shop.DC)));
    for (LocationId store : List.of(Shop.LON, Journey.MANCHESTER)) {
      shop.commerce.delivery().save(shop.office, Handling.of(store, Duration.ofHours(2)));
    }
    shop.commerce
        .delivery()
        .save(
            shop.office,
            shop.commerce
                .delivery()
                .find(shop.office, Shop.STANDARD)
                .orElseThrow()
                .withTransit(Transit.workdays(1, 2)));
  }

  @AfterEach
  void the_books_balance() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void J9_the_store_locator_shows_the_nearest_stores_that_have_it() {
    assertThat(storesWithTheBook()).containsExactly(Shop.LON);

    receive(Journey.MANCHESTER, 1);
    assertThat(storesWithTheBook()).containsExactly(Journey.MANCHESTER, Shop.LON);

    pickupAt(Journey.MANCHESTER, "first");
    assertThat(storesWithTheBook()).containsExactly(Shop.LON);
  }

  @Test
  void J18_a_book_is_checked_nearby_and_had_one_way_or_the_other() {
    receive(Journey.MANCHESTER, 1);
    LocationId nearest = storesWithTheBook().get(0);
    DeliveryPromise pickup =
        shop.commerce.delivery().promise(Shop.ADA, Shop.PICKUP, book().at(nearest)).orElseThrow();
    DeliveryPromise parcel =
        shop.commerce
            .delivery()
            .promise(Shop.ADA, Shop.STANDARD, book().to(Shop.address()))
            .orElseThrow();
    assertThat(nearest).isEqualTo(Journey.MANCHESTER);
    assertThat(pickup.latest()).isBefore(parcel.earliest());

    CartId cart = cart(DeliveryChoice.pickup(Shop.PICKUP, nearest));
    somebodyTakesItOffTheShelf();
    assertThat(placed(cart)).containsExactly("inventory.out_of_stock");
    assertThat(storesWithTheBook()).as("what else there is").containsExactly(Shop.LON);
    shop.commerce
        .carts()
        .deliver(Shop.ADA, cart, DeliveryChoice.ship(Shop.STANDARD, Shop.address()));

    assertThat(placed(cart)).containsExactly("placed");
  }

  private void somebodyTakesItOffTheShelf() {
    shop.commerce
        .inventory()
        .adjust(
            shop.office,
            IdempotencyKey.of("count-1"),
            Journey.MANCHESTER,
            List.of(StockAdjustment.gone(Shop.BOOK, Quantity.ONE)),
            StockReason.of("not there"));
  }

  /** The stores that have the book, the nearest first. */
  private List<LocationId> storesWithTheBook() {
    Map<LocationId, Quantity> there =
        shop.commerce.inventory().availableByLocation(Shop.ADA, Shop.BOOK);
    return shop.commerce.channels().locations(Shop.ADA).stream()
        .filter(location -> location.kind() == Location.Kind.STORE)
        .filter(location -> location.point().isPresent())
        .filter(location -> !there.getOrDefault(location.id(), Quantity.ZERO).isZero())
        .sorted(Comparator.comparingLong(location -> location.point().orElseThrow().metersTo(ADA)))
        .map(Location::id)
        .toList();
  }

  private void pickupAt(LocationId store, String key) {
    assertThat(placed(cart(DeliveryChoice.pickup(Shop.PICKUP, store)))).as(key).contains("placed");
  }

  private CartId cart(DeliveryChoice delivery) {
    CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    shop.commerce.carts().add(Shop.ADA, cart, Shop.BOOK, Quantity.ONE);
    shop.commerce.carts().contact(Shop.ADA, cart, BuyerContact.of("Ada", Journey.ADAS_EMAIL));
    shop.commerce.carts().deliver(Shop.ADA, cart, delivery);
    return cart;
  }

  private List<String> placed(CartId cart) {
    CheckoutOutcome outcome =
        shop.commerce
            .checkout()
            .place(
                Shop.ADA,
                cart,
                Tender.card("tok_visa"),
                IdempotencyKey.of(
                    "place-" + cart + shop.commerce.carts().get(Shop.ADA, cart).version()));
    return outcome.fold(
        placed -> List.of("placed"),
        pending -> List.of("pending"),
        refused -> refused.reasons().stream().map(reason -> reason.code().value()).toList());
  }

  private static SourcingQuestion book() {
    return SourcingQuestion.of(List.of(SkuQuantity.of(Shop.BOOK, Quantity.ONE)));
  }

  private void receive(LocationId location, long books) {
    shop.commerce
        .inventory()
        .receive(
            shop.office,
            IdempotencyKey.of("books-" + location),
            location,
            List.of(SkuQuantity.of(Shop.BOOK, Quantity.of(books))));
  }

  private void save(Location location) {
    shop.commerce.channels().save(shop.office, location);
  }
}
