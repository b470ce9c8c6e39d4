package io.omnicommerce.catalog;

import io.omnicommerce.common.ChannelId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * In which channels a SKU is offered.
 *
 * @param channels the channels, or empty for all
 */
public record Assortment(Optional<Set<ChannelId>> channels) {

  /** Sold in every channel. */
  public static final Assortment EVERYWHERE = new Assortment(Optional.empty());

  public Assortment {
    Objects.requireNonNull(channels, "channels");
    channels = channels.map(Set::copyOf);
  }

  /** Sold in these channels and no others. */
  public static Assortment only(ChannelId... channels) {
    return new Assortment(Optional.of(Set.of(Objects.requireNonNull(channels, "channels"))));
  }

  /** Whether it is offered in a channel. */
  public boolean includes(ChannelId channel) {
    Objects.requireNonNull(channel, "channel");
    return channels.map(set -> set.contains(channel)).orElse(true);
  }
}
