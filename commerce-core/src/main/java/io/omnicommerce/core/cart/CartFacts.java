package io.omnicommerce.core.cart;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.channel.OverQuantity;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import java.time.Instant;
import java.util.Optional;

/** What a change of a cart's lines looks at beside the cart. */
record CartFacts(Entries entries, OverQuantity overQuantity, CallContext context, Instant now) {

  /** Why a SKU is not sold in the channel, or empty if it is. */
  static Optional<Refusal> notSellable(CatalogEntry entry, CallContext context) {
    if (entry.isSoldIn(context.channel())) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            CatalogService.NOT_SELLABLE,
            entry.discontinued()
                ? entry.sku() + " is no longer sold."
                : entry.sku() + " is not sold in the channel " + context.channel() + ".",
            Facts.of("sku", entry.sku(), "channel", context.channel())));
  }

  void checkSellable(CatalogEntry entry) {
    notSellable(entry, context)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
  }
}
