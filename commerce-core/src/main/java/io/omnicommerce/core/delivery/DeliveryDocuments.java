package io.omnicommerce.core.delivery;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Delivery methods, and how locations work, as documents by id. */
public final class DeliveryDocuments {

  public static final DocumentType<DeliveryMethod> METHOD =
      DocumentType.of("delivery_method", Json.codec(DeliveryMethod.class));

  public static final DocumentType<Handling> HANDLING =
      DocumentType.of("handling", Json.codec(Handling.class));

  private DeliveryDocuments() {}

  public static Optional<DeliveryMethod> find(Session session, DeliveryMethodId id) {
    return session.documents().find(METHOD, id.value()).map(Stored::value);
  }

  /** How a location prepares orders, if somebody has said. */
  public static Optional<Handling> findHandling(Session session, LocationId location) {
    return session.documents().find(HANDLING, location.value()).map(Stored::value);
  }

  /** All methods, in the order of their ids. */
  public static List<DeliveryMethod> all(Session session) {
    return session.documents().listSmall(METHOD).stream()
        .map(Stored::value)
        .sorted(Comparator.comparing(DeliveryMethod::id))
        .toList();
  }

  /**
   * @throws NotFoundException {@code delivery.unknown_method}
   */
  public static DeliveryMethod require(Session session, DeliveryMethodId id) {
    return find(session, id)
        .orElseThrow(
            () ->
                NotFoundException.notSetUp(
                    DeliveryService.UNKNOWN_METHOD, Reference.of(METHOD.name(), id.value())));
  }
}
