package io.omnicommerce.core.channel;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Markets, channels and locations as documents, by id. */
public final class ChannelDocuments {

  public static final DocumentType<Market> MARKET =
      DocumentType.of("market", Json.codec(Market.class));
  public static final DocumentType<Channel> CHANNEL =
      DocumentType.of("channel", Json.codec(Channel.class));
  public static final DocumentType<Location> LOCATION =
      DocumentType.of("location", Json.codec(Location.class));

  private ChannelDocuments() {}

  /** The channel of the session's context, with its market. */
  public static ChannelSettings settings(Session session) {
    return settings(session, session.context().channel());
  }

  /** A channel with its market. */
  public static ChannelSettings settings(Session session, ChannelId id) {
    Channel channel = require(session, CHANNEL, id.value(), ChannelService.UNKNOWN_CHANNEL);
    return new ChannelSettings(
        channel, require(session, MARKET, channel.market().value(), ChannelService.UNKNOWN_MARKET));
  }

  public static Optional<Channel> find(Session session, ChannelId id) {
    return session.documents().find(CHANNEL, id.value()).map(Stored::value);
  }

  public static Market market(Session session, MarketId id) {
    return require(session, MARKET, id.value(), ChannelService.UNKNOWN_MARKET);
  }

  public static Location location(Session session, LocationId id) {
    return require(session, LOCATION, id.value(), ChannelService.UNKNOWN_LOCATION);
  }

  /** The locations among these that exist, in one round trip. */
  public static Map<LocationId, Location> locations(Session session, Collection<LocationId> ids) {
    Map<LocationId, Location> found = new HashMap<>();
    session
        .documents()
        .findAll(LOCATION, ids.stream().map(LocationId::value).toList())
        .values()
        .forEach(stored -> found.put(stored.value().id(), stored.value()));
    return found;
  }

  static <T> T require(Session session, DocumentType<T> type, String id, ErrorCode code) {
    return session
        .documents()
        .find(type, id)
        .map(Stored::value)
        .orElseThrow(() -> NotFoundException.notSetUp(code, Reference.of(type.name(), id)));
  }
}
