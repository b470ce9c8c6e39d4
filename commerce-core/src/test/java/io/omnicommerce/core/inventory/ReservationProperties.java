package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.TEE_M;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.DeductOn;
import io.omnicommerce.channel.Convention.ShipLocation;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome.Reserved;
import io.omnicommerce.inventory.SkuAt;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to reservations, in whatever order: no unit is lost, and none is made. */
class ReservationProperties {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE, ChannelService.EDIT);
  private static final List<Sku> SKUS = List.of(MUG_RED, TEE_M);

  /** Something that is tried with one of the reservations. */
  record Act(String what, int reservation, Sku sku, LocationId at, long units) {}

  /** How many of a SKU are there in truth, of a reservation. */
  private static final class Truth {
    private long open;
    private long left;
    private boolean confirmed;
    private boolean paid;
  }

  private Shop shop;
  private InventoryService inventory;
  private Map<String, Truth> truths;
  private Map<Sku, Long> inTheHouse;
  private int keys;

  @Property(tries = 150)
  void L36_no_unit_is_lost_or_made_when_goods_leave_the_shelf_as_they_leave(
      @ForAll("programs") List<Act> program) {
    run(program, DeductOn.SHIPMENT);
  }

  @Property(tries = 150)
  void L36_no_unit_is_lost_or_made_when_goods_leave_the_shelf_as_they_are_paid(
      @ForAll("programs") List<Act> program) {
    run(program, DeductOn.PAYMENT);
  }

  @Provide
  Arbitrary<List<Act>> programs() {
    return Combinators.combine(
            Arbitraries.of(
                "reserve", "reserve", "confirm", "confirm", "paid", "paid", "ship", "ship", "ship",
                "from", "from", "whole", "unship", "unship", "release", "cancel", "end"),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(SKUS),
            Arbitraries.of(LON, DC),
            Arbitraries.longs().between(1, 4))
        .as(Act::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  private void run(List<Act> program, DeductOn convention) {
    shop = Shop.open();
    inventory = shop.inventory();
    shop.conventions(
        Conventions.STANDARD
            .with(Convention.DEDUCT_ON, convention)
            .with(Convention.SHIP_LOCATION, ShipLocation.MAY_DIFFER_FROM_ALLOCATION));
    truths = new HashMap<>();
    inTheHouse = new HashMap<>();
    SKUS.forEach(sku -> inTheHouse.put(sku, onHand(sku)));
    for (Act act : program) {
      run(act);
      SKUS.forEach(sku -> check(sku, act, convention));
    }
    assertThat(shop.storage().maintenance().audit(List.of(Waiting.TYPE))).isEmpty();
  }

  private void run(Act act) {
    boolean taken;
    try {
      taken = act(act);
    } catch (RefusedException refused) {
      taken = false;
    }
    Truth truth = truth(act.reservation(), act.sku());
    boolean isOpen = truth.confirmed && act.units() <= truth.open;
    switch (act.what()) {
      case "ship" -> assertThat(taken).as("%s of %s", act, truth.open).isEqualTo(isOpen);
      case "unship" ->
          assertThat(taken).as("%s of %s", act, truth.left).isEqualTo(act.units() <= truth.left);
      default -> {}
    }
    if (taken) {
      happened(act);
    }
  }

  /** Whether it was done. */
  private boolean act(Act act) {
    ReservationId id = ReservationId.of("r" + act.reservation());
    IdempotencyKey key = IdempotencyKey.of("key-" + ++keys);
    List<SkuQuantity> parts = List.of(SkuQuantity.of(act.sku(), Quantity.of(act.units())));
    if (act.what().equals("reserve") == truths.containsKey(id.value())) {
      return false;
    }
    switch (act.what()) {
      case "reserve" -> {
        return reserve(id, act);
      }
      case "confirm" -> inventory.confirm(OFFICE, id);
      case "paid" -> inventory.paid(OFFICE, id);
      case "ship" -> inventory.ship(OFFICE, key, id, parts);
      case "from" ->
          inventory.shipFrom(
              OFFICE, key, id, List.of(new SkuAt(act.sku(), act.at(), Quantity.of(act.units()))));
      case "whole" -> {
        return isConfirmed(act) && whole(id);
      }
      case "unship" -> inventory.unship(OFFICE, key, id, parts);
      case "release" -> inventory.release(OFFICE, key, id, parts);
      case "cancel" -> inventory.cancel(OFFICE, id);
      default -> {
        return !truth(act.reservation(), act.sku()).paid && end(id);
      }
    }
    return true;
  }

  private boolean isConfirmed(Act act) {
    return truth(act.reservation(), act.sku()).confirmed;
  }

  private boolean whole(ReservationId id) {
    inventory.ship(OFFICE, id);
    return true;
  }

  private boolean end(ReservationId id) {
    inventory.release(OFFICE, id);
    return true;
  }

  /** Of the SKU at both places, and of the other SKU at one. */
  private boolean reserve(ReservationId id, Act act) {
    List<StockDemand> demands = new ArrayList<>();
    for (Sku sku : SKUS) {
      demands.add(StockDemand.of(sku, act.at(), Quantity.of(act.units())));
    }
    demands.add(StockDemand.of(act.sku(), act.at().equals(LON) ? DC : LON, Quantity.of(3)));
    boolean reserved =
        inventory.reserve(OFFICE, id, demands, Duration.ofMinutes(30)) instanceof Reserved;
    if (reserved) {
      truths.put(id.value(), new Truth());
      SKUS.forEach(sku -> truth(act.reservation(), sku).open = act.units());
      truth(act.reservation(), act.sku()).open += 3;
    }
    return reserved;
  }

  private void happened(Act act) {
    Truth truth = truth(act.reservation(), act.sku());
    switch (act.what()) {
      case "confirm" -> both(act).forEach(each -> each.confirmed = true);
      case "paid" -> both(act).forEach(each -> each.paid = true);
      case "ship", "from" -> leave(truth, act.sku(), act.units());
      case "whole" ->
          SKUS.forEach(
              sku -> {
                Truth each = truth(act.reservation(), sku);
                leave(each, sku, each.open);
              });
      case "unship" -> leave(truth, act.sku(), -act.units());
      case "release" -> truth.open -= act.units();
      case "cancel", "end" -> both(act).forEach(each -> each.open = 0);
      default -> {}
    }
  }

  private void leave(Truth truth, Sku sku, long units) {
    truth.open -= units;
    truth.left += units;
    inTheHouse.merge(sku, -units, Long::sum);
  }

  private List<Truth> both(Act act) {
    return SKUS.stream().map(sku -> truth(act.reservation(), sku)).toList();
  }

  private Truth truth(int reservation, Sku sku) {
    return truths.computeIfAbsent("r" + reservation + "/" + sku, any -> new Truth());
  }

  /** What may be sold is what is in the house and not spoken for, however it is booked. */
  private void check(Sku sku, Act after, DeductOn convention) {
    long open =
        truths.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("/" + sku))
            .mapToLong(entry -> entry.getValue().open)
            .sum();
    long there = inTheHouse.get(sku);

    assertThat(onHand(sku) - held(sku))
        .as("free of %s after %s", sku, after)
        .isEqualTo(there - open);
    if (convention == DeductOn.SHIPMENT) {
      assertThat(onHand(sku)).as("on hand of %s after %s", sku, after).isEqualTo(there);
    }
  }

  private long onHand(Sku sku) {
    return level(sku, LON).onHand().toUnits(0) + level(sku, DC).onHand().toUnits(0);
  }

  private long held(Sku sku) {
    return held(level(sku, LON)) + held(level(sku, DC));
  }

  private static long held(StockLevel level) {
    return level.reserved().plus(level.allocated()).toUnits(0);
  }

  private StockLevel level(Sku sku, LocationId location) {
    return inventory.levels(OFFICE, location, List.of(sku)).get(sku);
  }
}
