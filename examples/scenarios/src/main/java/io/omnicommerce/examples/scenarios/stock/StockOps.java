package io.omnicommerce.examples.scenarios.stock;

import static io.omnicommerce.examples.scenarios.stock.Article.SKU;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Step;
import io.omnicommerce.inventory.Addable;
import io.omnicommerce.inventory.PlannedLine;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.SkuAt;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.SupplyPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What is done in a case; each step says whether it could be done. */
final class StockOps {

  private static final String ONE_ORDER = "order";

  /** What tells something and asks nothing has an answer only if it is refused. */
  private static final Set<String> TELLING =
      Set.of("available", "pay", "cancel", "cancel_shipment", "restock");

  private static final Named<BiPredicate<StockOps, Fields>> BY_NAME =
      new Named<>(
          "op",
          Map.ofEntries(
              Map.entry("can_supply", StockOps::canSupply),
              Map.entry("check_in_stock", StockOps::checkInStock),
              Map.entry("add_to_cart", StockOps::add),
              Map.entry("max_addable", StockOps::add),
              Map.entry("available", (ops, fields) -> true),
              Map.entry("reserve", StockOps::reserve),
              Map.entry("allocate", StockOps::allocate),
              Map.entry("release", StockOps::release),
              Map.entry("pay", StockOps::pay),
              Map.entry("ship", StockOps::ship),
              Map.entry("ship_from", StockOps::ship),
              Map.entry("cancel", StockOps::cancel),
              Map.entry("cancel_shipment", StockOps::cancelShipment),
              Map.entry("set_on_hand", StockOps::setOnHand),
              Map.entry("restock", StockOps::restock)));

  private final Depot depot;
  private final List<Boolean> results = new ArrayList<>();
  private Optional<PlannedLine> allocated = Optional.empty();
  private Optional<Addable> addable = Optional.empty();

  StockOps(Depot depot) {
    this.depot = depot;
  }

  void play(Step step) {
    BiPredicate<StockOps, Fields> op = BY_NAME.get(step.op());
    boolean result = tried(op, step.fields());
    step.fields().allRead();
    if (!result || !TELLING.contains(step.op())) {
      results.add(result);
    }
  }

  /** What is refused could not be done. */
  private boolean tried(BiPredicate<StockOps, Fields> op, Fields fields) {
    try {
      return op.test(this, fields);
    } catch (CommerceException refused) {
      return false;
    }
  }

  List<Boolean> results() {
    return results;
  }

  Optional<PlannedLine> allocated() {
    return allocated;
  }

  Optional<Addable> addable() {
    return addable;
  }

  private boolean canSupply(Fields fields) {
    return plan(fields).isCovered();
  }

  private boolean checkInStock(Fields fields) {
    return fields.has("quantity") ? canSupply(fields) : isAvailable();
  }

  private boolean isAvailable() {
    return !StockAnswers.sellable(depot).available().isZero();
  }

  private boolean add(Fields fields) {
    Quantity has = Quantity.of(fields.findDecimal("already_in_cart").orElse(BigDecimal.ZERO));
    Quantity more = Quantity.of(fields.decimal("quantity"));
    Addable may = depot.availability().addable(depot.context(), SKU, has, more);
    addable = Optional.of(may);
    return may.refusal().isEmpty();
  }

  private boolean reserve(Fields fields) {
    String order = order(fields);
    SupplyPlan plan = plan(fields);
    return plan.isCovered() && depot.confirm(order, demands(fields, plan));
  }

  /** From one location if the case names it. */
  private List<StockDemand> demands(Fields fields, SupplyPlan plan) {
    return fields
        .findText("location")
        .map(
            place ->
                List.of(
                    StockDemand.of(
                        SKU, LocationId.of(place), Quantity.of(fields.decimal("quantity")))))
        .orElseGet(plan::demands);
  }

  private boolean allocate(Fields fields) {
    String order = order(fields);
    SupplyPlan plan = plan(fields);
    allocated = Optional.of(plan.lines().get(0));
    return (plan.demands().isEmpty() || depot.confirm(order, plan.demands())) && plan.isCovered();
  }

  private SupplyPlan plan(Fields fields) {
    return depot.availability().plan(depot.context(), Depot.some(fields.decimal("quantity")));
  }

  private boolean release(Fields fields) {
    ReservationId order = reservation(fields);
    if (fields.has("quantity")) {
      depot
          .inventory()
          .release(depot.context(), depot.next(), order, Depot.some(fields.decimal("quantity")));
    } else {
      depot.inventory().release(depot.context(), order);
    }
    return true;
  }

  private boolean pay(Fields fields) {
    depot.inventory().paid(depot.context(), reservation(fields));
    return true;
  }

  private boolean ship(Fields fields) {
    ReservationId order = reservation(fields);
    Optional<String> place = fields.findText("location");
    if (place.isPresent()) {
      Quantity quantity = Quantity.of(fields.decimal("quantity"));
      SkuAt part = new SkuAt(SKU, LocationId.of(place.get()), quantity);
      depot.inventory().shipFrom(depot.context(), depot.next(), order, List.of(part));
    } else if (fields.has("quantity")) {
      depot
          .inventory()
          .ship(depot.context(), depot.next(), order, Depot.some(fields.decimal("quantity")));
    } else {
      depot.inventory().ship(depot.context(), order);
    }
    return true;
  }

  private boolean cancel(Fields fields) {
    depot.inventory().cancel(depot.context(), reservation(fields));
    return true;
  }

  private boolean cancelShipment(Fields fields) {
    depot
        .inventory()
        .unship(
            depot.context(),
            depot.next(),
            reservation(fields),
            Depot.some(fields.decimal("quantity")));
    return true;
  }

  private boolean setOnHand(Fields fields) {
    LocationId place = depot.place(fields.findText("location"));
    depot
        .inventory()
        .count(
            depot.context(),
            depot.next(),
            place,
            Depot.some(depot.countable(fields.decimal("on_hand"))),
            StockReason.COUNTED);
    return true;
  }

  private boolean restock(Fields fields) {
    LocationId place = depot.place(fields.findText("location"));
    depot.receive(place, fields.decimal("quantity"));
    return true;
  }

  private static String order(Fields fields) {
    return fields.textOr("order", ONE_ORDER);
  }

  /** That of an order, or what was reserved before. */
  private ReservationId reservation(Fields fields) {
    return ReservationId.of(fields.textOr("order", depot.reservedBefore().orElse(ONE_ORDER)));
  }
}
