package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOB;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.GUEST;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.OTHER_GUEST;
import static io.omnicommerce.core.Shop.SCREW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.tax.TaxService;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartAbuseTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final ErrorCode CURRENCY_MISMATCH = ErrorCode.of("money.currency_mismatch");

  /** Whatever else somebody may do: without {@code cart.assist} others' carts are not there. */
  private static final Set<Permission> EVERYTHING_ELSE =
      Set.of(PriceService.OVERRIDE, PriceService.VIEW, CartService.CHARGE, TaxService.EXEMPT);

  private final Shop shop = Shop.open();
  private final CartService carts = shop.carts();
  private final Baskets baskets = new Baskets(shop);

  @Test
  void abuse_12_others_carts_and_missing_carts_answer_alike_for_every_call() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    CartId missing = CartId.of("gone");
    baskets.open(GUEST.withActor(Actor.guest("session-9")), "other");
    List<CallContext> strangers =
        List.of(
            BOB,
            GUEST,
            ADA.withActor(Actor.guest("ada")),
            Shop.staff(),
            new CallContext(
                TenantId.of("other"), ADA.channel(), ADA.location(), ADA.actor(), ADA.locale()));

    strangers.forEach(
        stranger ->
            CartCalls.all()
                .forEach(
                    (name, call) -> {
                      CallContext caller = withEverythingElse(stranger, name);
                      String theirs = notFound(name, () -> call.on(carts, caller, cart));
                      String nobodys = notFound(name, () -> call.on(carts, caller, missing));
                      assertThat(theirs.replace("cart \"cart\"", "cart \"gone\""))
                          .as(name)
                          .isEqualTo(nobodys);
                    }));
  }

  @Test
  void abuse_12_no_call_on_a_cart_is_left_out_of_the_matrix() {
    List<String> methods =
        Arrays.stream(CartService.class.getMethods())
            .filter(method -> Arrays.asList(method.getParameterTypes()).contains(CartId.class))
            .filter(method -> !method.getName().equals("open"))
            .map(CartAbuseTest::label)
            .toList();

    assertThat(CartCalls.all().keySet()).containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void abuse_13_a_line_method_or_location_of_somewhere_else_is_not_found() {
    CartId cart = baskets.openWith(ADA, "mine", MUG_RED, 1);
    CartId other = baskets.open(BOB, "other");
    carts.add(BOB, other, List.of(NewLine.of(MUG_RED, one()), NewLine.of(BOOK, one())));
    LineId foreign = LineId.of("0002");

    baskets.refused(CartService.LINE_NOT_FOUND, () -> carts.remove(ADA, cart, foreign));
    baskets.refused(CartService.LINE_NOT_FOUND, () -> carts.change(ADA, cart, foreign, one()));
    baskets.refused(
        ChannelService.UNKNOWN_LOCATION,
        () ->
            carts.deliver(
                ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, LocationId.of("elsewhere"))));
    baskets.refused(
        DeliveryService.UNKNOWN_METHOD,
        () ->
            carts.deliver(
                ADA, cart, DeliveryChoice.ship(DeliveryMethodId.of("elsewhere"), Shop.address())));
    baskets.refused(
        CatalogService.UNKNOWN_SKU, () -> carts.add(ADA, cart, Sku.of("elsewhere"), one()));
  }

  @Test
  void abuse_15_a_token_that_is_wrong_used_expired_or_replaced_has_one_answer() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);
    String replaced = carts.handOff(GUEST, cart, HOUR).secret();
    String used = carts.handOff(GUEST, cart, HOUR).secret();
    carts.accept(OTHER_GUEST, used);
    String expired = carts.handOff(OTHER_GUEST, cart, HOUR).secret();
    shop.clock().advance(HOUR);

    List<String> answers =
        List.of(replaced, used, expired, "guess", "", "x".repeat(10_000), cart.value()).stream()
            .map(
                secret ->
                    baskets
                        .refused(CartService.TOKEN_INVALID, () -> carts.accept(BOB, secret))
                        .toString())
            .distinct()
            .toList();

    assertThat(answers).hasSize(1);
  }

  @Test
  void abuse_15_a_token_of_another_tenant_or_of_another_owner_hands_nothing_over() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);
    String secret = carts.handOff(GUEST, cart, HOUR).secret();
    CallContext elsewhere =
        new CallContext(
            TenantId.of("other"), BOB.channel(), BOB.location(), BOB.actor(), BOB.locale());

    baskets.refused(CartService.TOKEN_INVALID, () -> carts.accept(elsewhere, secret));
    carts.claim(ADA, cart, "session-1");
    baskets.refused(CartService.TOKEN_INVALID, () -> carts.accept(BOB, secret));
  }

  @Test
  void abuse_15_a_token_opens_no_cart_that_is_closed_or_being_paid() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);
    String secret = carts.handOff(GUEST, cart, HOUR).secret();

    baskets.beginCheckout(GUEST, cart);
    baskets.refused(CartService.CHECKING_OUT, () -> carts.accept(BOB, secret));
    baskets.order(GUEST, cart);
    baskets.refused(CartService.CLOSED, () -> carts.accept(BOB, secret));
  }

  @Test
  void abuse_15_a_program_without_the_permission_does_not_use_a_token_up() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);
    String secret = carts.handOff(GUEST, cart, HOUR).secret();

    baskets.refused(ErrorCode.of("permission.denied"), () -> carts.accept(Shop.clerk(), secret));

    assertThat(carts.accept(Shop.clerk(CartService.ASSIST), secret).id()).isEqualTo(cart);
  }

  @Test
  void abuse_16_a_token_is_neither_shown_nor_kept() {
    CartId cart = baskets.openWith(GUEST, "cart", MUG_RED, 1);
    HandoffToken token = carts.handOff(GUEST, cart, HOUR);
    shop.clock().advance(HOUR);

    CommerceException refusal =
        baskets.refused(CartService.TOKEN_INVALID, () -> carts.accept(BOB, token.secret()));

    assertThat(token.toString()).doesNotContain(token.secret());
    assertThat(refusal.toString() + refusal.facts()).doesNotContain(token.secret());
    assertThat(shop.dump()).contains("handoff_token cart").doesNotContain(token.secret());
  }

  @Test
  void abuse_18_nothing_is_not_added() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);

    baskets.refused(Quantity.INVALID, () -> carts.add(ADA, cart, MUG_RED, Quantity.ZERO));
  }

  @Test
  void abuse_19_less_than_nothing_is_not_added() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);

    for (long units : new long[] {-1, Integer.MIN_VALUE, Long.MIN_VALUE}) {
      baskets.refused(Quantity.INVALID, () -> carts.add(ADA, cart, MUG_RED, Quantity.of(units)));
    }
  }

  @Test
  void abuse_20_too_much_is_not_added() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);

    for (long units : new long[] {1L << 40, Long.MAX_VALUE}) {
      baskets.refused(
          Quantity.LIMIT_EXCEEDED, () -> carts.add(ADA, cart, MUG_RED, Quantity.of(units)));
    }
    for (long units : new long[] {1_000_000, 1L << 31, 1_000_000_000}) {
      baskets.refused(
          CartService.LIMIT_EXCEEDED, () -> carts.add(ADA, cart, MUG_RED, Quantity.of(units)));
    }
  }

  @Test
  void abuse_21_a_price_times_a_quantity_that_cannot_be_held_is_said_and_changes_nothing() {
    shop.price(MUG_RED, "9000000000000");
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1_000_000);

    baskets.refused(ErrorCode.of("money.overflow"), () -> carts.lockPrices(ADA, cart, HOUR));

    assertThat(carts.view(ADA, cart).priced()).isEmpty();
    assertThat(carts.view(ADA, cart).problems())
        .extracting(Refusal::code)
        .contains(ErrorCode.of("money.overflow"));
  }

  @Test
  void abuse_22_adding_the_most_twice_is_too_much() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1_000_000);

    baskets.refused(
        CartService.LIMIT_EXCEEDED, () -> carts.add(ADA, cart, MUG_RED, Quantity.of(1_000_000)));
  }

  @Test
  void abuse_23_a_quantity_is_no_finer_than_the_unit_it_is_sold_in() {
    UnitOfMeasure kilos = new UnitOfMeasure("kg", 3);
    Sku rice = Sku.of("RICE");
    shop.sell(CatalogEntry.of(rice, "Rice").withUnit(kilos, QuantityRule.measured(kilos)));
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);

    baskets.refused(Quantity.INVALID, () -> carts.add(ADA, cart, MUG_RED, Quantity.parse("0.5")));
    baskets.refused(Quantity.INVALID, () -> carts.add(ADA, cart, rice, Quantity.parse("0.0005")));
    baskets.refused(
        Quantity.INVALID, () -> carts.change(ADA, cart, CartCalls.FIRST, Quantity.parse("1.5")));
    assertThat(carts.add(ADA, cart, rice, Quantity.parse("0.125")).lines()).hasSize(2);
  }

  @Test
  void abuse_24_a_number_that_would_fill_memory_never_reaches_a_cart() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);

    baskets.refused(
        Quantity.LIMIT_EXCEEDED,
        () -> carts.add(ADA, cart, MUG_RED, Quantity.of(new BigDecimal("1E+1000000000"))));
  }

  @Test
  void abuse_25_a_cart_has_so_many_lines_and_no_more() {
    CartId cart = baskets.open(ADA, "cart");
    carts.add(ADA, cart, lines(0, CartService.LINES_MAX));

    baskets.refused(CartService.LIMIT_EXCEEDED, () -> carts.add(ADA, cart, MUG_RED, one()));
    CartId second = baskets.open(ADA, "second");
    baskets.refused(
        CartService.LIMIT_EXCEEDED,
        () -> carts.add(ADA, second, lines(0, CartService.LINES_MAX + 1)));
  }

  @Test
  void abuse_26_many_lines_of_a_sku_dodge_neither_its_limit_nor_its_tiers() {
    shop.sell(
        CatalogEntry.of(MUG_RED, "Mug, red")
            .withQuantities(new QuantityRule(one(), Quantity.of(10), one())));
    CartId cart = baskets.open(ADA, "cart");
    carts.add(ADA, cart, lines(0, 10));

    baskets.refused(CartService.LIMIT_EXCEEDED, () -> carts.add(ADA, cart, lines(10, 11)));
    baskets.refused(
        CartService.LIMIT_EXCEEDED, () -> carts.change(ADA, cart, CartCalls.FIRST, Quantity.of(2)));
    carts.add(
        ADA,
        cart,
        List.of(
            NewLine.of(SCREW, Quantity.of(500)),
            NewLine.of(SCREW, Quantity.of(500)).withReference("second")));
    assertThat(carts.view(ADA, cart).priced().orElseThrow().totals().goods())
        .isEqualTo(Money.of("89.80", GBP));
  }

  @Test
  void abuse_27_packs_are_sold_whole() {
    shop.sell(
        CatalogEntry.of(MUG_RED, "Mug, red")
            .withQuantities(new QuantityRule(Quantity.of(6), Quantity.of(60), Quantity.of(6))));
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 6);

    baskets.refused(Quantity.INVALID, () -> carts.add(ADA, cart, MUG_RED, one()));
    baskets.refused(
        Quantity.INVALID, () -> carts.change(ADA, cart, CartCalls.FIRST, Quantity.of(7)));
    baskets.refused(
        Quantity.INVALID, () -> carts.change(ADA, cart, CartCalls.FIRST, Quantity.of(3)));
    assertThat(carts.add(ADA, cart, MUG_RED, Quantity.of(6)).lines()).hasSize(1);
  }

  @Test
  void abuse_28_a_currency_that_cannot_be_paid_with_opens_no_cart_and_enters_no_market() {
    for (String code : List.of("XXX", "DEM", "XAU")) {
      Currency currency = Currency.getInstance(code);

      baskets.refused(Market.CURRENCY_NOT_ALLOWED, () -> carts.open(ADA, currency));
      baskets.refused(
          Currencies.UNKNOWN,
          () -> shop.channels().save(Shop.staff(ChannelService.EDIT), marketOf(Set.of(currency))));
    }
    for (String code : List.of("usd", "US", "BTC", "")) {
      baskets.refused(Currencies.UNKNOWN, () -> carts.open(ADA, Currencies.of(code)));
    }
  }

  @Test
  void abuse_30_an_amount_finer_than_its_currency_is_no_charge() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    CallContext desk = Shop.staff(CartService.ASSIST, CartService.CHARGE);

    for (List<String> fine :
        List.of(List.of("4.999", "GBP"), List.of("1.5", "JPY"), List.of("1.2345", "KWD"))) {
      baskets.refused(
          Money.INVALID,
          () ->
              carts.charge(
                  desk,
                  cart,
                  new Charge(
                      LineId.of("fee"),
                      "fee",
                      "Fee",
                      Money.of(fine.get(0), Currency.getInstance(fine.get(1))),
                      "standard")));
    }
  }

  @Test
  void abuse_29_a_cart_keeps_its_currency() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    CallContext desk = Shop.staff(CartService.ASSIST, CartService.CHARGE, PriceService.OVERRIDE);
    UnitPrice euros = UnitPrice.of("1.00", EUR);

    baskets.refused(Market.CURRENCY_NOT_ALLOWED, () -> carts.open(ADA, EUR));
    baskets.refused(
        Market.CURRENCY_NOT_ALLOWED,
        () -> carts.open(ADA, cart, CartOwner.known(Shop.ADA_ID), EUR));
    baskets.refused(
        CURRENCY_MISMATCH,
        () -> carts.overridePrice(desk, cart, CartCalls.FIRST, euros, "in euros"));
    baskets.refused(
        CURRENCY_MISMATCH,
        () -> carts.add(desk, cart, List.of(NewLine.of(BOOK, one()).withPrice(euros, "in euros"))));
    baskets.refused(
        CURRENCY_MISMATCH,
        () ->
            carts.charge(
                desk,
                cart,
                new Charge(LineId.of("fee"), "fee", "Fee", Money.of("1.00", EUR), "standard")));
  }

  @Test
  void abuse_32_a_price_from_the_client_needs_the_permission() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    UnitPrice cheap = UnitPrice.of("0.01", GBP);

    baskets.refused(
        ErrorCode.of("permission.denied"),
        () -> carts.add(ADA, cart, List.of(NewLine.of(BOOK, one()).withPrice(cheap, "because"))));
    baskets.refused(
        ErrorCode.of("permission.denied"),
        () -> carts.overridePrice(ADA, cart, CartCalls.FIRST, cheap, "because"));
    baskets.refused(
        ErrorCode.of("permission.denied"),
        () ->
            carts.charge(
                ADA,
                cart,
                new Charge(
                    LineId.of("less"), "discount", "Less", Money.of("-4.00", GBP), "standard")));
  }

  @Test
  void abuse_33_a_clerk_sets_no_price_below_the_floor_and_none_without_a_reason() {
    shop.price(
        PriceEntry.of(Shop.BASE, MUG_RED, UnitPrice.of("4.99", GBP))
            .withFloor(UnitPrice.of("3.00", GBP)));
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    CallContext clerk = Shop.clerk(CartService.ASSIST, PriceService.OVERRIDE);
    UnitPrice low = UnitPrice.of("2.99", GBP);

    baskets.refused(
        PriceService.BELOW_FLOOR,
        () -> carts.overridePrice(clerk, cart, CartCalls.FIRST, low, "scratched"));
    baskets.refused(
        PriceService.BELOW_FLOOR,
        () ->
            carts.add(
                clerk, cart, List.of(NewLine.of(MUG_RED, one()).withPrice(low, "scratched"))));
    baskets.refused(
        PriceOverride.REASON_REQUIRED,
        () -> carts.overridePrice(clerk, cart, CartCalls.FIRST, UnitPrice.of("3.00", GBP), "  "));
    Cart changed =
        carts.overridePrice(clerk, cart, CartCalls.FIRST, UnitPrice.of("3.00", GBP), "scratched");
    assertThat(changed.lines().get(0).override().orElseThrow().actor()).isEqualTo("staff:till-1");
  }

  @Test
  void abuse_68_a_change_on_the_ground_of_an_old_version_is_refused_with_both() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    CartService stale = carts.expecting(Version.of(1));
    CallContext desk = ADA.withActor(ADA.actor().withPermissions(EVERYTHING_ELSE));

    CartCalls.changes()
        .forEach(
            (name, call) -> {
              CommerceException refusal =
                  baskets.refused(CartService.VERSION_CONFLICT, () -> call.on(stale, desk, cart));
              assertThat(refusal.facts().get("expected")).as(name).contains("1");
              assertThat(refusal.facts().get("actual")).as(name).contains("2");
            });

    assertThat(carts.expecting(Version.of(2)).add(ADA, cart, BOOK, one()).version())
        .isEqualTo(Version.of(3));
  }

  @Test
  void abuse_69_a_cart_that_is_being_paid_does_not_change() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    CallContext desk = ADA.withActor(ADA.actor().withPermissions(EVERYTHING_ELSE));
    baskets.beginCheckout(ADA, cart);

    CartCalls.changes()
        .forEach(
            (name, call) ->
                baskets.refused(CartService.CHECKING_OUT, () -> call.on(carts, desk, cart)));

    shop.clock().advance(Duration.ofMinutes(15));
    assertThat(carts.add(ADA, cart, BOOK, one()).lines()).hasSize(2);
  }

  @Test
  void abuse_69_a_checkout_that_ended_lets_the_cart_change_again() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    baskets.beginCheckout(ADA, cart);
    baskets.endCheckout(ADA, cart);

    assertThat(carts.add(ADA, cart, BOOK, one()).version()).isEqualTo(Version.of(5));
  }

  @Test
  void abuse_76_a_cart_that_is_not_mine_is_not_merged_into_mine() {
    CartId mine = baskets.openWith(ADA, "mine", MUG_RED, 1);
    CartId guests = baskets.openWith(GUEST, "guests", BOOK, 1);
    CartId bobs = baskets.openWith(BOB, "bobs", BOOK, 1);

    baskets.refused(CartService.NOT_FOUND, () -> carts.merge(ADA, bobs, "bob", mine));
    baskets.refused(CartService.NOT_FOUND, () -> carts.merge(ADA, guests, "session-2", mine));
    baskets.refused(CartService.NOT_FOUND, () -> carts.merge(ADA, guests, "session-1", bobs));
    baskets.refused(CartService.NOT_FOUND, () -> carts.claim(ADA, bobs, "bob"));
    baskets.refused(CartService.NOT_FOUND, () -> carts.claim(ADA, guests, "session-2"));
  }

  @Test
  void abuse_77_no_merge_into_itself_of_a_closed_cart_or_beyond_the_limit() {
    CartId mine = baskets.openWith(ADA, "mine", MUG_RED, 1);
    CartId guests = baskets.openWith(GUEST, "guests", BOOK, 1);
    CartId large = baskets.open(GUEST, "large");
    carts.add(GUEST, large, lines(0, CartService.LINES_MAX));

    baskets.refused(
        CartService.INVALID_MERGE, () -> carts.merge(GUEST, guests, "session-1", guests));
    baskets.refused(CartService.LIMIT_EXCEEDED, () -> carts.merge(ADA, large, "session-1", mine));
    baskets.order(GUEST, guests);
    baskets.refused(CartService.CLOSED, () -> carts.merge(ADA, guests, "session-1", mine));
    baskets.refused(CartService.CLOSED, () -> carts.claim(ADA, guests, "session-1"));
  }

  @Test
  void what_is_not_sold_here_is_not_added_but_can_be_taken_out() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 3);
    shop.sell(CatalogEntry.of(MUG_RED, "Mug, red").withDiscontinued(true));

    baskets.refused(CatalogService.NOT_SELLABLE, () -> carts.add(ADA, cart, MUG_RED, one()));
    baskets.refused(
        CatalogService.NOT_SELLABLE,
        () -> carts.change(ADA, cart, CartCalls.FIRST, Quantity.of(4)));
    assertThat(carts.change(ADA, cart, CartCalls.FIRST, one()).lines()).hasSize(1);
    assertThat(carts.remove(ADA, cart, CartCalls.FIRST).lines()).isEmpty();
  }

  @Test
  void a_promise_is_neither_without_end_nor_over_at_once() {
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);

    for (Duration life :
        List.of(Duration.ZERO, HOUR.negated(), CartService.PROMISE_MAX.plusSeconds(1))) {
      assertThatThrownBy(() -> carts.lockPrices(ADA, cart, life)).hasMessageContaining("life");
      assertThatThrownBy(() -> carts.reserve(ADA, cart, life)).hasMessageContaining("life");
      assertThatThrownBy(() -> carts.handOff(ADA, cart, life)).hasMessageContaining("life");
    }
  }

  @Test
  void an_id_that_is_taken_opens_nothing() {
    CartId cart = baskets.open(ADA, "cart");

    baskets.refused(
        CartService.ID_TAKEN, () -> carts.open(BOB, cart, CartOwner.known(Shop.BOB_ID), GBP));
    baskets.refused(
        ErrorCode.of("permission.denied"),
        () -> carts.open(BOB, CartId.of("new"), CartOwner.known(Shop.ADA_ID), GBP));
  }

  private String notFound(String name, Runnable call) {
    ErrorCode code = CartService.NOT_FOUND;
    return baskets.refused(code, call).getMessage() + name;
  }

  /** Only customers claim, so strangers come as one. */
  private static CallContext withEverythingElse(CallContext stranger, String name) {
    Actor actor =
        name.startsWith("claim") && stranger.actor().customer().isEmpty()
            ? BOB.actor()
            : stranger.actor();
    return stranger.withActor(actor.withPermissions(EVERYTHING_ELSE));
  }

  private static String label(Method method) {
    return method.getName() + '/' + method.getParameterCount();
  }

  private static List<NewLine> lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> NewLine.of(MUG_RED, one()).withReference("r" + i))
        .toList();
  }

  private static Quantity one() {
    return Quantity.ONE;
  }

  @Test
  void abuse_129_a_cart_that_was_read_cannot_be_written_by_java() {
    Cart cart = carts.get(ADA, baskets.openWith(ADA, "cart", MUG_RED, 1));

    for (Object word : List.of(cart, cart.id(), cart.lines().get(0), carts.view(ADA, cart.id()))) {
      assertThatThrownBy(
              () -> new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(word))
          .isInstanceOf(NotSerializableException.class);
    }
  }

  private static Market marketOf(Set<Currency> currencies) {
    return new Market(Shop.UK, "UK", currencies, "uk", Shop.GB, Conventions.STANDARD);
  }
}
