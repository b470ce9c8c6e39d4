package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockReason;
import java.util.List;

/** Replays what was found or is gone, each row an adjustment with the file's words as reason. */
final class StockReplay {

  private final Commerce commerce;
  private final CallContext context;
  private final Books books;

  StockReplay(Shop shop, Books books) {
    this.commerce = shop.commerce();
    this.context = shop.context();
    this.books = books;
  }

  void replay(Row row, Verdicts verdicts) {
    try {
      commerce
          .inventory()
          .adjust(
              context,
              IdempotencyKey.of("adjust-" + row.number()),
              Shop.WAREHOUSE,
              List.of(adjustment(row)),
              StockReason.of(Titles.of(row.description(), "no reason in the data")));
      books.adjusted();
      verdicts.give(row, RowOutcome.of(OutcomeKind.STOCK));
    } catch (CommerceException refused) {
      verdicts.give(row, RowOutcome.refused(refused));
    }
  }

  private static StockAdjustment adjustment(Row row) {
    Sku sku = Sku.of(row.code());
    return row.quantity() < 0
        ? StockAdjustment.gone(sku, Quantity.of(-row.quantity()))
        : StockAdjustment.found(sku, Quantity.of(row.quantity()));
  }
}
