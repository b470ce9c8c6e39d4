package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.inventory.FeedDocuments.FedSale;
import io.omnicommerce.core.inventory.FeedDocuments.FedShelf;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.FeedMessage;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books one figure, or one sale, of a feed in one decision. */
final class FeedBooking {

  private static final String COUNT = "fed-count/";
  private static final String SALE = "fed-sale/";

  private FeedBooking() {}

  /** Whether a batch books what another system has told. */
  static boolean isOfFeeds(String batch) {
    return batch.startsWith(COUNT) || batch.startsWith(SALE);
  }

  /** Whether the count was news. */
  static boolean count(Session session, FeedMessage message, SkuQuantity counted) {
    String id = FeedDocuments.shelf(message.feed(), message.location(), counted.sku());
    Optional<Stored<FedShelf>> stored = session.documents().find(FeedDocuments.SHELF, id);
    FedShelf before = stored.map(Stored::value).orElseGet(FeedDocuments::nothing);
    if (message.sequence() <= before.sequence()) {
      return false;
    }
    FedShelf after = before.counted(message.sequence(), message.at());
    CatalogEntry entry = entry(session, counted.sku());
    Decision.Builder decision = save(stored, id, after);
    ShelfSince shelf = ShelfSince.read(session, counted.sku(), message.location(), message.at());
    if (!shelf.recounted()) {
      adjust(decision, message, entry, target(counted, entry, after, shelf), shelf);
    }
    Results.commit(session, decision.build());
    return !shelf.recounted();
  }

  /** What was counted, less what they have sold since, and with what we have booked since. */
  private static long target(
      SkuQuantity counted, CatalogEntry entry, FedShelf after, ShelfSince shelf) {
    long sold = after.sales().stream().mapToLong(FedSale::units).sum();
    long there = counted.quantity().toUnits(entry.unit().decimals());
    return Counts.add(Counts.add(there, -sold), shelf.moved());
  }

  private static void adjust(
      Decision.Builder decision,
      FeedMessage message,
      CatalogEntry entry,
      long target,
      ShelfSince shelf) {
    long known = shelf.posted();
    if (target == known) {
      return;
    }
    List<StockAdjustment> lines = lines(entry, Counts.add(target, -known));
    BatchId id = batch(COUNT, message, entry.sku() + "\n" + message.sequence());
    Entries entries = new Entries(Map.of(entry.sku(), entry));
    Batch batch = InventoryRules.adjust(id, message.location(), lines, entries);
    decision.step(new LedgerStep.Post(InventoryRules.opening(batch, shelf.books().keySet())));
    Movement.told(
            new InventoryEvent.StockAdjusted(message.location(), lines, StockReason.COUNTED),
            message.location(),
            InventoryRules.oversold(batch, shelf.books()))
        .forEach(
            event -> decision.event(Events.of("stock_movement", id.value(), Version.of(1), event)));
  }

  /** What differs, in as many lines as it takes: none says more than a quantity can. */
  private static List<StockAdjustment> lines(CatalogEntry entry, long differs) {
    List<StockAdjustment> lines = new ArrayList<>();
    long left = Math.abs(differs);
    while (left > 0) {
      long part = Math.min(left, Quantity.UNSCALED_MAX);
      Quantity quantity = Quantity.ofUnits(part, entry.unit().decimals());
      lines.add(
          differs > 0
              ? StockAdjustment.found(entry.sku(), quantity)
              : StockAdjustment.gone(entry.sku(), quantity));
      left -= part;
    }
    return lines;
  }

  /** Whether the sale was news. */
  static boolean sell(Session session, FeedMessage message, FeedMessage.Sale sale) {
    Sku sku = sale.goods().sku();
    String id = FeedDocuments.shelf(message.feed(), message.location(), sku);
    Optional<Stored<FedShelf>> stored = session.documents().find(FeedDocuments.SHELF, id);
    FedShelf before = stored.map(Stored::value).orElseGet(FeedDocuments::nothing);
    CatalogEntry entry = entry(session, sku);
    long units = InventoryRules.positive(sale.goods().quantity()).toUnits(entry.unit().decimals());
    AccountId shelf = StockAccounts.stock(sku, message.location());
    Leg leg = Leg.of(shelf, StockAccounts.SHIPPED, units, entry.unit().countedIn()).asForced();
    BatchId batch = batch(SALE, message, sale.id());
    Batch goods = Batch.of(batch, leg);
    boolean counted = !sale.at().isAfter(before.at());
    if (isKnown(session, goods, sale) || counted) {
      return false;
    }
    Map<AccountId, Balance> shelves = session.ledger().balancesWithoutDue(List.of(shelf));
    Decision.Builder decision =
        save(stored, id, before.plus(new FedSale(sale.id(), units, sale.at())))
            .step(new LedgerStep.Post(goods));
    List<Sku> oversold = InventoryRules.oversold(goods, shelves);
    if (!oversold.isEmpty()) {
      decision.event(
          Events.of(
              "stock_movement",
              batch.value(),
              Version.of(1),
              new InventoryEvent.Oversold(message.location(), oversold)));
    }
    Results.commit(session, decision.build());
    return true;
  }

  /** A sale has its name once, and with it its goods. */
  private static boolean isKnown(Session session, Batch goods, FeedMessage.Sale sale) {
    if (session.ledger().batch(goods.id()).isEmpty()) {
      return false;
    }
    CommitResult again = session.commit(Decision.of(new LedgerStep.Post(goods)));
    if (again instanceof CommitResult.ContentDiffers) {
      throw new IdempotencyMismatchException("stock_feed.sale", sale.id());
    }
    return true;
  }

  private static CatalogEntry entry(Session session, Sku sku) {
    Entries entries = CatalogDocuments.require(session, List.of(sku));
    InventoryRules.checkNoBundles(entries);
    return entries.of(sku);
  }

  private static BatchId batch(String command, FeedMessage message, String what) {
    String shelf = message.feed() + "\n" + message.location() + '\n' + what;
    return BatchId.of(command + Fingerprint.of(shelf).substring(0, 40));
  }

  private static Decision.Builder save(
      Optional<Stored<FedShelf>> stored, String id, FedShelf after) {
    return Decision.builder()
        .save(
            stored
                .map(known -> DocumentWrite.update(FeedDocuments.SHELF, known, after))
                .orElseGet(() -> DocumentWrite.create(FeedDocuments.SHELF, id, after)));
  }
}
