package io.omnicommerce.laws;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A rule set at work: the library with nothing but it, in memory. Rules of the host's own are
 * watched while they are asked. As thread-safe as they are.
 */
public final class Till {

  private static final TenantId TENANT = TenantId.of("laws");
  private static final int AT_ONCE = 1_000;

  private final RuleSet rules;
  private final Commerce commerce;
  private final TenantId tenant;
  private final AtomicReference<Instant> clock;

  private Till(RuleSet rules, Commerce commerce, TenantId tenant, AtomicReference<Instant> clock) {
    this.rules = rules;
    this.commerce = commerce;
    this.tenant = tenant;
    this.clock = clock;
    furnish();
  }

  /** A till of a shop that has these rules. */
  public static Till of(RuleSet rules) {
    return of(rules, false);
  }

  /**
   * As {@link #of(RuleSet)}.
   *
   * @param written whether all data is written and read again, as a database would do
   */
  public static Till of(RuleSet rules, boolean written) {
    AtomicReference<Instant> clock = new AtomicReference<>(Purchases.NOON);
    InMemoryStorage storage =
        InMemoryStorage.builder().clock(clock::get).throughCodecs(written).build();
    CommerceEngine.Builder engine =
        CommerceEngine.builder().storage(storage).payments(new SandboxGateway());
    rules.conditions().forEach((name, rule) -> engine.condition(name, new Watched(name, rule)));
    rules.benefits().forEach((name, rule) -> engine.benefit(name, new WatchedBenefit(name, rule)));
    return new Till(rules, engine.build(), TENANT, clock);
  }

  /** A till of another tenant on the same storage, whose rules have no rules of its own. */
  public Till beside(TenantId other, RuleSet theirs) {
    return new Till(theirs, commerce, other, clock);
  }

  public RuleSet rules() {
    return rules;
  }

  /** The library itself, with the clock at an instant. */
  public Commerce at(Instant at) {
    clock.set(at);
    return commerce;
  }

  /** What a purchase costs. */
  public PricedCart price(Purchase purchase) {
    return commerce
        .pricing()
        .priceAsOf(office(purchase.channel()), purchase.request(), purchase.at());
  }

  /** Somebody who may do everything, in a channel. */
  public CallContext office(ChannelId channel) {
    Permission[] all = CommerceEngine.permissions().toArray(Permission[]::new);
    return CallContext.of(tenant, channel, Actor.system("laws", all));
  }

  private void furnish() {
    CallContext office = office(rules.channels().get(0).id());
    commerce.channels().save(office, rules.market());
    rules.channels().forEach(channel -> commerce.channels().save(office, channel));
    commerce.taxes().save(office, new TaxZone(rules.market().taxZone(), rules.rates()));
    parts(rules.catalog()).forEach(part -> commerce.catalog().save(office, part));
    rules.deliveries().forEach(method -> commerce.delivery().save(office, method));
    prices(office);
    promotions(office);
  }

  /** As if they had always been there, so that any instant can be asked about. */
  private void prices(CallContext office) {
    rules.lists().forEach(list -> commerce.prices().save(office, list, TimeWindow.EARLIEST));
    for (List<PriceEntry> part : parts(rules.prices())) {
      commerce.prices().save(office, part, TimeWindow.EARLIEST);
    }
  }

  private void promotions(CallContext office) {
    PromotionService promotions = commerce.promotions();
    rules.lanes().forEach(lane -> promotions.save(office, lane));
    for (List<Promotion> part : parts(rules.promotions())) {
      promotions.save(office, part);
    }
    parts(rules.coupons()).forEach(part -> promotions.saveCoupons(office, part));
  }

  private static <T> List<List<T>> parts(List<T> all) {
    return java.util.stream.IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
        .mapToObj(i -> all.subList(i * AT_ONCE, Math.min(all.size(), (i + 1) * AT_ONCE)))
        .toList();
  }
}
