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
 * @param settled what was paid there already, and is given back there; zero if it is still to be
 *     paid
 * @param ships whether its goods leave from there: then nothing is taken from stock for it, neither
 *     now nor later
 */
public record OrderOrigin(ChannelId channel, String reference, Money settled, boolean ships) {

  public OrderOrigin {
    Objects.requireNonNull(channel, "channel");
    reference = Text.name(reference, "reference");
    Objects.requireNonNull(settled, "settled");
  }

  /** An origin whose orders leave from here. */
  public OrderOrigin(ChannelId channel, String reference, Money settled) {
    this(channel, reference, settled, false);
  }

  /** The same origin, from where goods leave or do not. */
  public OrderOrigin withShips(boolean with) {
    return new OrderOrigin(channel, reference, settled, with);
  }
}
