package io.omnicommerce.core.cart;

import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.pricing.TaxReply;
import io.omnicommerce.core.tax.TaxRefusals;

/** Whether the tax service can be asked about what it has not said yet. */
public enum TaxAsking {
  /** As soon as the transaction is over. */
  POSSIBLE,
  /** It was, and failed. */
  FAILED,
  /** It was, and its answer breaks its contract. */
  BROKEN,
  /** The transaction is the host's. */
  JOINED,
  /** The cart was another one each time that it was asked. */
  CHANGING;

  TaxReply reply(ChannelSettings settings) {
    return switch (this) {
      case POSSIBLE -> new TaxReply.Open();
      case FAILED ->
          settings.fallsBackToOwnRates()
              ? new TaxReply.OwnRates()
              : new TaxReply.Refused(TaxRefusals.failed());
      case BROKEN -> new TaxReply.Refused(TaxRefusals.broken());
      case JOINED -> new TaxReply.Refused(TaxRefusals.externalCall());
      case CHANGING -> new TaxReply.Refused(TaxRefusals.outdated());
    };
  }
}
