package io.omnicommerce.order;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * Where an order was placed, if that was elsewhere.
 *
 * @param channel the channel that it came in by
 * @param reference its name there: one of its kind in the channel
 * @param settled what was paid there already; zero if it is still to be paid
 */
public record OrderOrigin(ChannelId channel, String reference, Money settled) {

  public OrderOrigin {
    Objects.requireNonNull(channel, "channel");
    reference = Text.name(reference, "reference");
    Objects.requireNonNull(settled, "settled");
  }
}
