package io.omnicommerce.examples.scenarios.stock;

import static io.omnicommerce.examples.scenarios.stock.Article.SKU;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.NegativeOnHand;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.money.Currencies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The world of a case about stock, built through the api. */
final class Depot {

  /** Who has reserved what was reserved before the case begins. */
  private static final String OTHERS = "(others)";

  private static final String ANYWHERE = "(others, anywhere)";

  private static final ChannelId CHANNEL = ChannelId.of("shop");
  private static final MarketId MARKET = MarketId.of("market");
  private static final Duration LIFE = Duration.ofDays(1);

  private final Scene scene = Scene.create();
  private final CallContext context = scene.in(CHANNEL);
  private final Given given;
  private final Conventions conventions;
  private int calls;

  private Depot(Given given, Conventions conventions) {
    this.given = given;
    this.conventions = conventions;
  }

  static Depot open(Given given, Conventions conventions) {
    Depot depot = new Depot(given, conventions);
    depot.market(Conventions.STANDARD);
    depot.furnish();
    depot.market(conventions);
    return depot;
  }

  Given given() {
    return given;
  }

  CallContext context() {
    return context;
  }

  InventoryService inventory() {
    return scene.commerce().inventory();
  }

  AvailabilityService availability() {
    return scene.commerce().availability();
  }

  /** A name for each call that needs one. */
  IdempotencyKey next() {
    return IdempotencyKey.of("call-" + ++calls);
  }

  static List<SkuQuantity> some(BigDecimal quantity) {
    return List.of(SkuQuantity.of(SKU, Quantity.of(quantity)));
  }

  private void market(Conventions conventions) {
    scene
        .commerce()
        .channels()
        .save(
            context,
            new Market(
                MARKET,
                "Market",
                Set.of(Currencies.of("USD")),
                "none",
                CountryCode.of("US"),
                conventions));
  }

  private void furnish() {
    for (Place place : given.places()) {
      scene
          .commerce()
          .channels()
          .save(context, Location.warehouse(place.id(), place.id().value(), ZoneOffset.UTC));
    }
    scene
        .commerce()
        .channels()
        .save(context, new Channel(CHANNEL, "Shop", Channel.Kind.WEB, MARKET, given.sources()));
    scene.commerce().catalog().save(context, List.of(given.article().entry()));
    given.places().forEach(this::fill);
    reserve();
    reserveAnywhere();
    bound();
  }

  private void fill(Place place) {
    if (place.onHand().signum() > 0) {
      receive(place.id(), place.onHand());
    }
    if (place.onHand().signum() < 0) {
      inventory()
          .adjust(
              context,
              next(),
              place.id(),
              List.of(StockAdjustment.gone(SKU, Quantity.of(place.onHand().negate()))),
              StockReason.COUNTED);
    }
    if (place.backorderable() || !given.article().tracked()) {
      availability().backorderFreely(context, place.id(), SKU);
    }
  }

  void receive(LocationId place, BigDecimal quantity) {
    inventory().receive(context, next(), place, some(quantity));
  }

  /** More than is there was reserved while it could be: it is promised. */
  private void reserve() {
    List<StockDemand> demands = new ArrayList<>();
    for (Place place : given.places()) {
      if (place.reserved().signum() > 0) {
        availability().backorderFreely(context, place.id(), SKU);
        BigDecimal there = place.onHand().max(BigDecimal.ZERO).min(place.reserved());
        demand(demands, place.id(), there, Supply.ON_HAND);
        demand(demands, place.id(), place.reserved().subtract(there), Supply.BACKORDER);
      }
    }
    if (!demands.isEmpty()) {
      confirm(OTHERS, demands);
      given.places().stream()
          .filter(place -> place.reserved().signum() > 0 && !place.backorderable())
          .forEach(place -> endBackorders(place.id()));
    }
  }

  private static void demand(
      List<StockDemand> demands, LocationId place, BigDecimal quantity, Supply supply) {
    if (quantity.signum() > 0) {
      demands.add(new StockDemand(SKU, place, Quantity.of(quantity), supply));
    }
  }

  private void reserveAnywhere() {
    if (given.reserved().signum() > 0) {
      LocationId first = given.sources().get(0);
      availability().backorderFreely(context, first, SKU);
      confirm(ANYWHERE, availability().plan(context, some(given.reserved())).demands());
      endBackorders(first);
    }
  }

  private void endBackorders(LocationId place) {
    if (given.article().tracked()) {
      availability().backorder(context, place, SKU, Quantity.ZERO);
    }
  }

  /** Above zero it is safety stock of all places together, below zero a limit of backorders. */
  private void bound() {
    if (given.threshold().signum() > 0) {
      shares(given.threshold())
          .forEach((place, kept) -> inventory().keepBack(context, place, SKU, Quantity.of(kept)));
    }
    if (given.threshold().signum() < 0) {
      availability()
          .backorder(context, given.sources().get(0), SKU, Quantity.of(given.threshold().negate()));
    }
  }

  /** What one place does not have is kept back at the next, and what none has at the first. */
  private Map<LocationId, BigDecimal> shares(BigDecimal threshold) {
    Map<LocationId, BigDecimal> shares = new LinkedHashMap<>();
    BigDecimal open = threshold;
    for (LocationId place : given.fullestFirst()) {
      BigDecimal share = open.min(available(place));
      shares.put(place, share);
      open = open.subtract(share);
    }
    BigDecimal rest = open;
    shares.keySet().stream()
        .findFirst()
        .ifPresent(first -> shares.merge(first, rest, BigDecimal::add));
    return shares;
  }

  private BigDecimal available(LocationId place) {
    StockLevel level = inventory().levels(context, place, List.of(SKU)).get(SKU);
    return Objects.requireNonNull(level).available().toBigDecimal();
  }

  /** Whether goods could be reserved for an order, which is placed. */
  boolean confirm(String order, List<StockDemand> demands) {
    ReservationOutcome outcome =
        inventory().reserve(context, ReservationId.of(order), demands, LIFE);
    boolean reserved = outcome instanceof ReservationOutcome.Reserved;
    if (reserved) {
      inventory().confirm(context, ReservationId.of(order));
    }
    return reserved;
  }

  /** The name of what was reserved before, if it was. */
  Optional<String> reservedBefore() {
    if (given.reserved().signum() > 0) {
      return Optional.of(ANYWHERE);
    }
    return given.places().stream().anyMatch(place -> place.reserved().signum() > 0)
        ? Optional.of(OTHERS)
        : Optional.empty();
  }

  /** Where less than nothing counts as nothing, that is what is counted. */
  BigDecimal countable(BigDecimal onHand) {
    return conventions.get(Convention.NEGATIVE_ON_HAND) == NegativeOnHand.AS_ZERO
        ? onHand.max(BigDecimal.ZERO)
        : onHand;
  }

  LocationId place(Optional<String> name) {
    return name.map(LocationId::of).orElseGet(this::only);
  }

  private LocationId only() {
    if (given.places().size() > 1) {
      throw new UnsupportedException("of several locations one has to be named");
    }
    return given.places().get(0).id();
  }
}
