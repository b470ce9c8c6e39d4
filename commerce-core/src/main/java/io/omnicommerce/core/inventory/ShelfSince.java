package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A shelf as it is now, with what we have booked on it ourselves since another system counted it.
 *
 * @param books the shelf's account, if there is one
 * @param moved what has come less what has left since, in the ledger's unit
 * @param recounted whether it was counted by ourselves since, so that the older count is overtaken
 */
record ShelfSince(AccountId shelf, Map<AccountId, Balance> books, long moved, boolean recounted) {

  private static final String CARRIED = "@carried";

  /** A transaction that began earlier may end later: its entries stand behind newer ones. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final int PAGE = 200;

  static ShelfSince read(Session session, Sku sku, LocationId location, Instant counted) {
    AccountId shelf = StockAccounts.stock(sku, location);
    Tally tally = new Tally(session, shelf, counted);
    Map<AccountId, Balance> books = session.ledger().balancesWithoutDue(List.of(shelf));
    if (tally.newest != newest(session, shelf)) {
      throw StorageException.conflict("the shelf " + shelf);
    }
    return new ShelfSince(shelf, books, tally.moved, tally.recounted);
  }

  long posted() {
    Balance balance = books.get(shelf);
    return balance == null ? 0 : balance.posted();
  }

  private static long newest(Session session, AccountId shelf) {
    return session.ledger().entriesBackwards(shelf, PageRequest.first(1)).items().stream()
        .mapToLong(Entry::sequence)
        .findFirst()
        .orElse(Long.MIN_VALUE);
  }

  /** Reads the journal from its end as far back as the count. */
  private static final class Tally {
    private final AccountId shelf;
    private final Instant counted;
    private long newest = Long.MIN_VALUE;
    private long moved;
    private boolean recounted;
    private int read;

    Tally(Session session, AccountId shelf, Instant counted) {
      this.shelf = shelf;
      this.counted = counted;
      Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
      while (next.isPresent()) {
        PageRequest request = next.get();
        Page<Entry> page = session.ledger().entriesBackwards(shelf, request);
        next = isOver(page.items()) ? Optional.empty() : page.next().map(request::next);
      }
    }

    private boolean isOver(List<Entry> entries) {
      for (Entry entry : entries) {
        newest = Math.max(newest, entry.sequence());
        if (entry.at().isAfter(counted)) {
          add(entry);
        } else if (entry.at().isBefore(counted.minus(OVERLAP))) {
          return true;
        }
      }
      return false;
    }

    private void add(Entry entry) {
      read++;
      boolean came = entry.to().equals(shelf);
      AccountId other = came ? entry.from() : entry.to();
      if (read > StockFeedService.BOOKINGS_SINCE_MAX || other.toString().startsWith(CARRIED)) {
        throw tooOld();
      }
      String batch = entry.batch().value();
      recounted |= batch.startsWith(Counting.BATCHES);
      if (!FeedBooking.isOfFeeds(batch)) {
        moved = Counts.add(moved, came ? entry.amount() : -entry.amount());
      }
    }

    private RefusedException tooOld() {
      return new RefusedException(
          StockFeedService.COUNT_TOO_OLD,
          "Of "
              + StockAccounts.sku(shelf)
              + " at "
              + StockAccounts.location(shelf)
              + " too much was booked since "
              + counted
              + " to be taken over into that count; count again.",
          Facts.of("sku", StockAccounts.sku(shelf), "location", StockAccounts.location(shelf))
              .with("at", counted)
              .with("max", StockFeedService.BOOKINGS_SINCE_MAX));
    }
  }
}
