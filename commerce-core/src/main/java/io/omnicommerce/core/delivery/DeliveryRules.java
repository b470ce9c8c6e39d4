package io.omnicommerce.core.delivery;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryOption;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.DeliveryService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Which method is offered where, and by when the goods are there. */
public final class DeliveryRules {

  private DeliveryRules() {}

  /** Why a choice is not offered here, or empty if it is. */
  public static Optional<Refusal> offer(
      DeliveryMethod method, CallContext context, Currency currency, DeliveryChoice choice) {
    return destination(method, choice)
        .or(
            () ->
                offer(
                    method,
                    context.channel(),
                    currency,
                    choice.address().map(address -> address.country())));
  }

  /**
   * Why a method is not offered in a channel, in a currency, to a country, or empty if it is.
   *
   * @param country where to, or empty if that is not known yet
   */
  public static Optional<Refusal> offer(
      DeliveryMethod method, ChannelId channel, Currency currency, Optional<CountryCode> country) {
    if (!isIn(method, channel)) {
      return refused(method, "is not offered in the channel " + channel, "channel", channel);
    }
    if (method.price(currency).isEmpty()) {
      return refused(method, "has no price in " + currency, "currency", currency);
    }
    return country
        .filter(to -> !goesTo(method, to))
        .flatMap(to -> refused(method, "does not go to " + to, "country", to));
  }

  /**
   * The methods that are offered, cheapest first, then by id.
   *
   * @param country where to, or empty for those that go anywhere and for pickups
   */
  static List<DeliveryOption> options(
      Collection<DeliveryMethod> methods,
      ChannelId channel,
      Currency currency,
      Optional<CountryCode> country,
      Instant now) {
    List<DeliveryOption> options = new ArrayList<>();
    for (DeliveryMethod method : methods) {
      boolean somewhere = country.isPresent() || goesAnywhere(method);
      if (somewhere && offer(method, channel, currency, country).isEmpty()) {
        method
            .price(currency)
            .ifPresent(
                price -> options.add(new DeliveryOption(method, price, promise(method, now))));
      }
    }
    options.sort(
        Comparator.comparing(DeliveryOption::price).thenComparing(option -> option.method().id()));
    return List.copyOf(options);
  }

  /** From when till when the goods arrive, or can be picked up, if they are ordered now. */
  public static DeliveryPromise promise(DeliveryMethod method, Instant now) {
    return new DeliveryPromise(
        now.plus(method.leadTime().min()), now.plus(method.leadTime().max()));
  }

  private static boolean isIn(DeliveryMethod method, ChannelId channel) {
    return method.channels().map(channels -> channels.contains(channel)).orElse(true);
  }

  private static boolean goesAnywhere(DeliveryMethod method) {
    return method.kind() == DeliveryMethod.Kind.PICKUP || method.countries().isEmpty();
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

  private static Optional<Refusal> refused(
      DeliveryMethod method, String why, String fact, Object value) {
    return Optional.of(
        Refusal.of(
            DeliveryService.NOT_OFFERED,
            "The delivery method " + method.id() + " " + why + ". Choose another one.",
            Facts.of("method", method.id(), fact, value)));
  }
}
