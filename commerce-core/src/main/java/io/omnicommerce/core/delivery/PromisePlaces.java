package io.omnicommerce.core.delivery;

import io.omnicommerce.channel.Location;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads what promises ask of locations. */
public final class PromisePlaces {

  private PromisePlaces() {}

  /** What is known of locations; those that are not there are left out. */
  public static List<PromisePlace> of(
      Session session, Collection<LocationId> ids, Workload workload) {
    Map<LocationId, Location> locations = all(session, ChannelDocuments.LOCATION, ids);
    Map<LocationId, Handling> handlings = handlings(session, ids);
    List<LocationId> queues =
        ids.stream()
            .filter(
                id ->
                    Optional.ofNullable(handlings.get(id))
                        .filter(handling -> !handling.perJob().isZero())
                        .isPresent())
            .toList();
    Map<LocationId, Long> jobs = queues.isEmpty() ? Map.of() : workload.openJobs(session, queues);
    List<PromisePlace> places = new ArrayList<>();
    for (LocationId id : ids) {
      Optional.ofNullable(locations.get(id))
          .map(
              location ->
                  new PromisePlace(
                      location, Optional.ofNullable(handlings.get(id)), jobs.getOrDefault(id, 0L)))
          .ifPresent(places::add);
    }
    return places;
  }

  static Map<LocationId, Handling> handlings(Session session, Collection<LocationId> ids) {
    return all(session, DeliveryDocuments.HANDLING, ids);
  }

  private static <T> Map<LocationId, T> all(
      Session session, DocumentType<T> type, Collection<LocationId> ids) {
    List<String> names = ids.stream().map(LocationId::value).distinct().toList();
    Map<LocationId, T> all = new HashMap<>();
    for (Map.Entry<String, Stored<T>> found : session.documents().findAll(type, names).entrySet()) {
      all.put(LocationId.of(found.getKey()), found.getValue().value());
    }
    return all;
  }
}
