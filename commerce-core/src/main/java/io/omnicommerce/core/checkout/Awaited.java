package io.omnicommerce.core.checkout;

import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** By when goods come that an order waits for. */
final class Awaited {

  private Awaited() {}

  /** When the last of what is expected is there, if that is still to come. */
  static Optional<Instant> expected(Session session, Collection<List<Allocation>> allocations) {
    return allocations.stream()
        .flatMap(List::stream)
        .filter(from -> !from.open().isZero())
        .flatMap(from -> expected(session, from).stream())
        .max(Comparator.naturalOrder())
        .filter(session.now()::isBefore);
  }

  private static Optional<Instant> expected(Session session, Allocation from) {
    return from.awaits()
        .flatMap(supply -> PromisedGoods.expected(session, from.parts().get(0).sku(), supply));
  }
}
