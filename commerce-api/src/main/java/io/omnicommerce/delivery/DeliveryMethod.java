package io.omnicommerce.delivery;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which goods reach the customer.
 *
 * @param prices what it costs, one amount a currency, none negative
 * @param countries where it goes, or empty for everywhere; a pickup has none
 * @param channels in which channels it is offered, or empty for all
 * @param taxCategory how its price is taxed
 * @param leadTime how long it takes; for a pickup until the goods are ready
 */
public record DeliveryMethod(
    DeliveryMethodId id,
    String title,
    Kind kind,
    List<Money> prices,
    Optional<Set<CountryCode>> countries,
    Optional<Set<ChannelId>> channels,
    String taxCategory,
    LeadTime leadTime) {

  /** Whether goods go to an address or wait at a location. */
  public enum Kind {
    SHIP,
    PICKUP
  }

  public DeliveryMethod {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Objects.requireNonNull(kind, "kind");
    prices = List.copyOf(Objects.requireNonNull(prices, "prices"));
    if (prices.stream().anyMatch(Money::isNegative)) {
      throw new InvalidInputException(
          Money.INVALID, "price", prices.toString(), "may not be negative");
    }
    if (prices.stream().map(Money::currency).distinct().count() != prices.size()) {
      throw new InvalidInputException(
          Money.INVALID, "prices", prices.toString(), "must be one a currency");
    }
    Objects.requireNonNull(countries, "countries");
    Objects.requireNonNull(channels, "channels");
    countries = countries.map(Set::copyOf);
    channels = channels.map(Set::copyOf);
    Text.id(taxCategory, "taxCategory");
    Objects.requireNonNull(leadTime, "leadTime");
  }

  public static DeliveryMethod ship(
      DeliveryMethodId id, String title, LeadTime leadTime, Money... prices) {
    return new DeliveryMethod(
        id,
        title,
        Kind.SHIP,
        List.of(Objects.requireNonNull(prices, "prices")),
        Optional.empty(),
        Optional.empty(),
        "standard",
        leadTime);
  }

  public static DeliveryMethod pickup(
      DeliveryMethodId id, String title, LeadTime leadTime, Money... prices) {
    return new DeliveryMethod(
        id,
        title,
        Kind.PICKUP,
        List.of(Objects.requireNonNull(prices, "prices")),
        Optional.empty(),
        Optional.empty(),
        "standard",
        leadTime);
  }

  public DeliveryMethod withCountries(CountryCode... with) {
    Objects.requireNonNull(with, "countries");
    return new DeliveryMethod(
        id, title, kind, prices, Optional.of(Set.of(with)), channels, taxCategory, leadTime);
  }

  public DeliveryMethod withChannels(ChannelId... with) {
    Objects.requireNonNull(with, "channels");
    return new DeliveryMethod(
        id, title, kind, prices, countries, Optional.of(Set.of(with)), taxCategory, leadTime);
  }

  public DeliveryMethod withTaxCategory(String with) {
    return new DeliveryMethod(id, title, kind, prices, countries, channels, with, leadTime);
  }

  /** What it costs in a currency, or empty if it is not offered in it. */
  public Optional<Money> price(Currency currency) {
    Objects.requireNonNull(currency, "currency");
    return prices.stream().filter(price -> price.currency().equals(currency)).findFirst();
  }
}
