package io.omnicommerce.core.delivery;

import io.omnicommerce.channel.Location;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.DeliveryService;
import java.util.Currency;
import java.util.Optional;

/** Which method is offered where. */
public final class DeliveryRules {

  private DeliveryRules() {}

  /** Why a choice is not offered here, or empty if it is. */
  public static Optional<Refusal> offer(
      DeliveryMethod method, ChannelSettings here, Currency currency, DeliveryChoice choice) {
    Optional<Refusal> refusal = destination(method, choice);
    return refusal.isPresent()
        ? refusal
        : offer(method, here, currency, choice.address().map(Destination::of));
  }

  /**
   * Why a method is not offered in a channel, in a currency, to a place, or empty if it is.
   *
   * @param to where to, or empty if that is not known yet
   */
  public static Optional<Refusal> offer(
      DeliveryMethod method, ChannelSettings here, Currency currency, Optional<Destination> to) {
    Optional<Refusal> notHere = notHere(method, here);
    if (notHere.isPresent()) {
      return notHere;
    }
    if (!hasPrice(method, currency)) {
      return withoutPrice(method, currency);
    }
    if (to.isPresent() && !goesTo(method, to.get().country())) {
      return notThere(method, to.get());
    }
    return DeliveryRates.find(method, currency, to).isPresent()
        ? Optional.empty()
        : notInThisPart(method, to);
  }

  /** Whether a method is there for the market and channel at all, and has a price in a currency. */
  public static boolean isFor(DeliveryMethod method, ChannelSettings here, Currency currency) {
    return hasPrice(method, currency) && notHere(method, here).isEmpty();
  }

  /** Why a method cannot be promised to whoever has not said where to, or empty if it can. */
  public static Optional<Refusal> somewhere(DeliveryMethod method) {
    return method.kind() == DeliveryMethod.Kind.PICKUP || method.countries().isEmpty()
        ? Optional.empty()
        : refused(method, "does not go everywhere: say where to", "missing", "destination");
  }

  private static Optional<Refusal> notHere(DeliveryMethod method, ChannelSettings here) {
    if (method.markets().filter(markets -> !markets.contains(here.market().id())).isPresent()) {
      return refused(
          method,
          "is not offered in the market " + here.market().id(),
          "market",
          here.market().id());
    }
    return method.channels().filter(in -> !in.contains(here.channel().id())).isPresent()
        ? refused(
            method,
            "is not offered in the channel " + here.channel().id(),
            "channel",
            here.channel().id())
        : Optional.empty();
  }

  private static boolean hasPrice(DeliveryMethod method, Currency currency) {
    for (DeliveryRate rate : method.rates()) {
      if (rate.currency().equals(currency)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Refusal> withoutPrice(DeliveryMethod method, Currency currency) {
    return refused(method, "has no price in " + currency, "currency", currency);
  }

  private static Optional<Refusal> notThere(DeliveryMethod method, Destination to) {
    return refused(method, "does not go to " + to.country(), "country", to.country());
  }

  /** Nothing of an address but its country is told. */
  private static Optional<Refusal> notInThisPart(DeliveryMethod method, Optional<Destination> to) {
    return to.isEmpty()
        ? refused(method, "does not go everywhere: say where to", "missing", "destination")
        : refused(
            method,
            "does not go to " + to.get().country() + ", or not to this part of it",
            "country",
            to.get().country());
  }

  /** A pickup goes nowhere, so no country is wrong for it. */
  private static boolean goesTo(DeliveryMethod method, CountryCode country) {
    return method.kind() == DeliveryMethod.Kind.PICKUP
        || method.countries().map(countries -> countries.contains(country)).orElse(true);
  }

  private static Optional<Refusal> destination(DeliveryMethod method, DeliveryChoice choice) {
    boolean ships = method.kind() == DeliveryMethod.Kind.SHIP;
    if (choice.address().isPresent() != ships) {
      return ships
          ? refused(method, "needs an address", "missing", "address")
          : refused(method, "is a pickup and takes no address", "extra", "address");
    }
    if (choice.pickup().isPresent() == ships) {
      return ships
          ? refused(method, "goes to an address, not to a pickup location", "extra", "pickup")
          : refused(method, "needs a pickup location", "missing", "pickup");
    }
    return Optional.empty();
  }

  /** Why nothing is fetched at a location, or empty if customers come there. */
  public static Optional<Refusal> fetchedAt(DeliveryMethodId method, Location place) {
    return place.kind().isVisited()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                DeliveryService.NOT_OFFERED,
                "Nobody collects at " + place.id() + ": it is no store. Choose a store.",
                Facts.of("method", method, "location", place.id())));
  }

  private static Optional<Refusal> refused(
      DeliveryMethod method, String why, String fact, Object value) {
    return Optional.of(
        Refusal.of(
            DeliveryService.NOT_OFFERED,
            "The delivery method " + method.id() + " " + why + ". Choose another one.",
            Facts.of("method", method.id(), fact, value)));
  }
}
