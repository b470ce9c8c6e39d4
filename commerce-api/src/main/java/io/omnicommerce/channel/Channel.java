package io.omnicommerce.channel;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.util.List;
import java.util.Objects;

/**
 * Where customers meet the shop.
 *
 * @param kind what sort of place it is. A {@link Kind#STORE} stands in front of its shelf: what is
 *     left there to walk-in customers, and what is kept back because the news of it are old, binds
 *     all kinds but this one. Beyond that no rule of the library depends on it
 * @param sources the locations whose stock it sells, the preferred ones first
 */
public record Channel(
    ChannelId id, String title, Kind kind, MarketId market, List<LocationId> sources) {

  /** What sort of place a channel is. */
  public enum Kind {
    /** A shop in the browser. */
    WEB,
    /** A shop on the telephone or tablet. */
    APP,
    /** The till or the clerk's device in a store. */
    STORE,
    /** Somebody who takes orders by telephone. */
    CALL_CENTER,
    /** A shop inside a social network. */
    SOCIAL,
    /** Somebody else's marketplace, on which we sell. */
    MARKETPLACE,
    /** A portal for business customers. */
    PORTAL,
    /** A customer's own program that buys for them. */
    AGENT
  }

  public Channel {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(market, "market");
    sources = List.copyOf(Objects.requireNonNull(sources, "sources"));
  }
}
