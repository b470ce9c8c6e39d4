package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedPolicy;
import io.omnicommerce.storage.DocumentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known of feeds. */
final class FeedDocuments {

  /**
   * A location that another system counts.
   *
   * @param heard when its latest news were true; empty before the first
   */
  record Fed(FeedPolicy policy, Optional<Instant> heard) {}

  /**
   * A sale that has come since the latest count.
   *
   * @param units how many, as the ledger counts
   */
  record FedSale(String id, long units, Instant at) {

    FedSale with(FedSale older) {
      return new FedSale(id, Counts.sum(units, older.units()), at);
    }
  }

  /**
   * How many sales are known one by one. Older ones are known together, as if all were of the time
   * of their latest: a count between them finds less than there is, never more, until the next.
   */
  static final int SALES_MAX = 200;

  /**
   * A SKU as a feed counts it.
   *
   * @param sequence of the latest count
   * @param at when that was true
   * @param sales those that were booked and are not in it
   */
  record FedShelf(long sequence, Instant at, List<FedSale> sales) {
    FedShelf {
      sales = List.copyOf(sales);
    }

    FedShelf counted(long newer, Instant then) {
      return new FedShelf(newer, then, after(then));
    }

    /** What was sold after a count is not in it. */
    List<FedSale> after(Instant then) {
      return sales.stream().filter(sale -> sale.at().isAfter(then)).toList();
    }

    FedShelf plus(FedSale sale) {
      List<FedSale> more = new ArrayList<>(sales);
      more.add(sale);
      more.sort(Comparator.comparing(FedSale::at));
      if (more.size() > SALES_MAX) {
        FedSale oldest = more.remove(0);
        more.set(0, more.get(0).with(oldest));
      }
      return new FedShelf(sequence, at, more);
    }
  }

  static final DocumentType<Fed> FED = DocumentType.of("fed", Json.codec(Fed.class));
  static final DocumentType<FedShelf> SHELF =
      DocumentType.of("fed_shelf", Json.codec(FedShelf.class));

  private FeedDocuments() {}

  /** Before anything was counted, every sale is news. */
  static FedShelf nothing() {
    return new FedShelf(Long.MIN_VALUE, Instant.EPOCH, List.of());
  }

  static String shelf(FeedId feed, LocationId location, Sku sku) {
    return Fingerprint.of(feed + "\n" + location + '\n' + sku);
  }
}
