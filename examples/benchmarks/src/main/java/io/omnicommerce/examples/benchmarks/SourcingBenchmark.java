package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.Commerce;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.delivery.SourcingPlan;
import io.omnicommerce.delivery.SourcingQuestion;
import io.omnicommerce.delivery.spi.Distances;
import io.omnicommerce.delivery.spi.FewestParcels;
import io.omnicommerce.delivery.spi.NearestFirst;
import io.omnicommerce.delivery.spi.SourcePriority;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Currencies;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Where an order of 20 lines comes from, with 207 locations of which each has most of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SourcingBenchmark {

  private static final int LINES = 20;
  private static final int LOCATIONS = 207;
  private static final CountryCode GB = CountryCode.of("GB");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final CallContext CALL =
      CallContext.of(
          TenantId.of("acme"),
          WEB,
          Actor.system("benchmark").withPermissions(CommerceEngine.permissions()));

  /** What counts. */
  @Param({"priority", "nearest", "parcels"})
  public String by = "priority";

  /** How many of a hundred shelves are empty. */
  @Param({"10", "70"})
  public int empty = 10;

  private Commerce commerce = open(Sourcing.STANDARD);
  private SourcingQuestion question = SourcingQuestion.of(List.of());

  /** Fills the shelves. */
  @Setup
  public void open() {
    commerce = open(sourcing());
    List<LocationId> sources = new ArrayList<>();
    List<SkuQuantity> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      Sku sku = Sku.of("SKU-" + i);
      commerce.catalog().save(CALL, List.of(CatalogEntry.of(sku, "Article")));
      lines.add(SkuQuantity.of(sku, Quantity.of(1 + i % 3)));
    }
    for (int p = 0; p < LOCATIONS; p++) {
      LocationId id = LocationId.of("L" + p);
      sources.add(id);
      GeoPoint point = new GeoPoint(50_000_000 + 37_123 * p, -5_000_000 + 51_357 * (p * 7 % 207));
      commerce
          .channels()
          .save(CALL, Location.store(id, "Store", ZoneId.of("Europe/London")).withPoint(point));
      fill(id, p, lines);
    }
    commerce
        .channels()
        .save(
            CALL,
            new Market(
                MarketId.of("uk"),
                "UK",
                Set.of(Currencies.of("GBP")),
                "uk",
                GB,
                Conventions.STANDARD));
    commerce
        .channels()
        .save(CALL, new Channel(WEB, "Web", Channel.Kind.WEB, MarketId.of("uk"), sources));
    question = SourcingQuestion.of(lines).to(Address.of("Ada", "1 Road", "Leeds", "LS1 1AA", GB));
  }

  /** The choice, with reading everything it needs. */
  @Benchmark
  public SourcingPlan source() {
    return commerce.delivery().source(CALL, question);
  }

  private void fill(LocationId id, int number, List<SkuQuantity> lines) {
    List<SkuQuantity> there = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if ((number * 31 + i * 17) % 100 >= empty) {
        there.add(SkuQuantity.of(lines.get(i).sku(), Quantity.of(5)));
      }
    }
    if (!there.isEmpty()) {
      commerce.inventory().receive(CALL, IdempotencyKey.of("fill-" + id), id, there);
    }
  }

  private Sourcing sourcing() {
    GeoPoint leeds = GeoPoint.parse("53.8,-1.55");
    NearestFirst near = new NearestFirst(Distances.byPoint(address -> Optional.of(leeds)));
    return switch (by) {
      case "nearest" -> Sourcing.by(near);
      case "parcels" -> Sourcing.by(new FewestParcels(), near);
      default -> Sourcing.by(new SourcePriority());
    };
  }

  private static Commerce open(Sourcing sourcing) {
    return CommerceEngine.builder()
        .storage(InMemoryStorage.builder().build())
        .payments(new SandboxGateway())
        .sourcing(sourcing)
        .build();
  }
}
