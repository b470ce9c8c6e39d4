package io.omnicommerce.core.delivery;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.Transit;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** By when goods are there of which it is known where they come from. */
public final class SourcedPromise {

  private SourcedPromise() {}

  /**
   * @param pickup where they are picked up, if they are
   * @param sources from where they come
   */
  public static DeliveryPromise of(
      Session session,
      Workload workload,
      DeliveryMethod method,
      Optional<LocationId> pickup,
      Collection<LocationId> sources,
      Instant now) {
    if (pickup.isEmpty()) {
      return Promises.promise(method, PromisePlaces.of(session, sources, workload), now);
    }
    List<LocationId> others =
        sources.stream().distinct().filter(one -> !one.equals(pickup.get())).toList();
    List<PromisePlace> store = PromisePlaces.of(session, List.of(pickup.get()), workload);
    return others.isEmpty()
        ? Promises.promise(method, store, now)
        : fetched(method, store, PromisePlaces.of(session, others, workload), now);
  }

  /**
   * @param store where they are picked up
   * @param others from where some of them are sent there first
   */
  static DeliveryPromise fetched(
      DeliveryMethod method, List<PromisePlace> store, List<PromisePlace> others, Instant now) {
    Optional<Transit> transit =
        store.stream()
            .flatMap(place -> place.handling().stream())
            .flatMap(handling -> handling.transfers().stream())
            .findFirst();
    return transit.isPresent()
        ? Promises.promise(method, store.get(0), others, transit.get(), now)
        : Promises.promise(method, store, now);
  }
}
