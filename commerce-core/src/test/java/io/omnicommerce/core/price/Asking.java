package io.omnicommerce.core.price;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.money.Currencies;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes up questions for prices: a guest in a British web shop asks, unless a test says more. */
final class Asking {

  static final Currency GBP = Currencies.of("GBP");
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final ChannelId WEB = ChannelId.of("web");
  static final MarketId UK = MarketId.of("uk");

  private ChannelId channel = WEB;
  private Optional<LocationId> location = Optional.empty();
  private CountryCode country = CountryCode.of("GB");
  private final Map<String, String> attributes = new HashMap<>();
  private Buyer buyer = Buyer.ANYBODY;
  private Instant at = NOW;
  private Conventions conventions = Conventions.STANDARD;

  Asking in(String other) {
    channel = ChannelId.of(other);
    return this;
  }

  Asking at(LocationId place) {
    location = Optional.of(place);
    return this;
  }

  Asking to(String other) {
    country = CountryCode.of(other);
    return this;
  }

  Asking with(String key, String value) {
    attributes.put(key, value);
    return this;
  }

  Asking as(Buyer other) {
    buyer = other;
    return this;
  }

  Asking inGroups(String... groups) {
    return as(buyer.and(Buyer.inGroups(List.of(groups))));
  }

  Asking forCompany(String company) {
    return as(buyer.withCompany(CompanyId.of(company)));
  }

  Asking asOf(Instant instant) {
    at = instant;
    return this;
  }

  <V> Asking by(Convention<V> convention, V value) {
    conventions = conventions.with(convention, value);
    return this;
  }

  PriceQuestion question() {
    return new PriceQuestion(
        channel, UK, location, country, Map.copyOf(attributes), buyer, GBP, at, conventions);
  }
}
