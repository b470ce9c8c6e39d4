package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.MergePolicy;
import io.omnicommerce.channel.OverQuantity;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.catalog.Entries;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** L50: what holds whenever two carts become one, whatever the policy. */
class MergeRulesProperties {

  private static final int MAX = 12;
  private static final List<Sku> SKUS = List.of(Shop.MUG_RED, Shop.TEE_M, Shop.BOOK);
  private static final QuantityRule RULE =
      new QuantityRule(Quantity.of(2), Quantity.of(MAX), Quantity.of(2));
  private static final Entries ENTRIES = entries();

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void L50_an_empty_guest_cart_changes_no_line(
      @ForAll MergePolicy policy, @ForAll("carts") List<NewLine> customer) {
    Cart into = cart("into", customer);

    Cart merged = merge(cart("guest", List.of()), into, policy).into();

    assertThat(merged.lines()).isEqualTo(into.lines());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void L50_an_empty_customers_cart_takes_the_guests_lines_unless_the_policy_keeps_it_empty(
      @ForAll MergePolicy policy, @ForAll("carts") List<NewLine> lines) {
    Cart guest = cart("guest", lines);

    Map<LineKey, Quantity> merged = quantities(merge(guest, cart("into", List.of()), policy));

    assertThat(merged).isEqualTo(policy == MergePolicy.USE_CUSTOMER ? Map.of() : quantities(guest));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void L50_the_guests_cart_is_closed_and_points_to_the_other(
      @ForAll MergePolicy policy,
      @ForAll("carts") List<NewLine> guest,
      @ForAll("carts") List<NewLine> customer) {
    MergeRules.Merged merged = merge(cart("guest", guest), cart("into", customer), policy);

    assertThat(merged.guest().status()).isEqualTo(CartStatus.MERGED);
    assertThat(MergeRules.isMerged(merged.guest(), merged.into())).isTrue();
    assertThat(merged.into().status()).isEqualTo(CartStatus.OPEN);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void L50_no_sku_goes_beyond_its_limit_and_every_line_is_sold_as_it_is(
      @ForAll MergePolicy policy,
      @ForAll("carts") List<NewLine> guest,
      @ForAll("carts") List<NewLine> customer) {
    Cart merged = merge(cart("guest", guest), cart("into", customer), policy).into();

    SKUS.forEach(sku -> assertThat(total(merged, sku)).isLessThanOrEqualTo(new BigDecimal(MAX)));
    merged.lines().forEach(line -> assertThat(RULE.refusal(line.sku(), line.quantity())).isEmpty());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void L50_within_the_limits_each_line_is_what_the_policy_says(
      @ForAll MergePolicy policy,
      @ForAll("small carts") List<NewLine> guest,
      @ForAll("small carts") List<NewLine> customer) {
    Cart first = cart("guest", guest);
    Cart second = cart("into", customer);

    MergeRules.Merged merged = merge(first, second, policy);

    assertThat(quantities(merged)).isEqualTo(expected(first, second, policy));
    assertThat(merged.lines()).allSatisfy(pair -> assertThat(pair.report().reason()).isEmpty());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void L50_the_report_says_what_became_of_each_line_and_why_it_is_less(
      @ForAll MergePolicy policy,
      @ForAll("carts") List<NewLine> guest,
      @ForAll("carts") List<NewLine> customer) {
    Cart first = cart("guest", guest);
    Cart second = cart("into", customer);

    MergeRules.Merged merged = merge(first, second, policy);

    Map<LineKey, Quantity> wanted = expected(first, second, policy);
    Map<LineKey, Quantity> given = quantities(merged.into());
    merged
        .lines()
        .forEach(
            pair -> {
              var line = pair.report();
              LineKey key = new LineKey(line.sku(), line.reference());
              assertThat(line.guest()).isEqualTo(of(quantities(first), key));
              assertThat(line.customer()).isEqualTo(of(quantities(second), key));
              assertThat(line.result()).isEqualTo(of(given, key));
              assertThat(line.reason().isPresent())
                  .isEqualTo(!line.result().equals(of(wanted, key)));
            });
    assertThat(merged.lines()).hasSize(wantedOrHad(first, second).size());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void L50_nothing_that_the_customer_has_is_lost_to_the_guests_lines(
      @ForAll("carts") List<NewLine> guest, @ForAll("carts") List<NewLine> customer) {
    Cart into = cart("into", customer);

    for (MergePolicy policy : List.of(MergePolicy.SUM, MergePolicy.MAX)) {
      Map<LineKey, Quantity> merged = quantities(merge(cart("guest", guest), into, policy));
      quantities(into)
          .forEach((key, had) -> assertThat(of(merged, key)).isGreaterThanOrEqualTo(had));
    }
  }

  @Provide
  Arbitrary<List<NewLine>> carts() {
    return lines(6);
  }

  /** Two lines of a SKU in each of two carts, of 2 at most: 8 of 12. */
  @Provide("small carts")
  Arbitrary<List<NewLine>> smallCarts() {
    return lines(1);
  }

  private static Arbitrary<List<NewLine>> lines(int pairsMax) {
    return Combinators.combine(
            Arbitraries.of(SKUS),
            Arbitraries.integers().between(1, pairsMax),
            Arbitraries.of(true, false))
        .as(
            (sku, pairs, named) -> {
              NewLine line = NewLine.of(sku, Quantity.of(2L * pairs));
              return named ? line.withReference("gift") : line;
            })
        .list()
        .ofMaxSize(5)
        .map(MergeRulesProperties::once);
  }

  /** The first line of each kind, as far as a cart may have them. */
  private static List<NewLine> once(List<NewLine> lines) {
    Map<LineKey, NewLine> byKey = new LinkedHashMap<>();
    lines.forEach(line -> byKey.putIfAbsent(LineKey.of(line), line));
    return List.copyOf(byKey.values());
  }

  private static Cart cart(String id, List<NewLine> lines) {
    Cart empty = CartRules.open(CartId.of(id), CartOwner.known(Shop.ADA_ID), GBP, ADA, START);
    CartFacts facts = new CartFacts(ENTRIES, OverQuantity.CLAMP_AND_REPORT, ADA, START);
    return lines.isEmpty() ? empty : CartRules.add(empty, lines, facts);
  }

  private static MergeRules.Merged merge(Cart guest, Cart into, MergePolicy policy) {
    return MergeRules.merge(guest, into, policy, ENTRIES.bySku(), ADA, START);
  }

  /** What the policies mean, written down once more. */
  private static Map<LineKey, Quantity> expected(Cart guest, Cart into, MergePolicy policy) {
    Map<LineKey, Quantity> theirs = quantities(guest);
    Map<LineKey, Quantity> mine = quantities(into);
    if (theirs.isEmpty()) {
      return mine;
    }
    Map<LineKey, Quantity> result = new LinkedHashMap<>();
    switch (policy) {
      case SUM -> {
        result.putAll(mine);
        theirs.forEach((key, quantity) -> result.merge(key, quantity, Quantity::plus));
      }
      case MAX -> {
        result.putAll(mine);
        theirs.forEach(
            (key, quantity) -> result.merge(key, quantity, (a, b) -> a.compareTo(b) > 0 ? a : b));
      }
      case GUEST_WINS -> {
        result.putAll(mine);
        result.putAll(theirs);
      }
      case USE_GUEST -> result.putAll(theirs);
      case USE_CUSTOMER -> result.putAll(mine);
      case USE_GUEST_IF_CUSTOMER_EMPTY -> result.putAll(mine.isEmpty() ? theirs : mine);
    }
    return result;
  }

  private static Map<LineKey, Quantity> wantedOrHad(Cart guest, Cart into) {
    Map<LineKey, Quantity> all = new LinkedHashMap<>(quantities(guest));
    all.putAll(quantities(into));
    return all;
  }

  private static Map<LineKey, Quantity> quantities(MergeRules.Merged merged) {
    return quantities(merged.into());
  }

  private static Map<LineKey, Quantity> quantities(Cart cart) {
    Map<LineKey, Quantity> quantities = new LinkedHashMap<>();
    cart.lines()
        .forEach(
            line -> quantities.put(new LineKey(line.sku(), line.reference()), line.quantity()));
    return quantities;
  }

  private static Quantity of(Map<LineKey, Quantity> quantities, LineKey key) {
    return Optional.ofNullable(quantities.get(key)).orElse(Quantity.ZERO);
  }

  private static BigDecimal total(Cart cart, Sku sku) {
    return cart.lines().stream()
        .filter(line -> line.sku().equals(sku))
        .map(CartLine::quantity)
        .map(Quantity::toBigDecimal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Entries entries() {
    Map<Sku, CatalogEntry> entries = new LinkedHashMap<>();
    SKUS.forEach(sku -> entries.put(sku, CatalogEntry.of(sku, "thing").withQuantities(RULE)));
    return new Entries(entries);
  }
}
