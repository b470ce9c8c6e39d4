package io.omnicommerce.core.order;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.inventory.Arrival;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.OrderLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** How the goods that are meant for a line leave, or are given back. */
public final class AllocationRules {

  private AllocationRules() {}

  /** What has become of a line, and what that moves in the ledger. */
  public record Moved(OrderLine line, List<LedgerStep> steps) {
    public Moved {
      steps = List.copyOf(steps);
    }
  }

  /** A line when so much of it has left from a location; no more than is open and there. */
  public static Moved shipped(OrderLine line, LocationId source, Quantity quantity) {
    Taking taking = new Taking(Allocation::plusShipped, LedgerStep.PostLine::new);
    List<Allocation> after =
        taking.from(
            line.allocations(), quantity, from -> from.source().equals(source) && from.isThere());
    return new Moved(line.withAllocations(after), taking.steps());
  }

  /** Allocations when goods have come for one of them; the same if none waits for these. */
  static List<Allocation> arrived(List<Allocation> allocations, Arrival arrival) {
    List<Allocation> after = new ArrayList<>(allocations.size() + 1);
    for (Allocation from : allocations) {
      if (awaits(from, arrival)) {
        Quantity come = Quantity.ofUnits(arrival.units(), from.parts().get(0).decimals());
        after.add(come(from, arrival.group(), come));
        after.add(from.plusReleased(come));
      } else {
        after.add(from);
      }
    }
    return after;
  }

  /** No more comes than is open: what was cancelled meanwhile is not waited for. */
  private static boolean awaits(Allocation from, Arrival arrival) {
    return !from.isThere()
        && from.group().equals(arrival.promise())
        && from.parts().get(0).line() == arrival.line()
        && arrival.units() <= from.parts().get(0).units(from.open());
  }

  /** The goods are the first line of their group, and what bounds them stands behind. */
  private static Allocation come(Allocation from, String group, Quantity come) {
    List<AllocatedPart> bounds = new ArrayList<>();
    for (AllocatedPart bound : from.bounds()) {
      bounds.add(at(2 + bounds.size(), bound));
    }
    return Allocation.of(from.source(), group, List.of(at(1, from.parts().get(0))), come)
        .withBounds(bounds);
  }

  private static AllocatedPart at(int line, AllocatedPart part) {
    return new AllocatedPart(line, part.sku(), part.perUnit(), part.decimals());
  }

  /**
   * A line when so much of what should be at a location does not come from there after all and is
   * open without goods.
   */
  public static Moved released(OrderLine line, LocationId source, Quantity quantity) {
    return released(line, quantity, from -> from.source().equals(source));
  }

  /** A line when so much of it should be at a location, and is not; as {@link #released}. */
  public static Moved missing(OrderLine line, LocationId source, Quantity quantity) {
    return released(line, quantity, from -> from.source().equals(source) && from.isThere());
  }

  private static Moved released(OrderLine line, Quantity quantity, Predicate<Allocation> which) {
    Taking taking = new Taking(Allocation::plusReleased, LedgerStep.ReleaseLine::new);
    List<Allocation> after = taking.fromLast(line.allocations(), quantity, which);
    return new Moved(line.withAllocations(after), taking.steps());
  }

  /** A line when all that is open of it does not come from where it was meant to. */
  public static Moved released(OrderLine line) {
    Taking taking = new Taking(Allocation::plusReleased, LedgerStep.ReleaseLine::new);
    Quantity open = line.open().minus(line.unallocated());
    List<Allocation> after = taking.from(line.allocations(), open, any -> true);
    return new Moved(line.withAllocations(after), taking.steps());
  }

  /**
   * A line when so much of what is open is not wanted any more: what has no goods yet goes first,
   * then what would have left last.
   */
  public static Moved cancelled(OrderLine line, Quantity quantity) {
    Taking taking = new Taking(Allocation::plusReleased, LedgerStep.ReleaseLine::new);
    Quantity held = beyond(quantity, line.unallocated());
    List<Allocation> after = taking.fromLast(line.allocations(), held, any -> true);
    return new Moved(line.withCancelled(line.cancelled().plus(quantity), after), taking.steps());
  }

  private static Quantity beyond(Quantity quantity, Quantity limit) {
    return quantity.compareTo(limit) <= 0 ? Quantity.ZERO : quantity.minus(limit);
  }

  /** A line when all that was open is cancelled, and its groups are given back whole. */
  static OrderLine cancelled(OrderLine line) {
    List<Allocation> after =
        line.allocations().stream().map(from -> from.plusReleased(from.open())).toList();
    return line.withCancelled(line.cancelled().plus(line.open()), after);
  }

  /** Takes from allocations, one after the other, until there is enough. */
  private static final class Taking {

    private final BiFunction<Allocation, Quantity, Allocation> change;
    private final StepOf step;
    private final List<LedgerStep> steps = new ArrayList<>();

    Taking(BiFunction<Allocation, Quantity, Allocation> change, StepOf step) {
      this.change = change;
      this.step = step;
    }

    List<LedgerStep> steps() {
      return steps;
    }

    List<Allocation> fromLast(
        List<Allocation> allocations, Quantity quantity, Predicate<Allocation> which) {
      List<Allocation> turned = new ArrayList<>(allocations);
      Collections.reverse(turned);
      List<Allocation> after = new ArrayList<>(from(turned, quantity, which));
      Collections.reverse(after);
      return after;
    }

    List<Allocation> from(
        List<Allocation> allocations, Quantity quantity, Predicate<Allocation> which) {
      List<Allocation> after = new ArrayList<>(allocations.size());
      Quantity left = quantity;
      for (Allocation from : allocations) {
        Quantity taken = which.test(from) ? smaller(left, from.open()) : Quantity.ZERO;
        after.add(taken.isZero() ? from : take(from, taken));
        left = left.minus(taken);
      }
      if (!left.isZero()) {
        throw new IllegalStateException("There are " + left + " less than were to be taken");
      }
      return after;
    }

    private Allocation take(Allocation from, Quantity taken) {
      BatchId group = BatchId.of(from.group());
      for (AllocatedPart part : from.parts()) {
        steps.add(step.of(group, part.line(), part.units(taken)));
      }
      for (AllocatedPart bound : from.bounds()) {
        steps.add(step.of(group, bound.line(), bound.units(taken)));
      }
      return change.apply(from, taken);
    }

    private static Quantity smaller(Quantity one, Quantity other) {
      return one.compareTo(other) <= 0 ? one : other;
    }
  }

  /** A step on a part of a line of a group. */
  private interface StepOf {
    LedgerStep of(BatchId group, int line, long amount);
  }
}
