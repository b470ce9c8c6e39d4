package io.omnicommerce.core.channel;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;

/** The service of markets, channels and locations. */
public final class CoreChannelService implements ChannelService {

  private final Storage storage;

  public CoreChannelService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void save(CallContext context, Market market) {
    context.actor().require(EDIT);
    storage.inTransaction(
        context, session -> save(session, ChannelDocuments.MARKET, market.id().value(), market));
  }

  @Override
  public void save(CallContext context, Channel channel) {
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> {
          ChannelDocuments.require(
              session, ChannelDocuments.MARKET, channel.market().value(), UNKNOWN_MARKET);
          channel.sources().forEach(source -> ChannelDocuments.location(session, source));
          return save(session, ChannelDocuments.CHANNEL, channel.id().value(), channel);
        });
  }

  @Override
  public void save(CallContext context, Location location) {
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> save(session, ChannelDocuments.LOCATION, location.id().value(), location));
  }

  @Override
  public Optional<Market> findMarket(CallContext context, MarketId id) {
    return find(context, ChannelDocuments.MARKET, id.value());
  }

  @Override
  public Optional<Channel> findChannel(CallContext context, ChannelId id) {
    return find(context, ChannelDocuments.CHANNEL, id.value());
  }

  @Override
  public Optional<Location> findLocation(CallContext context, LocationId id) {
    return find(context, ChannelDocuments.LOCATION, id.value());
  }

  @Override
  public List<Location> locations(CallContext context) {
    return storage.inTransaction(
        context,
        session ->
            session.documents().listSmall(ChannelDocuments.LOCATION).stream()
                .map(Stored::value)
                .toList());
  }

  private static <T> int save(Session session, DocumentType<T> type, String id, T value) {
    return Saves.replace(session, type, List.of(value), same -> id);
  }

  private <T> Optional<T> find(CallContext context, DocumentType<T> type, String id) {
    return storage.inTransaction(
        context, session -> session.documents().find(type, id).map(Stored::value));
  }
}
