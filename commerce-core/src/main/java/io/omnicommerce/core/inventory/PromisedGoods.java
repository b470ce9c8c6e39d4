package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a group holds of goods that are not there, in the queue for them.
 *
 * @param waiting one a line of the group that is a promise, in their order
 */
public record PromisedGoods(List<Stored<Waiting>> waiting) {

  /** Nothing. */
  public static final PromisedGoods NONE = new PromisedGoods(List.of());

  public PromisedGoods {
    waiting = List.copyOf(waiting);
  }

  /** Nothing is asked for a group that holds no promise. */
  public static PromisedGoods of(Session session, Optional<HoldGroup> group) {
    return group.filter(PromisedGoods::promises).isEmpty()
        ? NONE
        : new PromisedGoods(
            Pages.all(session, Waiting.TYPE, Waiting.GROUP, group.get().id().value()).stream()
                .sorted(Comparator.comparingInt(stored -> stored.value().line()))
                .toList());
  }

  private static boolean promises(HoldGroup group) {
    return group.lines().stream().anyMatch(line -> TermAccounts.isPromise(line.from()));
  }

  /** The places in the queue of what a group that is about to be made promises. */
  public static List<DocumentWrite<Waiting>> queueing(
      String group, List<StockSource> sources, Instant now) {
    if (sources.stream().allMatch(StockSource::isThere)) {
      return List.of();
    }
    List<DocumentWrite<Waiting>> queueing = new ArrayList<>();
    int line = 0;
    int bound = sources.stream().mapToInt(source -> source.parts().size()).sum();
    for (StockSource source : sources) {
      line += source.parts().size();
      if (!source.isThere()) {
        queueing.add(created(Waiting.of(group, line, bound, source, now)));
      }
      bound += source.bounds().size();
    }
    return queueing;
  }

  private static DocumentWrite<Waiting> created(Waiting waiting) {
    return DocumentWrite.create(Waiting.TYPE, waiting.id(), waiting);
  }

  /** Where the goods of a line of the group will be. */
  public Optional<LocationId> location(HoldLine line) {
    return waiting.stream()
        .map(Stored::value)
        .filter(one -> one.line() == line.line())
        .map(Waiting::location)
        .findFirst();
  }

  /** When goods are expected; of backorders nobody knows. */
  public static Optional<Instant> expected(Session session, Sku sku, Supply supply) {
    return supply
        .inbound()
        .flatMap(delivery -> session.documents().find(InboundDocuments.TYPE, delivery.value()))
        .flatMap(
            delivery ->
                delivery.value().lines().stream()
                    .filter(one -> one.sku().equals(sku))
                    .map(Inbound.Line::expected)
                    .findFirst());
  }

  /** Nobody waits any more. */
  public void end(Decision.Builder decision) {
    waiting.forEach(
        one -> decision.save(DocumentWrite.update(Waiting.TYPE, one, one.value().ended())));
  }

  /** The same promises by another group, at the end of the queue. */
  public void again(Decision.Builder decision, String group, Instant now) {
    end(decision);
    waiting.forEach(one -> decision.save(created(one.value().again(group, now))));
  }
}
