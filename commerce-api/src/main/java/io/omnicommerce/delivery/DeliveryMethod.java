package io.omnicommerce.delivery;

import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which goods reach the customer.
 *
 * @param rates what it costs where; what is not possible in them is refused when the method is
 *     saved, see {@link DeliveryService#save}
 * @param countries where it goes, or empty for wherever it has a rate; a pickup has none
 * @param markets in which markets it is offered, or empty for all
 * @param channels in which channels it is offered, or empty for all
 * @param taxCategory how its price and its fees are taxed
 * @param leadTime how long it takes; for a pickup until the goods are ready. Where a location says
 *     how it prepares orders, that counts instead for a pickup, and before it for what is shipped
 * @param transit how the carrier goes, which counts instead of the lead time; a pickup has none
 */
public record DeliveryMethod(
    DeliveryMethodId id,
    String title,
    Kind kind,
    List<DeliveryRate> rates,
    Optional<Set<CountryCode>> countries,
    Optional<Set<MarketId>> markets,
    Optional<Set<ChannelId>> channels,
    String taxCategory,
    LeadTime leadTime,
    Optional<Transit> transit) {

  /** The most rates a method may have. */
  public static final int RATES_MAX = 200;

  /** The most steps, places and fees that the rates of a method may have together. */
  public static final int ROWS_MAX = 2_000;

  /** Whether goods go to an address or wait at a location. */
  public enum Kind {
    /** It is brought to an address. */
    SHIP,
    /** The customer comes for it. */
    PICKUP
  }

  public DeliveryMethod {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Objects.requireNonNull(kind, "kind");
    rates = List.copyOf(Objects.requireNonNull(rates, "rates"));
    Objects.requireNonNull(countries, "countries");
    Objects.requireNonNull(markets, "markets");
    Objects.requireNonNull(channels, "channels");
    countries = countries.map(Set::copyOf);
    markets = markets.map(Set::copyOf);
    channels = channels.map(Set::copyOf);
    Text.id(taxCategory, "taxCategory");
    Objects.requireNonNull(leadTime, "leadTime");
    Objects.requireNonNull(transit, "transit");
  }

  /** Goes everywhere, at one price a currency. */
  public static DeliveryMethod ship(
      DeliveryMethodId id, String title, LeadTime leadTime, Money... prices) {
    return of(id, title, Kind.SHIP, leadTime, prices);
  }

  /** Waits at any location, at one price a currency. */
  public static DeliveryMethod pickup(
      DeliveryMethodId id, String title, LeadTime leadTime, Money... prices) {
    return of(id, title, Kind.PICKUP, leadTime, prices);
  }

  private static DeliveryMethod of(
      DeliveryMethodId id, String title, Kind kind, LeadTime leadTime, Money... prices) {
    Objects.requireNonNull(prices, "prices");
    return new DeliveryMethod(
        id,
        title,
        kind,
        Arrays.stream(prices).map(DeliveryRate::flat).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "standard",
        leadTime,
        Optional.empty());
  }

  /** The same at these rates and no others. */
  public DeliveryMethod withRates(DeliveryRate... with) {
    return new DeliveryMethod(
        id,
        title,
        kind,
        List.of(Objects.requireNonNull(with, "rates")),
        countries,
        markets,
        channels,
        taxCategory,
        leadTime,
        transit);
  }

  /** This method, going to these countries only. */
  public DeliveryMethod withCountries(CountryCode... with) {
    Objects.requireNonNull(with, "countries");
    return new DeliveryMethod(
        id,
        title,
        kind,
        rates,
        Optional.of(Set.of(with)),
        markets,
        channels,
        taxCategory,
        leadTime,
        transit);
  }

  /** This method, offered in these markets only. */
  public DeliveryMethod withMarkets(MarketId... with) {
    Objects.requireNonNull(with, "markets");
    return new DeliveryMethod(
        id,
        title,
        kind,
        rates,
        countries,
        Optional.of(Set.of(with)),
        channels,
        taxCategory,
        leadTime,
        transit);
  }

  /** This method, offered in these channels only. */
  public DeliveryMethod withChannels(ChannelId... with) {
    Objects.requireNonNull(with, "channels");
    return new DeliveryMethod(
        id,
        title,
        kind,
        rates,
        countries,
        markets,
        Optional.of(Set.of(with)),
        taxCategory,
        leadTime,
        transit);
  }

  /** This method, whose charge is taxed as this category. */
  public DeliveryMethod withTaxCategory(String with) {
    return new DeliveryMethod(
        id, title, kind, rates, countries, markets, channels, with, leadTime, transit);
  }

  /** This method, with a carrier who goes like this. */
  public DeliveryMethod withTransit(Transit with) {
    return new DeliveryMethod(
        id,
        title,
        kind,
        rates,
        countries,
        markets,
        channels,
        taxCategory,
        leadTime,
        Optional.of(Objects.requireNonNull(with, "transit")));
  }
}
