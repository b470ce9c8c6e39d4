package io.omnicommerce.catalog;

import io.omnicommerce.common.ChannelId;
import java.util.Optional;
import java.util.Set;

/**
 * In which channels a SKU is offered.
 *
 * @param channels the channels, or empty for all
 */
public record Assortment(Optional<Set<ChannelId>> channels) {

  public static final Assortment EVERYWHERE = new Assortment(Optional.empty());

  public Assortment {
    channels = channels.map(Set::copyOf);
  }

  public static Assortment only(ChannelId... channels) {
    return new Assortment(Optional.of(Set.of(channels)));
  }

  public boolean includes(ChannelId channel) {
    return channels.map(set -> set.contains(channel)).orElse(true);
  }
}
