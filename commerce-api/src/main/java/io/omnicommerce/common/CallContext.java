package io.omnicommerce.common;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose data, through which channel, by whom: the first argument of every call. Immutable; a host
 * makes one for a request and passes it on. Tenant, channel and actor are always given; a till also
 * names its location.
 *
 * @param tenant whose data
 * @param channel where the customer meets the shop
 * @param location the place of the call, if it has one: the store of a till
 * @param actor who calls
 * @param locale the language for texts that are chosen by language; never changes a number
 */
public record CallContext(
    TenantId tenant, ChannelId channel, Optional<LocationId> location, Actor actor, Locale locale) {

  public CallContext {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(locale, "locale");
  }

  public static CallContext of(TenantId tenant, ChannelId channel, Actor actor) {
    return new CallContext(tenant, channel, Optional.empty(), actor, Locale.ROOT);
  }

  /** The same call through another channel. */
  public CallContext withChannel(ChannelId other) {
    return new CallContext(tenant, other, location, actor, locale);
  }

  /** The same call from a place, such as the store of a till. */
  public CallContext withLocation(LocationId place) {
    Objects.requireNonNull(place, "place");
    return new CallContext(tenant, channel, Optional.of(place), actor, locale);
  }

  /** The same call by somebody else. */
  public CallContext withActor(Actor other) {
    return new CallContext(tenant, channel, location, other, locale);
  }

  public CallContext withLocale(Locale other) {
    return new CallContext(tenant, channel, location, actor, other);
  }
}
