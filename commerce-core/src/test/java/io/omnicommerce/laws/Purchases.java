package io.omnicommerce.laws;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What people might buy, made up of what a rule set sells and of what its rules look at. */
public final class Purchases {

  /** The most lines of a purchase. */
  public static final int LINES_MAX = 8;

  static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private static final int HOURS_OF_A_WEEK = 168;

  private Purchases() {}

  /** Carts of anybody, in any channel and currency of the market, near the edges of the rules. */
  public static Arbitrary<Purchase> of(RuleSet rules) {
    Interests interests = Interests.of(rules);
    Arbitrary<Currency> currencies = Arbitraries.of(sorted(rules.market().currencies()));
    return Arbitraries.of(rules.channels())
        .flatMap(channel -> currencies.flatMap(cash -> of(rules, interests, channel, cash)))
        .withoutEdgeCases();
  }

  private static Arbitrary<Purchase> of(
      RuleSet rules, Interests interests, Channel channel, Currency currency) {
    return Combinators.combine(
            lines(rules, interests, channel, currency),
            deliveries(rules, channel, currency),
            Customers.of(interests),
            maybe(interests.countries()),
            maybe(interests.payments()),
            coupons(rules),
            instants(interests))
        .as(
            (lines, deliveries, buyer, country, payment, coupons, at) -> {
              PricingRequest request =
                  PricingRequest.of(currency, lines)
                      .withDelivery(deliveries)
                      .withBuyer(buyer)
                      .withCoupons(coupons);
              request = to(request, country);
              return new Purchase(
                  channel.id(), at, payment.map(request::withPaymentMethod).orElse(request));
            });
  }

  private static PricingRequest to(PricingRequest request, Optional<CountryCode> country) {
    return country.map(request::withDestination).orElse(request);
  }

  /** Lines of what is sold here and has a price in the currency. */
  private static Arbitrary<List<PricingLine>> lines(
      RuleSet rules, Interests interests, Channel channel, Currency currency) {
    List<CatalogEntry> sold =
        rules.catalog().stream()
            .filter(entry -> entry.isSoldIn(channel.id()))
            .filter(entry -> isPriced(rules, entry, currency))
            .toList();
    return Arbitraries.of(sold)
        .flatMap(
            entry ->
                quantities(entry.quantities(), interests.quantities())
                    .map(quantity -> PricingLine.of(LineId.of("unnamed"), entry.sku(), quantity)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(LINES_MAX)
        .map(Purchases::named);
  }

  private static boolean isPriced(RuleSet rules, CatalogEntry entry, Currency currency) {
    return rules.prices().stream()
        .filter(price -> price.sku().equals(entry.sku()))
        .anyMatch(price -> price.rows().get(0).price().currency().equals(currency));
  }

  private static List<PricingLine> named(List<PricingLine> lines) {
    List<PricingLine> named = new ArrayList<>();
    for (PricingLine line : lines) {
      LineId id = LineId.of("L" + (10 + named.size()));
      named.add(PricingLine.of(id, line.sku(), line.quantity()));
    }
    return named;
  }

  /** A few, or as many as some rule asks for, or just less. */
  private static Arbitrary<Quantity> quantities(QuantityRule rule, Set<Quantity> asked) {
    Set<Quantity> near = new java.util.TreeSet<>();
    for (Quantity edge : asked) {
      near.add(fitting(rule, edge.toBigDecimal()));
      near.add(fitting(rule, edge.toBigDecimal().subtract(rule.step().toBigDecimal())));
    }
    Arbitrary<Quantity> few =
        Arbitraries.longs()
            .between(0, 11)
            .map(n -> fitting(rule, rule.step().toBigDecimal().multiply(BigDecimal.valueOf(n))));
    return near.isEmpty() ? few : Arbitraries.oneOf(few, few, Arbitraries.of(near));
  }

  /** The closest that the rule allows, from below where it can. */
  private static Quantity fitting(QuantityRule rule, BigDecimal wanted) {
    BigDecimal step = rule.step().toBigDecimal();
    BigDecimal least = rule.min().toBigDecimal().divide(step, 0, RoundingMode.CEILING);
    BigDecimal steps = wanted.divide(step, 0, RoundingMode.FLOOR).max(least);
    BigDecimal most = rule.max().toBigDecimal().divide(step, 0, RoundingMode.FLOOR);
    return Quantity.parse(steps.min(most).multiply(step).toPlainString());
  }

  private static Arbitrary<List<DeliveryMethodId>> deliveries(
      RuleSet rules, Channel channel, Currency currency) {
    MarketId market = rules.market().id();
    List<DeliveryMethodId> offered =
        rules.deliveries().stream()
            .filter(method -> method.countries().isEmpty())
            .filter(method -> method.markets().map(m -> m.contains(market)).orElse(true))
            .filter(method -> method.channels().map(c -> c.contains(channel.id())).orElse(true))
            .filter(method -> method.rates().stream().anyMatch(rate -> isSure(rate, currency)))
            .map(DeliveryMethod::id)
            .toList();
    return maybe(offered).map(method -> method.map(List::of).orElse(List.of()));
  }

  /** Whether it counts for whatever is bought, wherever it goes. */
  private static boolean isSure(DeliveryRate rate, Currency currency) {
    return rate.places().isEmpty()
        && rate.orderMin().isEmpty()
        && rate.price().currency().equals(currency)
        && !(rate.price() instanceof DeliveryPrice.ByWeight);
  }

  /** Codes that there are, and one that nobody knows. */
  private static Arbitrary<Set<String>> coupons(RuleSet rules) {
    List<String> codes = new ArrayList<>();
    rules.coupons().forEach(coupon -> codes.add(coupon.code().value()));
    codes.add("NOSUCHCODE");
    return Arbitraries.of(codes).set().ofMaxSize(2);
  }

  /** The edges of every window, and any hour of the week after one. */
  private static Arbitrary<Instant> instants(Interests interests) {
    Arbitrary<Instant> edges = Arbitraries.of(interests.instants());
    Arbitrary<Integer> hours = Arbitraries.integers().between(0, HOURS_OF_A_WEEK);
    return Arbitraries.oneOf(
        edges, Combinators.combine(edges, hours).as((at, h) -> at.plus(Duration.ofHours(h))));
  }

  private static <T> Arbitrary<Optional<T>> maybe(java.util.Collection<T> values) {
    return values.isEmpty()
        ? Arbitraries.just(Optional.empty())
        : Arbitraries.of(values).optional(0.5);
  }

  private static List<Currency> sorted(Set<Currency> currencies) {
    return currencies.stream()
        .sorted(java.util.Comparator.comparing(Currency::getCurrencyCode))
        .toList();
  }
}
