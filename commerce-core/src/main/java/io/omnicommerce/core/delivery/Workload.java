package io.omnicommerce.core.delivery;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.Map;

/** How many jobs are open at locations; the room that has jobs says it. */
@FunctionalInterface
public interface Workload {

  /** Nobody counts. */
  Workload NONE = (session, locations) -> Map.of();

  /** The open jobs of those of the locations that have any. */
  Map<LocationId, Long> openJobs(Session session, Collection<LocationId> locations);
}
