package io.omnicommerce.core.price;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** For whom, where and when a price is asked for. */
public record PriceQuestion(
    ChannelId channel,
    Optional<LocationId> location,
    Set<String> groups,
    Currency currency,
    Instant at) {

  public PriceQuestion {
    groups = Set.copyOf(groups);
  }

  public static PriceQuestion of(
      CallContext context, Set<String> groups, Currency currency, Instant at) {
    return new PriceQuestion(context.channel(), context.location(), groups, currency, at);
  }
}
