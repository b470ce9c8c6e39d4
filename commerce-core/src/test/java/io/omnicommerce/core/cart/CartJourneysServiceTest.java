package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.ADA_ID;
import static io.omnicommerce.core.Shop.ADA_IN_APP;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.GUEST;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_BLUE;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.OTHER_GUEST;
import static io.omnicommerce.core.Shop.TEE_M;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.cart.MergeReport;
import io.omnicommerce.cart.MergeReport.MergedLine;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.MergePolicy;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.customer.Email;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Carts on their way between channels, sessions and people. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartJourneysServiceTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Shop shop = Shop.open();
  private final CartService carts = shop.carts();
  private final Baskets baskets = new Baskets(shop);

  @Test
  void F1_what_was_put_into_the_cart_on_the_web_is_there_in_the_app() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 2);

    Cart inApp = carts.current(ADA_IN_APP, ADA_ID).orElseThrow();
    carts.add(ADA_IN_APP, cart, BOOK, Quantity.ONE);

    assertThat(inApp.lines()).isEqualTo(carts.get(ADA, cart).lines().subList(0, 1));
    assertThat(carts.view(ADA, cart).priced().orElseThrow().totals().grand())
        .isEqualTo(carts.view(ADA_IN_APP, cart).priced().orElseThrow().totals().grand())
        .isEqualTo(Money.of("17.98", GBP));
  }

  @Test
  void F1_a_cart_that_is_being_paid_is_still_seen_in_the_app() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 2);
    baskets.beginCheckout(ADA, cart);

    assertThat(carts.current(ADA_IN_APP, ADA_ID).map(Cart::status))
        .contains(CartStatus.CHECKING_OUT);
    baskets.order(ADA, cart);
    assertThat(carts.current(ADA_IN_APP, ADA_ID)).isEmpty();
  }

  @Test
  void F2_the_store_and_the_call_center_see_what_happened_in_the_app() {
    CartId cart = baskets.openWith(ADA_IN_APP, "cart", MUG_RED, 2);
    CallContext clerk = Shop.clerk(CartService.ASSIST);

    CartView seen = carts.view(clerk, carts.ofCustomer(clerk, ADA_ID).get(0).id());
    carts.change(clerk, cart, CartCalls.FIRST, Quantity.of(3));

    assertThat(seen.cart().lastChannel()).isEqualTo(Shop.APP);
    assertThat(carts.get(ADA, cart).lines().get(0).quantity()).isEqualTo(Quantity.of(3));
    assertThat(carts.get(ADA, cart).lastChannel()).isEqualTo(Shop.STORE);
  }

  @Test
  void J1_a_guests_web_cart_goes_on_in_the_app_with_its_price_and_its_stock() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 10);
    carts.lockPrices(GUEST, cart, HOUR);
    carts.reserve(GUEST, cart, HOUR);
    HandoffToken token = carts.handOff(GUEST, cart, HOUR);
    shop.price(MUG_RED, "9.99");

    Cart accepted = carts.accept(ADA_IN_APP, token.secret());

    CartView view = carts.view(ADA_IN_APP, cart);
    assertThat(accepted.owner()).isEqualTo(CartOwner.known(ADA_ID));
    assertThat(accepted.lastChannel()).isEqualTo(Shop.APP);
    assertThat(view.priced().orElseThrow().totals().goods()).isEqualTo(Money.of("49.90", GBP));
    assertThat(view.available()).containsEntry(MUG_RED, Quantity.of(110));
    assertThat(view.problems()).isEmpty();
    assertThat(shop.told()).contains("cart.handed_over");
    baskets.refused(CartService.NOT_FOUND, () -> carts.get(GUEST, cart));
  }

  @Test
  void a_customers_cart_stays_the_customers_whoever_takes_it_over() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    HandoffToken token = carts.handOff(ADA, cart, HOUR);

    Cart accepted = carts.accept(Shop.clerk(CartService.ASSIST), token.secret());

    assertThat(accepted.owner()).isEqualTo(CartOwner.known(ADA_ID));
    assertThat(accepted.version()).isEqualTo(Version.of(3));
  }

  @Test
  void a_guest_who_takes_a_guests_cart_over_has_it_from_then_on() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);
    HandoffToken token = carts.handOff(GUEST, cart, HOUR);

    carts.accept(OTHER_GUEST, token.secret());

    assertThat(carts.add(OTHER_GUEST, cart, BOOK, Quantity.ONE).lines()).hasSize(2);
  }

  @Test
  void claiming_makes_a_guests_cart_the_customers_once() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);

    Cart claimed = carts.claim(ADA, cart, "session-1");
    String before = shop.dump();
    Cart again = carts.claim(ADA, cart, "session-1");

    assertThat(claimed.owner()).isEqualTo(CartOwner.known(ADA_ID));
    assertThat(again).isEqualTo(claimed);
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void reserved_stock_is_there_for_the_cart_and_for_nobody_else() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 10);

    ReservationOutcome outcome = carts.reserve(ADA, cart, HOUR);

    assertThat(outcome).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(availableTo(GUEST)).isEqualTo(Quantity.of(100));
    assertThat(carts.view(ADA, cart).available()).containsEntry(MUG_RED, Quantity.of(110));
    shop.clock().advance(HOUR);
    assertThat(availableTo(GUEST)).isEqualTo(Quantity.of(110));
    assertThat(carts.view(ADA, cart).available()).containsEntry(MUG_RED, Quantity.of(110));
  }

  @Test
  void reserving_again_takes_the_place_of_what_was_reserved() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 60);
    carts.reserve(ADA, cart, HOUR);
    carts.change(ADA, cart, CartCalls.FIRST, Quantity.of(80));

    ReservationOutcome outcome = carts.reserve(ADA, cart, HOUR);

    assertThat(outcome).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(availableTo(GUEST)).isEqualTo(Quantity.of(30));
    assertThat(shop.storage().maintenance().audit(List.copyOf(CartDocuments.ALL))).isEmpty();
  }

  @Test
  void reserving_again_works_after_the_first_reservation_has_expired() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 100);
    carts.reserve(ADA, cart, HOUR);
    shop.clock().advance(HOUR);
    shop.storage().maintenance().expireDue(10);

    ReservationOutcome outcome = carts.reserve(ADA, cart, HOUR);

    assertThat(outcome).isInstanceOf(ReservationOutcome.Reserved.class);
    assertThat(availableTo(GUEST)).isEqualTo(Quantity.of(10));
  }

  @Test
  void each_line_comes_whole_from_the_first_source_that_has_enough() {
    CartId cart = baskets.open(ADA, "cart");
    carts.add(
        ADA,
        cart,
        List.of(
            NewLine.of(MUG_RED, Quantity.of(8)),
            NewLine.of(MUG_RED, Quantity.of(3)).withReference("second")));

    carts.reserve(ADA, cart, HOUR);

    assertThat(shop.inventory().availableByLocation(ADA, MUG_RED))
        .isEqualTo(Map.of(LON, Quantity.of(2), DC, Quantity.of(97)));
  }

  @Test
  void a_cart_that_cannot_be_reserved_whole_reserves_nothing_and_names_every_sku() {
    CartId cart = baskets.open(ADA, "cart");
    carts.add(
        ADA,
        cart,
        List.of(
            NewLine.of(MUG_RED, Quantity.of(101)),
            NewLine.of(BOOK, Quantity.ONE),
            NewLine.of(TEE_M, Quantity.of(105))));
    String before = shop.dump();

    ReservationOutcome outcome = carts.reserve(ADA, cart, HOUR);

    assertThat(reasons(outcome))
        .extracting(Refusal::code)
        .containsOnly(InventoryService.OUT_OF_STOCK);
    assertThat(reasons(outcome))
        .extracting(reason -> reason.facts().get("sku").orElseThrow())
        .containsExactly("MUG-RED", "TEE-M");
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void there_is_nothing_to_reserve_in_an_empty_cart() {
    CartId cart = baskets.open(ADA, "cart");

    ReservationOutcome outcome = carts.reserve(ADA, cart, HOUR);

    assertThat(reasons(outcome)).extracting(Refusal::code).containsExactly(CartService.EMPTY);
  }

  @Test
  void signing_in_sums_both_carts_up_and_reports_each_line_in_order() {
    CartId guest = baskets.open(GUEST, "guest");
    CartId mine = baskets.open(ADA, "mine");
    carts.add(GUEST, guest, List.of(line(TEE_M, 1), line(MUG_RED, 1), line(MUG_BLUE, 2)));
    carts.add(ADA, mine, List.of(line(MUG_RED, 1).withReference("gift"), line(MUG_RED, 3)));

    MergeReport report = carts.merge(ADA, guest, "session-1", mine);

    assertThat(report.lines())
        .containsExactly(
            merged(MUG_BLUE, "", 2, 0, 2),
            merged(MUG_RED, "", 1, 3, 4),
            merged(MUG_RED, "gift", 0, 1, 1),
            merged(TEE_M, "", 1, 0, 1));
    assertThat(report.cart().version()).isEqualTo(Version.of(3));
    assertThat(carts.get(GUEST, guest).status()).isEqualTo(CartStatus.MERGED);
    assertThat(shop.told()).contains("cart.merged");
  }

  @Test
  void merging_twice_does_what_merging_once_does() {
    CartId guest = baskets.openWith(GUEST, "guest", MUG_RED, 1);
    CartId mine = baskets.openWith(ADA, "mine", MUG_RED, 1);
    carts.merge(ADA, guest, "session-1", mine);
    String before = shop.dump();

    MergeReport again = carts.merge(ADA, guest, "session-1", mine);

    assertThat(again.cart()).isEqualTo(carts.get(ADA, mine));
    assertThat(again.lines()).containsExactly(merged(MUG_RED, "", 1, 2, 2));
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void what_a_merge_cannot_give_is_said_with_the_limit() {
    QuantityRule five = new QuantityRule(Quantity.ONE, Quantity.of(5), Quantity.ONE);
    shop.sell(CatalogEntry.of(MUG_RED, "Mug, red").withQuantities(five));
    CartId guest = baskets.openWith(GUEST, "guest", MUG_RED, 4);
    CartId mine = baskets.openWith(ADA, "mine", MUG_RED, 3);

    MergeReport report = carts.merge(ADA, guest, "session-1", mine);

    assertThat(report.lines().get(0).result()).isEqualTo(Quantity.of(5));
    assertThat(report.lines().get(0).reason()).contains("cart.limit_exceeded");
  }

  @Test
  void a_market_may_keep_the_customers_cart_or_take_the_guests() {
    assertThat(mergedUnder(MergePolicy.USE_CUSTOMER)).containsExactly("MUG-RED 1");
    assertThat(mergedUnder(MergePolicy.USE_GUEST)).containsExactly("TEE-M 2");
    assertThat(mergedUnder(MergePolicy.USE_GUEST_IF_CUSTOMER_EMPTY)).containsExactly("MUG-RED 1");
  }

  @Test
  void a_guests_reservation_passes_to_a_cart_that_has_none_and_is_given_back_otherwise() {
    CartId guest = baskets.openWith(GUEST, "guest", MUG_RED, 4);
    CartId mine = baskets.open(ADA, "mine");
    carts.reserve(GUEST, guest, HOUR);

    Cart into = carts.merge(ADA, guest, "session-1", mine).cart();

    assertThat(into.reservation()).isPresent();
    assertThat(availableTo(GUEST)).isEqualTo(Quantity.of(106));
    CartId second = baskets.openWith(GUEST, "second", MUG_RED, 5);
    carts.reserve(GUEST, second, HOUR);
    carts.merge(ADA, second, "session-1", mine);
    assertThat(availableTo(GUEST)).isEqualTo(Quantity.of(106));
  }

  @Test
  void who_signs_in_need_not_say_again_how_to_be_reached() {
    CartId guest = baskets.openWith(GUEST, "guest", MUG_RED, 1);
    BuyerContact contact = BuyerContact.of("Ada", Email.of("ada@example.com"));
    carts.contact(GUEST, guest, contact);
    CartId mine = baskets.open(ADA, "mine");

    Cart merged = carts.merge(ADA, guest, "session-1", mine).cart();

    assertThat(merged.contact()).contains(contact);
  }

  private List<String> mergedUnder(MergePolicy policy) {
    shop.conventions(Conventions.STANDARD.withMerge(policy));
    CartId guest = baskets.openWith(GUEST, "guest-" + policy, TEE_M, 2);
    CartId mine = baskets.openWith(ADA, "mine-" + policy, MUG_RED, 1);
    return carts.merge(ADA, guest, "session-1", mine).cart().lines().stream()
        .map(CartJourneysServiceTest::shown)
        .toList();
  }

  private Quantity availableTo(CallContext context) {
    return shop.inventory()
        .availableToSell(context, List.of(MUG_RED))
        .getOrDefault(MUG_RED, Quantity.ZERO);
  }

  private static List<Refusal> reasons(ReservationOutcome outcome) {
    return outcome.fold(reserved -> List.of(), ReservationOutcome.Refused::reasons);
  }

  private static NewLine line(Sku sku, long quantity) {
    return NewLine.of(sku, Quantity.of(quantity));
  }

  private static String shown(CartLine line) {
    return line.sku() + " " + line.quantity();
  }

  private static MergedLine merged(
      Sku sku, String reference, long guest, long customer, long result) {
    return new MergedLine(
        sku,
        reference.isEmpty() ? Optional.empty() : Optional.of(reference),
        Quantity.of(guest),
        Quantity.of(customer),
        Quantity.of(result),
        Optional.empty());
  }
}
