package io.omnicommerce.core.price;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.customer.Buyer;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** For whom, where and when a price is asked for, and by which conventions it is chosen. */
public record PriceQuestion(
    ChannelId channel,
    MarketId market,
    Optional<LocationId> location,
    CountryCode country,
    Map<String, String> attributes,
    Buyer buyer,
    Currency currency,
    Instant at,
    Conventions conventions) {

  /** What a call asks in its channel; the goods go to the market's country if nobody knows. */
  public static PriceQuestion of(
      ChannelSettings settings,
      CallContext context,
      Buyer buyer,
      Optional<CountryCode> destination,
      Currency currency,
      Instant at) {
    return new PriceQuestion(
        context.channel(),
        settings.market().id(),
        context.location(),
        destination.orElse(settings.market().country()),
        context.attributes(),
        buyer,
        currency,
        at,
        settings.conventions());
  }

  /** The same question about another instant. */
  PriceQuestion asOf(Instant instant) {
    return new PriceQuestion(
        channel, market, location, country, attributes, buyer, currency, instant, conventions);
  }
}
