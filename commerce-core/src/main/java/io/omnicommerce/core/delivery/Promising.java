package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By when some goods are there, by any method: from where they would be shipped, or where they
 * would be picked up. Asked of the storage once.
 *
 * @param shipped from where they would be shipped
 * @param collected where they would be picked up, if that is known
 * @param sent from where some would be sent there first
 * @param at from when on: now, or when the last of what is expected is there
 * @param whole whether all of them can be had
 */
public record Promising(
    List<PromisePlace> shipped,
    List<PromisePlace> collected,
    List<PromisePlace> sent,
    Instant at,
    boolean whole) {

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
    Sourcer.Foreseen ahead = sourcer.foreseen(session, ask.carried());
    List<StockSource> foreseen = ahead.sources();
    boolean ships =
        methods.stream().anyMatch(method -> method.transit().isPresent())
            || !PromisePlaces.handlings(session, ask.sources()).isEmpty();
    return new Promising(
        ships && pickup.isEmpty() ? places(session, sourcer, locations(foreseen)) : List.of(),
        pickup.map(place -> places(session, sourcer, List.of(place))).orElse(List.of()),
        pickup.map(place -> sent(session, sourcer, foreseen, place)).orElse(List.of()),
        expected(foreseen).filter(at::isBefore).orElse(at),
        ahead.whole());
  }

  /** Only where transfers serve the place. */
  private static List<PromisePlace> sent(
      Session session, Sourcer sourcer, List<StockSource> foreseen, LocationId pickup) {
    List<LocationId> others =
        locations(foreseen).stream().filter(one -> !one.equals(pickup)).toList();
    return others.isEmpty() ? List.of() : places(session, sourcer, others);
  }

  private static List<PromisePlace> places(
      Session session, Sourcer sourcer, List<LocationId> locations) {
    return PromisePlaces.of(session, locations, sourcer.workload());
  }

  private static List<LocationId> locations(List<StockSource> sources) {
    return sources.stream().flatMap(source -> source.location().stream()).distinct().toList();
  }

  /** When the last of what is expected is there. */
  private static Optional<Instant> expected(List<StockSource> sources) {
    return sources.stream()
        .flatMap(source -> source.expected().stream())
        .max(Comparator.naturalOrder());
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
