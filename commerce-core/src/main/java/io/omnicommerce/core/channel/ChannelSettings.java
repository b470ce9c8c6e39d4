package io.omnicommerce.core.channel;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;

/** A channel with the market it belongs to. */
public record ChannelSettings(Channel channel, Market market) {

  public Conventions conventions() {
    return market.conventions();
  }
}
