package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.price.PriceDocuments;
import io.omnicommerce.core.promotion.PromotionDocuments;
import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Titles;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up what the things of a priced cart are called. */
public final class Titling {

  private static final Set<TraceStep.Kind> LISTS =
      EnumSet.of(
          TraceStep.Kind.LIST_PRICE,
          TraceStep.Kind.SALE_PRICE,
          TraceStep.Kind.SPECIAL_PRICE,
          TraceStep.Kind.COMPUTED_PRICE);

  private Titling() {}

  /**
   * @param at of which instant the lists are
   */
  public static Titles of(Session session, PricedCart priced, Instant at) {
    List<Sku> skus = priced.lines().stream().map(PricedLine::sku).distinct().toList();
    Map<Sku, String> goods = new HashMap<>();
    CatalogDocuments.find(session, skus).forEach((sku, entry) -> goods.put(sku, entry.title()));
    return of(session, goods, priced.trace().steps(), at);
  }

  /** As above, with the lists of rows that were not chosen. */
  static Titles of(Session session, PricedCart priced, List<PriceExplanation> prices, Instant at) {
    Titles titles = of(session, priced, at);
    Set<PriceListId> lists =
        prices.stream()
            .flatMap(sku -> sku.candidates().stream())
            .map(PriceCandidate::list)
            .collect(Collectors.toSet());
    return new Titles(
        titles.goods(),
        PriceDocuments.titles(session, lists, at),
        titles.promotions(),
        titles.zone());
  }

  /** With what goods were called, if that is known. */
  public static Titles of(
      Session session, Map<Sku, String> goods, List<TraceStep> steps, Instant at) {
    Set<PriceListId> lists = sources(steps, LISTS).map(PriceListId::of).collect(Collectors.toSet());
    return new Titles(
        goods,
        lists.isEmpty() ? Map.of() : PriceDocuments.titles(session, lists, at),
        promotions(session, sources(steps, Set.of(TraceStep.Kind.CATALOG_PROMOTION)).toList()),
        zone(session));
  }

  private static Stream<String> sources(List<TraceStep> steps, Set<TraceStep.Kind> kinds) {
    return steps.stream()
        .filter(step -> kinds.contains(step.kind()))
        .map(TraceStep::source)
        .distinct();
  }

  private static Map<PromotionId, String> promotions(Session session, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return session.documents().findAll(PromotionDocuments.PROMOTION, ids).values().stream()
        .map(Stored::value)
        .collect(Collectors.toMap(found -> found.id(), found -> found.title()));
  }

  private static List<LocationId> sources(Session session) {
    String channel = session.context().channel().value();
    return session
        .documents()
        .find(ChannelDocuments.CHANNEL, channel)
        .map(found -> found.value().sources())
        .orElse(List.of());
  }

  /** Of the location of the call, else of all from which the channel sells, if they have one. */
  private static Optional<ZoneId> zone(Session session) {
    List<LocationId> places =
        session.context().location().map(List::of).orElseGet(() -> sources(session));
    List<ZoneId> zones =
        session
            .documents()
            .findAll(ChannelDocuments.LOCATION, places.stream().map(LocationId::value).toList())
            .values()
            .stream()
            .map(Stored::value)
            .map(Location::zone)
            .distinct()
            .toList();
    return zones.size() == 1 ? Optional.of(zones.get(0)) : Optional.empty();
  }
}
