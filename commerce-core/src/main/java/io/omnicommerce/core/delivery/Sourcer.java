package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.inventory.PromisedSupply;
import io.omnicommerce.core.inventory.Remaining;
import io.omnicommerce.core.inventory.SaleTerms;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.delivery.SourcingExplanation;
import io.omnicommerce.delivery.SourcingPlan;
import io.omnicommerce.delivery.spi.HighestStock;
import io.omnicommerce.delivery.spi.SourcePriority;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.delivery.spi.SourcingFact;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPart;
import io.omnicommerce.delivery.spi.SourcingPlace;
import io.omnicommerce.delivery.spi.SourcingRequest;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses where goods come from, the same for a cart, a reservation and a checkout. */
public final class Sourcer {

  /** By the market's convention, from every location. */
  public static final Sourcer STANDARD = new Sourcer(Sourcing.STANDARD, Workload.NONE);

  private final Sourcing sourcing;
  private final Workload workload;
  private final Set<SourcingFact> facts;

  public Sourcer(Sourcing sourcing, Workload workload) {
    this.sourcing = sourcing;
    this.workload = workload;
    this.facts = sourcing.facts();
  }

  /**
   * The sources of each line, in the order of the lines; what is not covered is one of them. A line
   * that no shelf serves whole is served of what may be promised, if it can be so whole.
   */
  public List<StockSource> choose(Session session, SourcingAsk ask) {
    if (ask.lines().isEmpty()) {
      return List.of();
    }
    Remaining left = left(session, ask, List.of());
    Choice choice = choice(session, ask, left, List.of());
    List<StockSource> sources = StockSources.of(ask, choice, left.terms());
    return sources.stream().allMatch(StockSource::isCovered)
        ? sources
        : StockSources.of(ask, choice, left.terms(), promised(session, ask, choice, left));
  }

  /** What may be promised of goods that are short: asked only where some are. */
  private static PromisedSupply promised(
      Session session, SourcingAsk ask, Choice choice, Remaining left) {
    List<CatalogEntry> goods =
        choice.missing().stream()
            .map(line -> ask.entries().of(ask.lines().get(line).sku()))
            .filter(entry -> !entry.isBundle())
            .distinct()
            .toList();
    return PromisedSupply.read(
        session,
        ask.settings(),
        ask.entries(),
        left,
        goods,
        choice.request().places().stream().map(SourcingPlace::id).toList(),
        choice.takenByWhole());
  }

  /**
   * What comes from where of the lines, as far as anything does: of a line that comes short only
   * what there is, and only if the market's convention says so.
   */
  public List<Sourced> some(Session session, SourcingAsk ask) {
    if (ask.lines().isEmpty()) {
      return List.of();
    }
    Remaining left = left(session, ask, List.of());
    return StockSources.some(ask, choice(session, ask, left, List.of()), left.terms());
  }

  /**
   * What comes from where.
   *
   * @param whole whether that is all of it
   */
  record Foreseen(List<StockSource> sources, boolean whole) {}

  /** As {@link #some}, with what is promised to lines that no shelf serves whole. */
  Foreseen foreseen(Session session, SourcingAsk ask) {
    if (ask.lines().isEmpty()) {
      return new Foreseen(List.of(), true);
    }
    Remaining left = left(session, ask, List.of());
    Choice choice = choice(session, ask, left, List.of());
    List<StockSource> foreseen = new ArrayList<>();
    StockSources.some(ask, choice, left.terms()).forEach(some -> foreseen.add(some.source()));
    if (choice.missing().isEmpty()) {
      return new Foreseen(foreseen, true);
    }
    List<StockSource> all =
        StockSources.of(ask, choice, left.terms(), promised(session, ask, choice, left));
    all.stream().filter(source -> !source.isThere()).forEach(foreseen::add);
    return new Foreseen(foreseen, all.stream().allMatch(StockSource::isCovered));
  }

  /** What says how busy places are. */
  public Workload workload() {
    return workload;
  }

  /**
   * What each location has left of some goods once the lines are taken, in the order of the
   * locations; of what nobody carries nothing is said.
   *
   * @param of the goods, those of the lines among them or not
   */
  public Map<Sku, List<Quantity>> spare(
      Session session, SourcingAsk ask, Collection<CatalogEntry> of) {
    List<CatalogEntry> carried = of.stream().filter(CatalogEntry::shippable).distinct().toList();
    if (carried.isEmpty()) {
      return Map.of();
    }
    SourcingAsk before = ask.only(carried);
    Choice choice = choice(session, before, left(session, before, carried), carried);
    Map<Sku, List<Quantity>> spare = new HashMap<>();
    carried.forEach(entry -> spare.put(entry.sku(), choice.left(entry, ask.sources())));
    return spare;
  }

  /**
   * What could be had of each of some goods that are carried, if nothing else were wanted: from
   * where the rules let something come.
   */
  public Map<Sku, Quantity> available(
      Session session, SourcingAsk ask, Collection<CatalogEntry> of) {
    SourcingAsk nothing = ask.withLines(List.of());
    List<CatalogEntry> carried = List.copyOf(of);
    Remaining left = left(session, nothing, carried);
    Choice choice = choice(session, nothing, left, carried);
    Map<Sku, Quantity> available = new HashMap<>();
    for (CatalogEntry entry : carried) {
      available.put(entry.sku(), choice.available(entry, left.inAll(entry)));
    }
    return available;
  }

  /** The choice with its reasons. */
  SourcingExplanation explain(Session session, SourcingAsk ask) {
    return explanations(session, ask).explain(ask.sources());
  }

  /** The choice without them. */
  SourcingPlan plan(Session session, SourcingAsk ask) {
    return explanations(session, ask).plan();
  }

  private SourcingExplanations explanations(Session session, SourcingAsk ask) {
    Choice choice = choice(session, ask, left(session, ask, List.of()), List.of());
    return new SourcingExplanations(choice, line -> ask.entries().of(line.sku()).unit().decimals());
  }

  private static Remaining left(Session session, SourcingAsk ask, List<CatalogEntry> others) {
    return Remaining.of(
        session, ask.settings().channel(), entries(ask, others), ask.sources(), ask.own());
  }

  private static List<CatalogEntry> entries(SourcingAsk ask, List<CatalogEntry> others) {
    Map<Sku, CatalogEntry> entries = new LinkedHashMap<>();
    ask.lines().forEach(line -> entries.put(line.sku(), ask.entries().of(line.sku())));
    others.forEach(entry -> entries.put(entry.sku(), entry));
    return List.copyOf(entries.values());
  }

  private Choice choice(
      Session session, SourcingAsk ask, Remaining left, List<CatalogEntry> others) {
    return Choice.of(sourcing, request(session, ask, left, others), costs(ask), splits(ask));
  }

  private SourcingRequest request(
      Session session, SourcingAsk ask, Remaining left, List<CatalogEntry> others) {
    List<CatalogEntry> entries = entries(ask, others);
    return new SourcingRequest(
        ask.settings().channel().id(),
        ask.address(),
        ask.pickup(),
        lines(ask, left.terms()),
        places(session, ask, left, entries),
        limits(left, entries),
        session.now());
  }

  /** What lies where it is picked up comes first, whatever else counts. */
  private List<SourcingCost> costs(SourcingAsk ask) {
    boolean sent = ask.pickup().isPresent() && ask.sources().size() > 1;
    return sent
        ? Stream.concat(Stream.of(new AtThePickup()), chosenCosts(ask).stream()).toList()
        : chosenCosts(ask);
  }

  private List<SourcingCost> chosenCosts(SourcingAsk ask) {
    if (!sourcing.costs().isEmpty()) {
      return sourcing.costs();
    }
    boolean highest =
        ask.settings().conventions().get(Convention.ALLOCATION)
            == Convention.Allocation.HIGHEST_STOCK;
    return List.of(highest ? new HighestStock() : new SourcePriority());
  }

  private static boolean splits(SourcingAsk ask) {
    return ask.settings().conventions().get(Convention.LINE_SPLIT) == Convention.LineSplit.ALLOW;
  }

  private static List<SourcingLine> lines(SourcingAsk ask, SaleTerms terms) {
    List<SourcingLine> lines = new ArrayList<>(ask.lines().size());
    for (SkuQuantity line : ask.lines()) {
      CatalogEntry entry = ask.entries().of(line.sku());
      List<SourcingPart> parts =
          terms.parts(entry).stream()
              .map(part -> new SourcingPart(part.entry().sku(), part.each()))
              .toList();
      lines.add(
          new SourcingLine(
              lines.size(), line.sku(), line.quantity().toUnits(entry.unit().decimals()), parts));
    }
    return lines;
  }

  private List<SourcingPlace> places(
      Session session, SourcingAsk ask, Remaining left, List<CatalogEntry> entries) {
    Map<LocationId, Location> locations =
        facts.contains(SourcingFact.LOCATION) ? locations(session, ask.sources()) : Map.of();
    Map<LocationId, Long> jobs =
        facts.contains(SourcingFact.OPEN_JOBS)
            ? workload.openJobs(session, ask.sources())
            : Map.of();
    List<SourcingPlace> places = new ArrayList<>(ask.sources().size());
    for (LocationId source : ask.sources()) {
      places.add(
          new SourcingPlace(
              source,
              places.size(),
              units(left, entries, source),
              Optional.ofNullable(locations.get(source)),
              jobs.getOrDefault(source, 0L)));
    }
    return places;
  }

  private static Map<Sku, Long> units(
      Remaining left, List<CatalogEntry> entries, LocationId source) {
    Map<Sku, Long> units = new HashMap<>();
    for (CatalogEntry entry : left.terms().withParts(entries)) {
      long here = left.at(entry, source);
      if (here > 0) {
        units.put(entry.sku(), here);
      }
    }
    return units;
  }

  private static Map<Sku, Long> limits(Remaining left, List<CatalogEntry> entries) {
    Map<Sku, Long> limits = new HashMap<>();
    for (CatalogEntry entry : left.terms().withParts(entries)) {
      long inAll = left.inAll(entry);
      if (inAll < Long.MAX_VALUE) {
        limits.put(entry.sku(), inAll);
      }
    }
    return limits;
  }

  private static Map<LocationId, Location> locations(Session session, List<LocationId> sources) {
    List<String> ids = sources.stream().map(LocationId::value).toList();
    return session.documents().findAll(ChannelDocuments.LOCATION, ids).values().stream()
        .map(Stored::value)
        .collect(Collectors.toMap(Location::id, location -> location));
  }
}
