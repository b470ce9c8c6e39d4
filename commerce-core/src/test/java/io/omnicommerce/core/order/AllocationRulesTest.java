package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.inventory.Arrival;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep.PostLine;
import io.omnicommerce.ledger.LedgerStep.ReleaseLine;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllocationRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final String FIRST = "checkout/o1";
  private static final String SECOND = "amendment/o1/1";
  private static final BatchId ONE = BatchId.of(FIRST);
  private static final BatchId TWO = BatchId.of(SECOND);

  @Test
  void goods_leave_from_the_allocations_of_their_location_one_after_the_other() {
    OrderLine line = line(allocation(LON, FIRST, 1, 2), allocation(DC, FIRST, 2, 1), late());

    AllocationRules.Moved moved = AllocationRules.shipped(line, LON, Quantity.of(3));

    assertThat(moved.line().allocations())
        .extracting(Allocation::shipped)
        .containsExactly(Quantity.of(2), Quantity.ZERO, Quantity.ONE);
    assertThat(moved.steps()).containsExactly(new PostLine(ONE, 1, 2), new PostLine(TWO, 1, 1));
    assertThat(moved.line().shipped()).isEqualTo(Quantity.of(3));
    assertThat(moved.line().openAt(LON)).isEqualTo(Quantity.ONE);
    assertThat(moved.line().openAt(DC)).isEqualTo(Quantity.ONE);
  }

  @Test
  void what_is_not_there_stays_and_what_comes_leaves_before_the_rest() {
    Allocation awaited =
        allocation(LON, FIRST, 2, 3)
            .withBounds(List.of(AllocatedPart.of(4, MUG, 0)))
            .awaiting(Supply.BACKORDER);
    OrderLine line = line(allocation(LON, FIRST, 1, 2), awaited);

    List<Allocation> after =
        AllocationRules.arrived(line.allocations(), new Arrival(FIRST, 2, "fill/1", 2));

    assertThat(line.thereAt(LON)).isEqualTo(Quantity.of(2));
    assertThatThrownBy(() -> AllocationRules.shipped(line, LON, Quantity.of(3)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(line.withAllocations(after).awaited()).isEqualTo(Quantity.ONE);
    AllocationRules.Moved moved =
        AllocationRules.shipped(line.withAllocations(after), LON, Quantity.of(4));
    assertThat(moved.steps())
        .containsExactly(
            new PostLine(ONE, 1, 2),
            new PostLine(BatchId.of("fill/1"), 1, 2),
            new PostLine(BatchId.of("fill/1"), 2, 2));
    assertThat(AllocationRules.cancelled(line.withAllocations(after), Quantity.ONE).steps())
        .containsExactly(new ReleaseLine(ONE, 2, 1), new ReleaseLine(ONE, 4, 1));
    assertThat(AllocationRules.arrived(after, new Arrival(SECOND, 2, "fill/2", 1)))
        .isEqualTo(after);
    assertThat(AllocationRules.arrived(after, new Arrival(FIRST, 2, "fill/2", 2)))
        .as("more than is waited for")
        .isEqualTo(after);
  }

  @Test
  void no_more_leaves_than_is_open_at_the_location() {
    OrderLine line = line(allocation(LON, FIRST, 1, 2), allocation(DC, FIRST, 2, 3));

    assertThatThrownBy(() -> AllocationRules.shipped(line, LON, Quantity.of(3)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_bundle_leaves_with_all_its_components() {
    List<AllocatedPart> parts =
        List.of(
            new AllocatedPart(1, MUG, Quantity.of(2), 0),
            new AllocatedPart(2, TEE, Quantity.parse("0.5"), 1));
    OrderLine line = line(Allocation.of(LON, FIRST, parts, Quantity.of(5)));

    AllocationRules.Moved moved = AllocationRules.shipped(line, LON, Quantity.of(3));

    assertThat(moved.steps()).containsExactly(new PostLine(ONE, 1, 6), new PostLine(ONE, 2, 15));
    assertThat(moved.line().open()).isEqualTo(Quantity.of(2));
  }

  @Test
  void what_has_no_stock_leaves_without_a_movement() {
    OrderLine line = line(Allocation.of(LON, FIRST, List.of(), Quantity.of(5)));

    AllocationRules.Moved moved = AllocationRules.shipped(line, LON, Quantity.of(5));

    assertThat(moved.steps()).isEmpty();
    assertThat(moved.line().open()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void what_has_no_goods_yet_is_cancelled_first_and_then_what_would_leave_last() {
    OrderLine line = line(allocation(LON, FIRST, 1, 3), allocation(DC, FIRST, 2, 1));
    assertThat(line.unallocated()).isEqualTo(Quantity.ONE);

    AllocationRules.Moved moved = AllocationRules.cancelled(line, Quantity.of(3));

    assertThat(moved.line().cancelled()).isEqualTo(Quantity.of(3));
    assertThat(moved.line().open()).isEqualTo(Quantity.of(2));
    assertThat(moved.line().unallocated()).isEqualTo(Quantity.ZERO);
    assertThat(moved.steps())
        .containsExactly(new ReleaseLine(ONE, 2, 1), new ReleaseLine(ONE, 1, 1));
  }

  @Test
  void what_a_location_cannot_give_is_open_without_goods() {
    OrderLine line = line(allocation(LON, FIRST, 1, 3), allocation(DC, FIRST, 2, 2));

    AllocationRules.Moved moved = AllocationRules.released(line, LON, Quantity.of(2));

    assertThat(moved.line().open()).isEqualTo(Quantity.of(5));
    assertThat(moved.line().unallocated()).isEqualTo(Quantity.of(2));
    assertThat(moved.steps()).containsExactly(new ReleaseLine(ONE, 1, 2));
  }

  @Test
  void a_line_from_two_locations_makes_a_job_at_each_and_names_its_groups() {
    Order order = order();
    OrderLine line = line(allocation(LON, FIRST, 1, 1), allocation(DC, FIRST, 2, 2), late());
    Order split =
        OrderRules.progressed(order, List.of(line), "sourced", "", new PlacedOrders().office, NOW);

    assertThat(split.groups()).containsExactly(SECOND, FIRST);
    assertThat(FulfillmentRules.request(split, DeliveryMethod.Kind.SHIP, NOW))
        .extracting(job -> job.location() + " " + quantities(job.lines()))
        .containsExactly("DC [2]", "LON [3]");
  }

  private static List<Quantity> quantities(List<FulfillmentLine> lines) {
    return lines.stream().map(FulfillmentLine::quantity).toList();
  }

  /** More from London, in a group of its own. */
  private static Allocation late() {
    return allocation(LON, SECOND, 1, 2);
  }

  private static Allocation allocation(LocationId source, String group, int line, int quantity) {
    return Allocation.of(
        source, group, List.of(AllocatedPart.of(line, MUG, 0)), Quantity.of(quantity));
  }

  /** A line of five with these allocations. */
  private static OrderLine line(Allocation... allocations) {
    return order().lines().get(0).withAllocations(List.of(allocations));
  }

  private static Order order() {
    Wanted wanted = Wanted.shipped("o1", Line.of("1", MUG, "5", LON, "24.95"));
    return OrderRules.place(PlacedOrders.newOrder(wanted, FIRST, NOW));
  }
}
