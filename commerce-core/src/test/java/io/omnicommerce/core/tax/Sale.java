package io.omnicommerce.core.tax;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is sold together, and how it is taxed. */
final class Sale {

  static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
  static final CountryCode GB = CountryCode.of("GB");
  static final Currency GBP = Currencies.of("GBP");

  private final Taxation taxation;
  private final List<Taxable> taxables = new ArrayList<>();

  private Sale(Taxation taxation) {
    this.taxation = taxation;
  }

  /** At home in Great Britain, going nowhere yet. */
  static Sale of(Map<String, String> conventions, TaxRate... rates) {
    return of(conventions, Optional.empty(), List.of(rates));
  }

  static Sale of(
      Map<String, String> conventions, Optional<Destination> destination, List<TaxRate> rates) {
    return new Sale(taxation(conventions, destination, AT, rates));
  }

  static Taxation taxation(
      Map<String, String> conventions,
      Optional<Destination> destination,
      Instant at,
      List<TaxRate> rates) {
    Market market =
        new Market(MarketId.of("uk"), "UK", Set.of(GBP), "zone", GB, Conventions.of(conventions));
    return Taxation.of(new TaxZone("zone", rates), market, destination, at);
  }

  /** Goods of the category that is named standard. */
  Sale goods(String amount) {
    return with(Taxable.of(Taxables.Kind.GOODS, "standard", gbp(amount)));
  }

  Sale goods(String category, String amount) {
    return with(Taxable.of(Taxables.Kind.GOODS, category, gbp(amount)));
  }

  Sale goods(String amount, int quantity) {
    return with(
        Taxable.of(Taxables.Kind.GOODS, "standard", gbp(amount))
            .withQuantity(Quantity.of(quantity)));
  }

  Sale shipping(String category, String amount) {
    return with(Taxable.of(Taxables.Kind.SHIPPING, category, gbp(amount)));
  }

  Sale with(Taxable taxable) {
    taxables.add(taxable);
    return this;
  }

  List<List<TaxLine>> lines() {
    return TaxableThings.taxes(taxation, taxables);
  }

  /** The tax on each thing, in major units. */
  List<String> taxes() {
    return lines().stream().map(Sale::sum).toList();
  }

  /** The tax of each rate, in major units. */
  List<String> byRate() {
    return TaxLine.byRate(lines().stream().flatMap(List::stream).toList()).stream()
        .map(line -> line.tax().toBigDecimal().toPlainString())
        .toList();
  }

  String tax() {
    return sum(lines().stream().flatMap(List::stream).toList());
  }

  private static String sum(List<TaxLine> lines) {
    return Money.sum(GBP, lines.stream().map(TaxLine::tax).toList()).toBigDecimal().toPlainString();
  }

  static Money gbp(String amount) {
    return Money.of(amount, GBP);
  }
}
