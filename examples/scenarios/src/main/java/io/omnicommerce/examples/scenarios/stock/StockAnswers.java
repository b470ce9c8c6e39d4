package io.omnicommerce.examples.scenarios.stock;

import static io.omnicommerce.examples.scenarios.stock.Article.SKU;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.inventory.PlannedLine;
import io.omnicommerce.inventory.SellableStock;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.Supply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be expected of stock, after the last step. */
final class StockAnswers {

  static final Named<BiFunction<Depot, StockOps, Answer>> BY_KEY =
      new Named<>(
          "expect key",
          Map.of(
              "ok", (depot, ops) -> last(ops.results()),
              "results",
                  (depot, ops) -> Answer.list(ops.results().stream().map(Answer::of).toList()),
              "on_hand", (depot, ops) -> stock(depot, SellableStock::onHand, StockLevel::onHand),
              "reserved",
                  (depot, ops) -> stock(depot, SellableStock::reserved, StockLevel::allocated),
              "available", (depot, ops) -> available(depot),
              "allocations",
                  (depot, ops) -> taken(ops, demand -> demand.supply().equals(Supply.ON_HAND)),
              "backordered",
                  (depot, ops) -> taken(ops, demand -> !demand.supply().equals(Supply.ON_HAND)),
              "shortage",
                  (depot, ops) ->
                      Answer.of(ops.allocated().map(PlannedLine::shortage).map(Answer::of)),
              "addable",
                  (depot, ops) -> Answer.of(ops.addable().map(may -> Answer.of(may.quantity())))));

  private StockAnswers() {}

  private static Answer last(List<Boolean> results) {
    return results.isEmpty() ? Answer.NONE : Answer.of(results.get(results.size() - 1));
  }

  static SellableStock sellable(Depot depot) {
    return Objects.requireNonNull(
        depot.availability().sellable(depot.context(), List.of(SKU)).get(SKU));
  }

  /** Below zero where more is promised than may be. */
  private static Answer available(Depot depot) {
    SellableStock stock = sellable(depot);
    return stock.missing().isZero()
        ? Answer.of(stock.available())
        : Answer.of(stock.missing().toBigDecimal().negate());
  }

  /** In all, or by location. */
  private static Answer stock(
      Depot depot, Function<SellableStock, Quantity> inAll, Function<StockLevel, Quantity> there) {
    Map<String, Answer> places = new HashMap<>();
    for (Place place : depot.given().places()) {
      places.put(place.id().value(), Answer.of(there.apply(level(depot, place.id()))));
    }
    return Answer.totalOrTable(Answer.of(inAll.apply(sellable(depot))), places);
  }

  private static StockLevel level(Depot depot, LocationId place) {
    return Objects.requireNonNull(
        depot.inventory().levels(depot.context(), place, List.of(SKU)).get(SKU));
  }

  private static Answer taken(StockOps ops, Predicate<StockDemand> which) {
    Map<String, Answer> places = new HashMap<>();
    ops.allocated().stream()
        .flatMap(line -> line.demands().stream())
        .filter(which)
        .forEach(demand -> places.put(demand.location().value(), Answer.of(demand.quantity())));
    return Answer.table(places, Set.of());
  }
}
