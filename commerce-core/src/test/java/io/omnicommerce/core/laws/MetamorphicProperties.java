package io.omnicommerce.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.laws.Laws;
import io.omnicommerce.laws.Purchase;
import io.omnicommerce.laws.RuleSet;
import io.omnicommerce.laws.RuleSets;
import io.omnicommerce.laws.Till;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Codec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What must not change a price, or change it in a known way: M1 to M10, over any shop, through the
 * public api. {@code -Plaws} looks at a million of each.
 */
class MetamorphicProperties {

  private static final int THREADS = 8;
  private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);
  private static final Codec<PricingRequest> REQUESTS = Json.codec(PricingRequest.class);
  private static final Codec<PricedCart> PRICES = Json.codec(PricedCart.class);

  @AfterContainer
  static void close() {
    POOL.shutdown();
  }

  @Property
  void m1_lines_in_another_order_cost_the_same(@ForAll("cases") Case some, @ForAll Random random) {
    Laws.linesInAnyOrder(some.till(), some.purchase(), random);
  }

  @Property
  void m2_promotions_in_another_order_give_the_same(
      @ForAll("cases") Case some, @ForAll Random random) {
    Laws.promotionsInAnyOrder(some.till(), some.purchase(), random);
  }

  @Property
  void m3_other_names_have_the_same_prices(@ForAll("cases") Case some) {
    Set<String> names = new HashSet<>(Set.of("base", "group", "sale"));
    some.rules().promotions().forEach(promotion -> names.add(promotion.id().value()));
    Renaming renaming = new Renaming("z", names);

    assertThat(renaming.of(some).price()).isEqualTo(renaming.of(some.price()));
  }

  @Property
  void m4_where_nothing_is_rounded_prices_times_k_are_totals_times_k(
      @ForAll("exact") Case some, @ForAll @IntRange(min = 2, max = 1_000) int k) {
    PricedCart once = some.price();
    PricedCart scaled = some.withRules(scaled(some.rules(), k)).price();

    assertThat(scaled.totals().grand()).isEqualTo(once.totals().grand().times(k));
    assertThat(scaled.totals().adjustments()).isEqualTo(once.totals().adjustments().times(k));
  }

  @Property
  void m5_a_promotion_that_cannot_be_given_changes_nothing(@ForAll("cases") Case some) {
    List<Promotion> more = new ArrayList<>(some.rules().promotions());
    more.add(impossible("a"));
    more.add(impossible("z"));

    assertThat(some.withRules(some.rules().withPromotions(more)).price()).isEqualTo(some.price());
  }

  @Property
  void m6_what_another_tenant_does_changes_nothing(
      @ForAll("cases") Case some, @ForAll("cases") Case other) {
    Till till = some.till();
    Till beside = till.beside(TenantId.of("other"), other.rules());

    assertThat(till.price(some.purchase())).isEqualTo(some.price());
    assertThat(beside.price(other.purchase())).isEqualTo(other.price());
  }

  @Property
  void m7_eight_threads_at_once_get_what_one_gets(@ForAll("cases") Case some)
      throws InterruptedException, ExecutionException {
    Till till = some.till();
    List<Callable<PricedCart>> asking =
        Collections.nCopies(THREADS, () -> till.price(some.purchase()));

    List<Future<PricedCart>> answers = POOL.invokeAll(asking);

    PricedCart alone = some.price();
    for (Future<PricedCart> answer : answers) {
      assertThat(answer.get()).isEqualTo(alone);
    }
  }

  @Property
  void m8_written_and_read_again_it_costs_the_same(@ForAll("cases") Case some) {
    Purchase read =
        new Purchase(
            some.purchase().channel(),
            some.purchase().at(),
            REQUESTS.decode(REQUESTS.encode(some.purchase().request())));

    PricedCart priced = Till.of(some.rules(), true).price(read);

    assertThat(priced).isEqualTo(some.price());
    assertThat(PRICES.decode(PRICES.encode(priced))).isEqualTo(priced);
  }

  @Property
  void m9_the_settings_of_the_machine_change_nothing(@ForAll("cases") Case some) {
    String expected = written(some);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(written(some)).as(tag).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Property
  void m10_what_was_put_in_and_taken_out_again_was_never_there(
      @ForAll("cases") Case some, @ForAll @IntRange(min = 0, max = 4) int index) {
    Till till = some.till();
    CallContext guest = till.office(some.purchase().channel()).withActor(Actor.guest("g"));
    CartService carts = till.at(some.purchase().at()).carts();
    CartId cart = carts.open(guest, some.purchase().request().currency());
    for (PricingLine line : some.purchase().request().lines()) {
      carts.add(guest, cart, line.sku(), line.quantity());
    }
    Optional<PricedCart> before = carts.view(guest, cart).priced();

    putInAndOut(carts, guest, cart, some.rules().catalog().get(index).sku());

    assertThat(before).isPresent();
    assertThat(carts.view(guest, cart).priced()).isEqualTo(before);
  }

  private static void putInAndOut(CartService carts, CallContext guest, CartId id, Sku sku) {
    Cart before = carts.get(guest, id);
    Cart after = carts.add(guest, id, sku, Quantity.of(3));
    for (var line : after.lines()) {
      LineId name = line.id();
      Quantity was =
          before.lines().stream()
              .filter(old -> old.id().equals(name))
              .map(old -> old.quantity())
              .findFirst()
              .orElse(Quantity.ZERO);
      if (!was.equals(line.quantity())) {
        carts.change(guest, id, name, was);
      }
    }
  }

  /** Everything of a price, as bytes and as people read it. */
  private static String written(Case some) {
    Till till = some.till();
    PricedCart priced = till.price(some.purchase());
    String receipt = till.at(some.purchase().at()).pricing().explain(priced);
    return PRICES.encode(priced) + '\n' + receipt;
  }

  private static RuleSet scaled(RuleSet rules, int k) {
    List<PriceEntry> scaled = new ArrayList<>();
    for (PriceEntry entry : rules.prices()) {
      UnitPrice price = entry.rows().get(0).price();
      UnitPrice times =
          new UnitPrice(Math.multiplyExact(price.units(), k), price.scale(), price.currency());
      scaled.add(PriceEntry.of(entry.list(), entry.sku(), times));
    }
    return rules.withPrices(scaled);
  }

  private static Promotion impossible(String id) {
    Amount never = Amount.of(Money.ofMinor(1_000_000_000_000L, Currencies.of("GBP")));
    return Promotion.of(PromotionId.of(id), "Never", new Benefit.OrderFixed(never, ItemFilter.ALL))
        .toBuilder()
        .exclusive(true)
        .stop(true)
        .when(new Condition.SubtotalAtLeast(never, ItemFilter.ALL))
        .build();
  }

  @Provide
  Arbitrary<Case> cases() {
    return Case.in(RuleSets.any());
  }

  @Provide
  Arbitrary<Case> exact() {
    return Case.in(RuleSets.exact());
  }
}
