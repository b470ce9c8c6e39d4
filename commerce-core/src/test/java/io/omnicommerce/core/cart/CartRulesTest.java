package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.cart.QuantityCut;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.OverQuantity;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartRulesTest {

  private static final Reference CHECKOUT = Reference.of("checkout", "c");
  private static final Instant SOON = START.plus(Duration.ofMinutes(15));
  private static final LineId FIRST = LineId.of("0001");

  private final Cart empty =
      CartRules.open(CartId.of("cart"), CartOwner.known(Shop.ADA_ID), GBP, ADA, START);

  @Test
  void too_much_is_cut_down_to_the_limit_and_the_cart_says_so() {
    CartFacts facts = facts(rule(1, 10, 1), OverQuantity.CLAMP_AND_REPORT);
    Cart cart = CartRules.add(empty, List.of(mugs(8)), facts);

    Cart more = CartRules.add(cart, List.of(mugs(5)), facts);

    assertThat(quantities(more)).containsExactly("10");
    assertThat(more.cuts()).containsExactly(new QuantityCut(MUG_RED, quantity(5), quantity(2)));
    assertThat(CartRules.remove(more, FIRST, ADA, START).cuts()).isEmpty();
  }

  @Test
  void too_much_of_a_line_is_cut_down_when_it_is_set() {
    CartFacts facts = facts(rule(1, 10, 1), OverQuantity.CLAMP_AND_REPORT);
    Cart cart = CartRules.add(empty, List.of(mugs(3), mugs(3).withReference("r")), facts);

    Cart more = CartRules.change(cart, FIRST, quantity(99), facts);

    assertThat(quantities(more)).containsExactly("7", "3");
    assertThat(more.cuts()).containsExactly(new QuantityCut(MUG_RED, quantity(99), quantity(7)));
  }

  @Test
  void what_is_cut_down_keeps_to_whole_packs_and_to_the_minimum() {
    CartFacts packs = facts(rule(6, 20, 6), OverQuantity.CLAMP_AND_REPORT);
    Cart cart = CartRules.add(empty, List.of(mugs(12)), packs);

    Cart raised = CartRules.add(cart, List.of(mugs(12)), packs);
    Cart full = CartRules.add(raised, List.of(mugs(6), mugs(6).withReference("r")), packs);

    assertThat(quantities(raised)).containsExactly("18");
    assertThat(quantities(full)).containsExactly("18");
    assertThat(full.cuts())
        .containsExactly(
            new QuantityCut(MUG_RED, quantity(6), Quantity.ZERO),
            new QuantityCut(MUG_RED, quantity(6), Quantity.ZERO));
  }

  @Test
  void too_much_is_refused_by_default_with_the_limit() {
    CartFacts facts = facts(rule(1, 10, 1), OverQuantity.REJECT);

    assertThatThrownBy(
            () -> CartRules.add(empty, List.of(mugs(6), mugs(5).withReference("r")), facts))
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(CartService.LIMIT_EXCEEDED);
              assertThat(refused.limit()).isEqualTo("quantityMax");
              assertThat(refused.max()).isEqualTo(10);
            });
  }

  @Test
  void a_pack_may_be_put_together_within_one_call() {
    CartFacts packs = facts(rule(6, 60, 6), OverQuantity.REJECT);

    Cart cart = CartRules.add(empty, List.of(mugs(4), mugs(2)), packs);

    assertThat(quantities(cart)).containsExactly("6");
  }

  @Test
  void a_line_with_a_price_of_its_own_stays_alone() {
    CartFacts facts = facts(QuantityRule.ANY, OverQuantity.REJECT);
    NewLine cheap = mugs(1).withPrice(UnitPrice.of("1.00", GBP), "scratched");

    Cart cart = CartRules.add(empty, List.of(cheap, mugs(1), cheap, mugs(1)), facts);

    assertThat(quantities(cart)).containsExactly("1", "2", "1");
  }

  @Test
  void ids_of_lines_sort_in_the_order_in_which_they_were_added() {
    List<String> ids =
        IntStream.of(1, 9, 10, 2_000, 9_999, 10_000, 99_999, 100_000, Integer.MAX_VALUE)
            .mapToObj(number -> LineIds.of(number).value())
            .toList();

    assertThat(ids).startsWith("0001", "0009", "0010").isSorted().doesNotHaveDuplicates();
  }

  @Test
  void changing_a_line_gives_up_the_promised_prices_of_its_sku_only() {
    Sku tee = Sku.of("TEE");
    Entries entries =
        new Entries(
            Map.of(MUG_RED, CatalogEntry.of(MUG_RED, "Mug"), tee, CatalogEntry.of(tee, "T-shirt")));
    CartFacts facts = new CartFacts(entries, OverQuantity.REJECT, ADA, START);
    List<NewLine> lines =
        List.of(mugs(1), mugs(99).withReference("r"), NewLine.of(tee, quantity(1)));
    UnitPrice price = UnitPrice.of("4.99", GBP);
    LineId second = LineId.of("0002");
    LineId third = LineId.of("0003");
    PriceLock lock =
        new PriceLock(
            Map.of(FIRST, price, second, price, third, price),
            Set.of(second, third),
            Shop.WEB,
            Destination.of(Shop.GB),
            SOON);
    Cart locked = CartRules.lock(CartRules.add(empty, lines, facts), lock, ADA, START);

    List<Cart> changed =
        List.of(
            CartRules.change(locked, FIRST, quantity(2), facts),
            CartRules.change(locked, second, quantity(0), facts),
            CartRules.remove(locked, second, ADA, START),
            CartRules.add(locked, List.of(mugs(1).withReference("s")), facts));

    assertThat(changed)
        .allSatisfy(
            cart -> {
              assertThat(cart.priceLock().orElseThrow().prices()).containsOnlyKeys(third);
              assertThat(cart.priceLock().orElseThrow().reduced()).containsOnly(third);
            });
  }

  @Test
  void a_cart_in_checkout_is_blocked_until_its_time_is_over() {
    Cart blocked = CartRules.beginCheckout(empty, CHECKOUT, SOON, ADA, START);

    assertThatThrownBy(() -> CartRules.requireOpen(blocked, SOON.minusMillis(1)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(CartService.CHECKING_OUT);
              assertThat(refused.facts().get("checkout")).contains("c");
              assertThat(refused.facts().get("until")).contains(SOON.toString());
            });
    CartRules.requireOpen(blocked, SOON);
    Cart again =
        CartRules.beginCheckout(
            blocked, Reference.of("checkout", "d"), SOON.plusSeconds(9), ADA, SOON);
    assertThat(CartRules.isBlockedBy(again, CHECKOUT)).isFalse();
  }

  @Test
  void a_change_after_the_time_of_a_checkout_opens_the_cart() {
    Cart blocked = CartRules.beginCheckout(empty, CHECKOUT, SOON, ADA, START);

    Cart changed =
        CartRules.add(
            blocked,
            List.of(mugs(1)),
            new CartFacts(mugs(QuantityRule.ANY), OverQuantity.REJECT, ADA, SOON));

    assertThat(changed.status()).isEqualTo(CartStatus.OPEN);
    assertThat(changed.successor()).isEmpty();
    assertThat(changed.blockedUntil()).isEmpty();
  }

  @Test
  void checkout_takes_the_reservation_over_and_an_order_closes_the_cart() {
    Cart reserved = CartRules.reserved(empty, ReservationId.of("r"), Optional.empty(), ADA, START);

    Cart blocked = CartRules.beginCheckout(reserved, CHECKOUT, SOON, ADA, START);
    Cart ordered = CartRules.ordered(blocked, Reference.of("order", "o"), ADA, START);

    assertThat(blocked.reservation()).isEmpty();
    assertThat(ordered.version()).isEqualTo(Version.of(4));
    assertThat(ordered.successor()).contains(Reference.of("order", "o"));
    assertThatThrownBy(() -> CartRules.requireOpen(ordered, SOON))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(CartService.CLOSED);
              assertThat(refused.facts().get("status")).contains("ORDERED");
              assertThat(refused.facts().get("successor")).contains("order o");
            });
  }

  private static CartFacts facts(QuantityRule rule, OverQuantity policy) {
    return new CartFacts(mugs(rule), policy, ADA, START);
  }

  private static Entries mugs(QuantityRule rule) {
    return new Entries(Map.of(MUG_RED, CatalogEntry.of(MUG_RED, "Mug").withQuantities(rule)));
  }

  private static QuantityRule rule(long min, long max, long step) {
    return new QuantityRule(quantity(min), quantity(max), quantity(step));
  }

  private static NewLine mugs(long quantity) {
    return NewLine.of(MUG_RED, quantity(quantity));
  }

  private static Quantity quantity(long units) {
    return Quantity.of(units);
  }

  private static List<String> quantities(Cart cart) {
    return cart.lines().stream().map(CartLine::quantity).map(Quantity::toString).toList();
  }
}
