package io.omnicommerce.common;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

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
 * @param attributes what the host knows of the call and price lists may ask for, such as {@code
 *     region: PL}; at most {@value #ATTRIBUTES_MAX}. The host vouches for them as it does for the
 *     actor: what a browser sent is not put here unchecked. What no rule asks for does no harm
 * @param correlation by which the host finds what belongs together, such as the id of a trace; it
 *     stands in the history of what the call changes
 */
public record CallContext(
    TenantId tenant,
    ChannelId channel,
    Optional<LocationId> location,
    Actor actor,
    Locale locale,
    Map<String, String> attributes,
    Optional<String> correlation) {

  /** The most attributes a call can have. */
  public static final int ATTRIBUTES_MAX = 50;

  /** A call has too many attributes. Facts: limit, max. */
  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("context.limit_exceeded");

  public CallContext {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(locale, "locale");
    attributes = checked(attributes);
    correlation =
        Objects.requireNonNull(correlation, "correlation").map(id -> Text.id(id, "correlation"));
  }

  /** A call that belongs to no other. */
  public CallContext(
      TenantId tenant,
      ChannelId channel,
      Optional<LocationId> location,
      Actor actor,
      Locale locale,
      Map<String, String> attributes) {
    this(tenant, channel, location, actor, locale, attributes, Optional.empty());
  }

  /** A call of which the host knows nothing further. */
  public CallContext(
      TenantId tenant,
      ChannelId channel,
      Optional<LocationId> location,
      Actor actor,
      Locale locale) {
    this(tenant, channel, location, actor, locale, Map.of(), Optional.empty());
  }

  /** A call in the default language, at no location, without attributes. */
  public static CallContext of(TenantId tenant, ChannelId channel, Actor actor) {
    return new CallContext(tenant, channel, Optional.empty(), actor, Locale.ROOT);
  }

  /** The same call through another channel. */
  public CallContext withChannel(ChannelId other) {
    return new CallContext(tenant, other, location, actor, locale, attributes, correlation);
  }

  /** The same call from a place, such as the store of a till. */
  public CallContext withLocation(LocationId place) {
    Objects.requireNonNull(place, "place");
    return new CallContext(
        tenant, channel, Optional.of(place), actor, locale, attributes, correlation);
  }

  /** The same call by somebody else. */
  public CallContext withActor(Actor other) {
    return new CallContext(tenant, channel, location, other, locale, attributes, correlation);
  }

  /** This call in another language. */
  public CallContext withLocale(Locale other) {
    return new CallContext(tenant, channel, location, actor, other, attributes, correlation);
  }

  /** The same call with a further fact that the host knows of it, or another value of it. */
  public CallContext withAttribute(String key, String value) {
    Map<String, String> more = new TreeMap<>(attributes);
    more.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    return new CallContext(tenant, channel, location, actor, locale, more, correlation);
  }

  /** This call as a part of what the host knows by an id, such as that of a trace. */
  public CallContext withCorrelation(String id) {
    Objects.requireNonNull(id, "id");
    return new CallContext(tenant, channel, location, actor, locale, attributes, Optional.of(id));
  }

  private static Map<String, String> checked(Map<String, String> attributes) {
    Objects.requireNonNull(attributes, "attributes");
    if (attributes.isEmpty()) {
      return Map.of();
    }
    if (attributes.size() > ATTRIBUTES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "attributesMax", ATTRIBUTES_MAX, "Name what rules ask for only.");
    }
    Map<String, String> sorted = new TreeMap<>();
    attributes.forEach(
        (key, value) -> sorted.put(Text.name(key, "attribute"), Text.name(value, key)));
    return Collections.unmodifiableMap(sorted);
  }
}
