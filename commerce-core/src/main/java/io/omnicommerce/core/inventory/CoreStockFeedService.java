package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.inventory.FeedDocuments.Fed;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.FeedId;
import io.omnicommerce.inventory.FeedMessage;
import io.omnicommerce.inventory.FeedPolicy;
import io.omnicommerce.inventory.FeedResult;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockDrift;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.StockStatement;
import io.omnicommerce.inventory.StockStatement.Certainty;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The service of what other systems tell of stock. */
public final class CoreStockFeedService implements StockFeedService {

  private static final int NEAREST_MAX = 100;

  private final Storage storage;
  private final Backlog backlog;
  private final InventoryService inventory;

  public CoreStockFeedService(Storage storage, InventoryService inventory) {
    this(storage, inventory, Arrivals.NOBODY);
  }

  /**
   * @param arrivals who hears when goods come that were promised
   */
  public CoreStockFeedService(Storage storage, InventoryService inventory, Arrivals arrivals) {
    this.storage = storage;
    this.backlog = new Backlog(storage, arrivals);
    this.inventory = inventory;
  }

  @Override
  public void believe(CallContext context, FeedPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    context.actor().require(InventoryService.MANAGE);
    storage.inTransaction(
        context,
        session -> {
          ChannelDocuments.location(session, policy.location());
          String id = policy.location().value();
          Optional<Stored<Fed>> before = session.documents().find(FeedDocuments.FED, id);
          Fed fed = new Fed(policy, before.flatMap(known -> heard(known.value(), policy)));
          Results.commit(
              session,
              Decision.builder()
                  .save(write(before, id, fed))
                  .step(TermAccounts.set(TermAccounts.fed(policy.location()), "feed", 1))
                  .build());
          return fed;
        });
  }

  /** News of another feed are none of this one. */
  private static Optional<Instant> heard(Fed known, FeedPolicy policy) {
    return known.policy().feed().equals(policy.feed()) ? known.heard() : Optional.empty();
  }

  private static DocumentWrite<Fed> write(Optional<Stored<Fed>> before, String id, Fed fed) {
    return before
        .map(known -> DocumentWrite.update(FeedDocuments.FED, known, fed))
        .orElseGet(() -> DocumentWrite.create(FeedDocuments.FED, id, fed));
  }

  @Override
  public FeedResult apply(CallContext context, FeedMessage message) {
    Objects.requireNonNull(message, "message");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkCount(message.counts(), InventoryService.LINES_MAX, "countsMax");
    InventoryRules.checkCount(message.sales(), InventoryService.LINES_MAX, "salesMax");
    Counting.checkOnce(message.counts());
    storage.inTransaction(context, session -> check(session, message));
    Applied applied = new Applied(context, message);
    message.sales().forEach(applied::sell);
    message.counts().forEach(applied::count);
    storage.inTransaction(context, session -> hear(session, message));
    if (!applied.counted.isEmpty()) {
      backlog.fill(context, message.location(), applied.counted);
    }
    return applied.result();
  }

  /** A message that is wrong as a whole books nothing. */
  private static Location check(Session session, FeedMessage message) {
    checkClock(session.now(), "at", message.at());
    message.sales().forEach(sale -> checkClock(session.now(), "sale " + sale.id(), sale.at()));
    session
        .documents()
        .find(FeedDocuments.FED, message.location().value())
        .map(fed -> fed.value().policy().feed())
        .filter(feed -> !feed.equals(message.feed()))
        .ifPresent(feed -> refuseOther(message, feed));
    return ChannelDocuments.location(session, message.location());
  }

  private static void checkClock(Instant now, String field, Instant told) {
    if (told.isAfter(now.plus(CLOCK_SKEW_MAX))) {
      throw new InvalidInputException(
          CLOCK_AHEAD,
          field,
          told.toString(),
          "may be at most "
              + CLOCK_SKEW_MAX.toMinutes()
              + " minutes ahead of "
              + now
              + ": set the clock of the feed");
    }
  }

  private static void refuseOther(FeedMessage message, FeedId known) {
    throw new RefusedException(
        OTHER_FEED,
        "The location " + message.location() + " is counted by the feed " + known + ".",
        Facts.of("location", message.location(), "feed", known).with("given", message.feed()));
  }

  /** What becomes of a message: each figure and each sale is a decision of its own. */
  private final class Applied {
    private final CallContext context;
    private final FeedMessage message;
    private final List<Sku> counted = new ArrayList<>();
    private final List<Sku> overtaken = new ArrayList<>();
    private final List<String> sold = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    Applied(CallContext context, FeedMessage message) {
      this.context = context;
      this.message = message;
    }

    void sell(FeedMessage.Sale sale) {
      decide(session -> FeedBooking.sell(session, message, sale))
          .ifPresent(news -> (news ? sold : known).add(sale.id()));
    }

    void count(SkuQuantity count) {
      decide(session -> FeedBooking.count(session, message, count))
          .ifPresent(news -> (news ? counted : overtaken).add(count.sku()));
    }

    private Optional<Boolean> decide(Function<Session, Boolean> booking) {
      try {
        return Optional.of(storage.inTransaction(context, booking::apply));
      } catch (StorageException down) {
        throw down;
      } catch (CommerceException wrong) {
        // What is wrong with one figure does not hold up the others.
        refused.add(Refusal.of(wrong.code(), String.valueOf(wrong.getMessage()), wrong.facts()));
        return Optional.empty();
      }
    }

    FeedResult result() {
      return new FeedResult(counted, overtaken, sold, known, refused);
    }
  }

  /**
   * How old the news of the location are, if somebody asks. News are never newer than now, or a
   * clock that is ahead would keep them fresh.
   */
  private static boolean hear(Session session, FeedMessage message) {
    Instant at = message.at().isAfter(session.now()) ? session.now() : message.at();
    String id = message.location().value();
    Optional<Stored<Fed>> known =
        session
            .documents()
            .find(FeedDocuments.FED, id)
            .filter(fed -> fed.value().policy().feed().equals(message.feed()))
            .filter(fed -> fed.value().heard().map(at::isAfter).orElse(true));
    known.ifPresent(
        fed ->
            Results.commit(
                session,
                Decision.builder()
                    .save(
                        DocumentWrite.update(
                            FeedDocuments.FED, fed, new Fed(fed.value().policy(), Optional.of(at))))
                    .build()));
    return known.isPresent();
  }

  @Override
  public List<StockStatement> statements(CallContext context, Sku sku) {
    Objects.requireNonNull(sku, "sku");
    return storage.inTransaction(
        context,
        session -> {
          Channel channel = ChannelDocuments.settings(session).channel();
          Map<LocationId, Location> places = ChannelDocuments.locations(session, channel.sources());
          return statements(session, channel, sku, places, Optional.empty());
        });
  }

  @Override
  public List<StockStatement> nearest(CallContext context, Sku sku, GeoPoint from, int limit) {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(from, "from");
    if (limit < 1 || limit > NEAREST_MAX) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "limit",
          Integer.toString(limit),
          "must be 1 to " + NEAREST_MAX);
    }
    return storage.inTransaction(
        context,
        session -> {
          Channel channel = ChannelDocuments.settings(session).channel();
          Map<LocationId, Location> places = ChannelDocuments.locations(session, channel.sources());
          return statements(session, channel, sku, places, Optional.of(from)).stream()
              .filter(statement -> statement.meters().isPresent())
              .filter(statement -> isVisited(places, statement))
              .filter(CoreStockFeedService::isWorthTheWay)
              .sorted(
                  Comparator.comparingLong(
                          (StockStatement statement) -> statement.meters().getAsLong())
                      .thenComparing(StockStatement::location))
              .limit(limit)
              .toList();
        });
  }

  private static boolean isVisited(Map<LocationId, Location> places, StockStatement statement) {
    return Optional.ofNullable(places.get(statement.location()))
        .filter(place -> place.kind().isVisited())
        .isPresent();
  }

  private static boolean isWorthTheWay(StockStatement statement) {
    return !statement.available().isZero() || statement.certainty() == Certainty.CALL_THE_STORE;
  }

  private static List<StockStatement> statements(
      Session session,
      Channel channel,
      Sku sku,
      Map<LocationId, Location> places,
      Optional<GeoPoint> from) {
    CatalogEntry entry = CatalogDocuments.require(session, List.of(sku)).of(sku);
    SaleTerms terms = SaleTerms.read(session, channel, List.of(entry), channel.sources());
    Remaining left = new Remaining(terms, Map.of());
    FeedBuffers feeds = FeedBuffers.read(session, channel.sources(), terms.books().keySet());
    List<StockStatement> statements = new ArrayList<>();
    for (LocationId source : channel.sources()) {
      Optional<FeedBuffers.Heard> heard = Optional.ofNullable(feeds.fed().get(source));
      Location place = places.get(source);
      statements.add(
          new StockStatement(
              source,
              heard.map(FeedBuffers.Heard::certainty).orElse(Certainty.EXACT),
              Counts.quantity(left.at(entry, source), entry.unit().decimals()),
              heard.flatMap(FeedBuffers.Heard::at),
              meters(place, from),
              Optional.ofNullable(place).flatMap(Location::phone)));
    }
    return statements;
  }

  private static OptionalLong meters(@Nullable Location place, Optional<GeoPoint> from) {
    return place == null || from.isEmpty() || place.point().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(from.get().metersTo(place.point().get()));
  }

  @Override
  public List<StockDrift> reconcile(
      CallContext context, LocationId location, List<SkuQuantity> theirs) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(theirs, "theirs");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkLines(theirs);
    return storage.inTransaction(
        context,
        session -> {
          Entries entries =
              Movement.facts(session, location, theirs.stream().map(SkuQuantity::sku).toList());
          Map<Sku, StockLevel> ours = StockLevels.levels(session, entries, location);
          List<Transfer> coming =
              Pages.all(session, TransferDocuments.TYPE, TransferDocuments.TO, location.value())
                  .stream()
                  .map(Stored::value)
                  .toList();
          return theirs.stream()
              .flatMap(
                  figure ->
                      DriftRules.of(
                          Objects.requireNonNull(ours.get(figure.sku())),
                          figure.quantity(),
                          inTransit(coming, figure.sku()))
                          .stream())
              .toList();
        });
  }

  private static Quantity inTransit(List<Transfer> coming, Sku sku) {
    return coming.stream()
        .flatMap(transfer -> transfer.lines().stream())
        .filter(line -> line.sku().equals(sku))
        .map(Transfer.Line::inTransit)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  @Override
  public void compensate(CallContext context, IdempotencyKey key, List<StockDrift> drifts) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(drifts, "drifts");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkLines(drifts);
    LocationId location = drifts.get(0).location();
    if (drifts.stream().anyMatch(drift -> !drift.location().equals(location))) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, "drifts", "several", "must be of one location");
    }
    List<StockAdjustment> lines =
        drifts.stream().flatMap(drift -> drift.compensation().stream()).toList();
    inventory.adjust(context, key, location, lines, StockReason.CORRECTION);
  }
}
