package io.omnicommerce.channel;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import java.util.List;
import java.util.Optional;

/** Keeps and finds markets, channels and locations. Thread-safe. */
public interface ChannelService {

  /** To change markets, channels and locations. */
  Permission EDIT = Permission.of("channel.edit");

  /** There is no such channel. */
  ErrorCode UNKNOWN_CHANNEL = ErrorCode.of("channel.unknown_channel");

  /** There is no such market. */
  ErrorCode UNKNOWN_MARKET = ErrorCode.of("channel.unknown_market");

  /** There is no such location. */
  ErrorCode UNKNOWN_LOCATION = ErrorCode.of("channel.unknown_location");

  /** Saves a market, replacing what was known of it. */
  void save(CallContext context, Market market);

  /**
   * Saves a channel, replacing what was known of it.
   *
   * @throws io.omnicommerce.common.NotFoundException if its market or one of its locations does not
   *     exist
   */
  void save(CallContext context, Channel channel);

  /** Saves a location, replacing what was known of it. */
  void save(CallContext context, Location location);

  /** What is known of a market; empty if there is none. Needs no permission. */
  Optional<Market> findMarket(CallContext context, MarketId id);

  /** What is known of a channel; empty if there is none. Needs no permission. */
  Optional<Channel> findChannel(CallContext context, ChannelId id);

  /** What is known of a location; empty if there is none. Needs no permission. */
  Optional<Location> findLocation(CallContext context, LocationId id);

  /** All locations, in the order of their ids; at most 1,000. */
  List<Location> locations(CallContext context);
}
