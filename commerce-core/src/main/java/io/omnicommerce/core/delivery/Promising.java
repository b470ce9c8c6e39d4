package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By when some goods are there, by any method: from where they would be shipped, or where they
 * would be picked up. Asked of the storage once, and only if a location or a carrier says how it
 * works.
 *
 * @param shipped from where they would be shipped
 * @param collected where they would be picked up, if that is known
 * @param sent from where some would be sent there first
 */
public record Promising(
    List<PromisePlace> shipped, List<PromisePlace> collected, List<PromisePlace> sent, Instant at) {

  public Promising {
    shipped = List.copyOf(shipped);
    collected = List.copyOf(collected);
    sent = List.copyOf(sent);
  }

  public DeliveryPromise promise(DeliveryMethod method) {
    return method.kind() == DeliveryMethod.Kind.PICKUP
        ? SourcedPromise.fetched(method, collected, sent, at)
        : Promises.promise(method, shipped, at);
  }

  /** For goods of which it is asked where they would come from. */
  public static Promising of(
      Session session, Sourcer sourcer, SourcingAsk ask, List<DeliveryMethod> methods, Instant at) {
    Optional<LocationId> pickup = ask.pickup();
    boolean ships =
        methods.stream().anyMatch(method -> method.transit().isPresent())
            || !PromisePlaces.handlings(session, ask.sources()).isEmpty();
    return new Promising(
        ships && pickup.isEmpty()
            ? places(session, sourcer, sources(session, sourcer, ask))
            : List.of(),
        pickup.map(place -> places(session, sourcer, List.of(place))).orElse(List.of()),
        pickup.map(place -> sent(session, sourcer, ask, place)).orElse(List.of()),
        at);
  }

  /** Asked only where transfers serve the place. */
  private static List<PromisePlace> sent(
      Session session, Sourcer sourcer, SourcingAsk ask, LocationId pickup) {
    List<LocationId> others =
        ask.sources().size() < 2
            ? List.of()
            : sources(session, sourcer, ask).stream().filter(one -> !one.equals(pickup)).toList();
    return others.isEmpty() ? List.of() : places(session, sourcer, others);
  }

  private static List<PromisePlace> places(
      Session session, Sourcer sourcer, List<LocationId> locations) {
    return PromisePlaces.of(session, locations, sourcer.workload());
  }

  private static List<LocationId> sources(Session session, Sourcer sourcer, SourcingAsk ask) {
    return sourcer.some(session, ask.carried()).stream()
        .flatMap(sourced -> sourced.source().location().stream())
        .distinct()
        .toList();
  }

  /** The lines of an ask that have stock. */
  static List<SkuQuantity> carried(SourcingAsk ask) {
    Set<Sku> known = ask.entries().skus();
    return ask.lines().stream()
        .filter(line -> known.contains(line.sku()))
        .filter(line -> ask.entries().of(line.sku()).shippable())
        .toList();
  }
}
