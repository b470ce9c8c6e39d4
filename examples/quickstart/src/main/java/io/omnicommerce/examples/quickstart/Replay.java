package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.ErrorCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Replays documents through the api, each at its own time. */
final class Replay implements Consumer<Document> {

  /** The same number again: what was carried out once is not carried out twice. */
  static final ErrorCode REPEATED = ErrorCode.of("document.repeated");

  private final ReplayClock clock;
  private final Outcomes outcomes;
  private final StockLedger stock;
  private final OrderReplay orders;
  private final ReturnReplay returns;
  private final CreditReplay credits;
  private final StockReplay adjustments;

  Replay(
      Shop shop,
      ReplayClock clock,
      Survey survey,
      Outcomes outcomes,
      Books books,
      StockLedger stock) {
    Originals originals = new Originals(survey);
    this.clock = clock;
    this.outcomes = outcomes;
    this.stock = stock;
    this.orders = new OrderReplay(shop, originals, books);
    this.returns = new ReturnReplay(shop, originals, new Refunds(shop), books);
    this.credits = new CreditReplay(shop, originals, books);
    this.adjustments = new StockReplay(shop, books);
  }

  @Override
  public void accept(Document document) {
    clock.set(document.first().at());
    Map<RowKind, List<Row>> kinds = new EnumMap<>(RowKind.class);
    for (Row row : document.rows()) {
      kinds.computeIfAbsent(Classifier.kind(document, row), kind -> new ArrayList<>()).add(row);
    }
    Verdicts verdicts = new Verdicts(document);
    carryOut(document, kinds, verdicts);
    verdicts.close(stock::count);
    outcomes.add(verdicts);
  }

  private void carryOut(Document document, Map<RowKind, List<Row>> kinds, Verdicts verdicts) {
    rows(kinds, RowKind.IMPOSSIBLE)
        .forEach(row -> Impossible.reason(document, row).ifPresent(why -> verdicts.give(row, why)));
    if (kinds.containsKey(RowKind.SALE) || kinds.containsKey(RowKind.CHARGE)) {
      orders.replay(document, rows(kinds, RowKind.SALE), rows(kinds, RowKind.CHARGE), verdicts);
    }
    if (document.repeated()) {
      RowOutcome repeated =
          RowOutcome.refused(REPEATED, "document " + document.number() + " stands there again");
      document.rows().stream()
          .filter(verdicts::isOpen)
          .toList()
          .forEach(row -> verdicts.give(row, repeated));
      return;
    }
    returns.replay(document, rows(kinds, RowKind.RETURN), verdicts);
    rows(kinds, RowKind.CREDIT).forEach(row -> credits.replay(document, row, verdicts));
    rows(kinds, RowKind.FOUND).forEach(row -> adjustments.replay(row, verdicts));
    rows(kinds, RowKind.GONE).forEach(row -> adjustments.replay(row, verdicts));
  }

  private static List<Row> rows(Map<RowKind, List<Row>> kinds, RowKind kind) {
    return kinds.getOrDefault(kind, List.of());
  }
}
