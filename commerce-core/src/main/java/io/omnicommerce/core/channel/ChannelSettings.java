package io.omnicommerce.core.channel;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.TaxServiceFailure;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;

/** A channel with the market it belongs to. */
public record ChannelSettings(Channel channel, Market market) {

  public Conventions conventions() {
    return market.conventions();
  }

  /** Whether the market's rates count when a tax service outside fails. */
  public boolean fallsBackToOwnRates() {
    return conventions().get(Convention.TAX_SERVICE_FAILURE) == TaxServiceFailure.OWN_RATES;
  }
}
