package io.omnicommerce.cart;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Prices promised for a while. A lock holds for the lines as they were when it was given: changing,
 * adding or removing a line gives up the lock of every line of its SKU, since a price can depend on
 * how much of the SKU is in the cart. And it holds where it was given: it counts in its channel,
 * and for goods that go to its destination, since prices differ between channels and countries. A
 * handoff takes it along to the channel that takes the cart over.
 *
 * @param reduced the lines whose price was reduced already; promotions that spare reduced goods
 *     spare them as before
 * @param channel where it counts
 * @param destination the country, and region if one was known, within which the goods go; the
 *     market's home if nobody knew where
 * @param until when the promise ends
 */
public record PriceLock(
    Map<LineId, UnitPrice> prices,
    Set<LineId> reduced,
    ChannelId channel,
    Destination destination,
    Instant until) {

  public PriceLock {
    prices = Map.copyOf(Objects.requireNonNull(prices, "prices"));
    reduced = Set.copyOf(Objects.requireNonNull(reduced, "reduced"));
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(destination, "destination");
    Objects.requireNonNull(until, "until");
  }

  /** This lock without a line's price. */
  public PriceLock without(LineId line) {
    Objects.requireNonNull(line, "line");
    Map<LineId, UnitPrice> fewer = new HashMap<>(prices);
    fewer.remove(line);
    Set<LineId> fewerReduced = new HashSet<>(reduced);
    fewerReduced.remove(line);
    return new PriceLock(fewer, fewerReduced, channel, destination, until);
  }

  /** This lock as it counts in another channel. */
  public PriceLock withChannel(ChannelId with) {
    return new PriceLock(prices, reduced, with, destination, until);
  }

  /** This lock until another instant. */
  public PriceLock withUntil(Instant with) {
    return new PriceLock(prices, reduced, channel, destination, with);
  }

  /** Whether it counts at an instant, in a channel, for goods that go there. */
  public boolean counts(Instant at, ChannelId in, Destination to) {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(to, "to");
    return at.isBefore(until) && channel.equals(in) && destination.contains(to);
  }
}
