package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.delivery.spi.FewestParcels;
import io.omnicommerce.delivery.spi.HighestStock;
import io.omnicommerce.delivery.spi.LowestCost;
import io.omnicommerce.delivery.spi.SourcePriority;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPart;
import io.omnicommerce.delivery.spi.SourcingPlace;
import io.omnicommerce.delivery.spi.SourcingRequest;
import io.omnicommerce.delivery.spi.Weighted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The choice against all that there are, and what holds of every choice. */
class SourcingProperties {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<Sku> SKUS = List.of(Sku.of("A"), Sku.of("B"), Sku.of("C"));

  /** Lines of some of few SKUs, one of them a bundle, over some places; all by small numbers. */
  record Shop(SourcingRequest request, List<SourcingCost> costs) {

    SourcingProblem problem() {
      return new SourcingProblem(request, costs);
    }

    SourcingSearch.Found found(boolean splits, int effort) {
      return SourcingSearch.best(problem(), splits, effort);
    }
  }

  @Property(tries = 400)
  void B19_whole_lines_come_from_where_nothing_costs_less(@ForAll("shops") Shop shop) {
    SourcingSearch.Found found = shop.found(false, 1_000_000);

    assertThat(found.exact()).isTrue();
    assertThat(found.costs()).isEqualTo(new BruteForce(shop.problem(), false).least());
  }

  @Property(tries = 200)
  void B19_lines_in_parts_come_from_where_nothing_costs_less(@ForAll("singles") Shop shop) {
    SourcingSearch.Found found = shop.found(true, 1_000_000);

    assertThat(found.exact()).isTrue();
    assertThat(found.costs()).isEqualTo(new BruteForce(shop.problem(), true).least());
  }

  @Example
  void B19_eight_lines_over_eight_locations_are_exact() {
    for (int seed = 1; seed <= 20; seed++) {
      Shop shop = mixed(8, 8, seed);

      SourcingSearch.Found found = shop.found(false, Sourcing.EFFORT);

      assertThat(found.exact()).as("seed " + seed).isTrue();
      assertThat(found.costs()).as("seed " + seed).isEqualTo(bySubsets(shop));
    }
  }

  @Property(tries = 300)
  void what_is_taken_is_there_and_adds_up(
      @ForAll("shops") Shop shop, @ForAll boolean splits, @ForAll("efforts") int effort) {
    SourcingSearch.Found found = shop.found(splits, effort);

    SourcingProblem problem = shop.problem();
    long[] served = new long[problem.lines];
    for (SourcingSearch.Take take : found.takes()) {
      served[take.line()] += take.units();
      if (take.place() >= 0) {
        assertThat(take.units()).isLessThanOrEqualTo(problem.possible(take.line(), take.place()));
        problem.take(take.line(), take.place(), take.units());
      }
    }
    assertThat(served).isEqualTo(problem.wanted);
    assertThat(found.costs()).isEqualTo(shop.problem().costs(found.takes()));
    if (!splits) {
      assertThat(found.takes()).hasSize(problem.lines);
    }
  }

  @Property(tries = 200)
  void more_effort_never_finds_worse(@ForAll("shops") Shop shop, @ForAll boolean splits) {
    long[] little = shop.found(splits, 1).costs();
    long[] much = shop.found(splits, 1_000_000).costs();

    assertThat(CostVector.isLess(little, much)).isFalse();
  }

  @Example
  void what_is_not_looked_at_to_the_end_says_so() {
    Shop shop = mixed(8, 8, 3);

    assertThat(shop.found(false, 1).exact()).isFalse();
    assertThat(shop.found(false, Sourcing.EFFORT).exact()).isTrue();
  }

  @Provide
  Arbitrary<Integer> efforts() {
    return Arbitraries.of(1, 20, 1_000, 100_000);
  }

  @Provide
  Arbitrary<Shop> shops() {
    return shops(lines(), 4);
  }

  /** Each line of a SKU of its own. */
  @Provide
  Arbitrary<Shop> singles() {
    Arbitrary<List<SourcingLine>> lines =
        Arbitraries.longs()
            .between(1, 4)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(
                units -> {
                  List<SourcingLine> each = new ArrayList<>();
                  for (long some : units) {
                    Sku sku = SKUS.get(each.size());
                    each.add(line(each.size(), some, new SourcingPart(sku, 1)));
                  }
                  return each;
                });
    return shops(lines, 3);
  }

  private static Arbitrary<Shop> shops(Arbitrary<List<SourcingLine>> lines, int placesMax) {
    Arbitrary<List<Map<Sku, Long>>> stocks =
        Arbitraries.longs()
            .between(0, 5)
            .list()
            .ofSize(3)
            .map(SourcingProperties::stock)
            .list()
            .ofMaxSize(placesMax);
    Arbitrary<Map<Sku, Long>> limits =
        Arbitraries.longs().between(0, 8).map(limit -> Map.of(SKUS.get(0), limit));
    return Combinators.combine(lines, stocks, limits, costs())
        .as((some, there, limit, costs) -> new Shop(request(some, there, limit), costs));
  }

  private static Map<Sku, Long> stock(List<Long> units) {
    Map<Sku, Long> stock = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      stock.put(SKUS.get(i), units.get(i));
    }
    return stock;
  }

  private static Arbitrary<List<SourcingLine>> lines() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 4), Arbitraries.integers().between(0, 3))
        .as((units, kind) -> new long[] {units, kind})
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            drawn -> {
              List<SourcingLine> lines = new ArrayList<>();
              drawn.forEach(one -> lines.add(line(lines.size(), one[0], (int) one[1])));
              return lines;
            });
  }

  private static SourcingLine line(int number, long units, int kind) {
    return kind < 3
        ? line(number, units, new SourcingPart(SKUS.get(kind), 1))
        : line(number, units, new SourcingPart(SKUS.get(0), 2), new SourcingPart(SKUS.get(1), 1));
  }

  private static SourcingLine line(int number, long units, SourcingPart... parts) {
    return new SourcingLine(number, parts[0].sku(), units, List.of(parts));
  }

  private static Arbitrary<List<SourcingCost>> costs() {
    SourcingCost money =
        new LowestCost(
            Map.of(LocationId.of("P0"), new LowestCost.Rate(9, 1)), new LowestCost.Rate(4, 3));
    return Arbitraries.<SourcingCost>of(
            new SourcePriority(),
            new HighestStock(),
            new FewestParcels(),
            money,
            new Weighted(
                List.of(
                    new Weighted.Term(new FewestParcels(), 5),
                    new Weighted.Term(new SourcePriority(), 2))))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static SourcingRequest request(
      List<SourcingLine> lines, List<Map<Sku, Long>> stocks, Map<Sku, Long> limits) {
    List<SourcingPlace> places = new ArrayList<>();
    for (Map<Sku, Long> stock : stocks) {
      int rank = places.size();
      LocationId id = LocationId.of("P" + rank);
      places.add(new SourcingPlace(id, rank, stock, Optional.empty(), 0));
    }
    return new SourcingRequest(
        ChannelId.of("web"), Optional.empty(), Optional.empty(), lines, places, limits, NOW);
  }

  /** Each line of its own SKU, in about half of the places, by parcels and then by money. */
  private static Shop mixed(int lines, int places, int seed) {
    long drawn = seed;
    List<SourcingLine> asked = new ArrayList<>();
    List<Map<Sku, Long>> stocks = new ArrayList<>();
    for (int p = 0; p < places; p++) {
      stocks.add(new HashMap<>());
    }
    for (int i = 0; i < lines; i++) {
      Sku sku = Sku.of("S" + i);
      asked.add(line(i, 1 + i % 3, new SourcingPart(sku, 1)));
      for (int p = 0; p < places; p++) {
        drawn = drawn * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        stocks.get(p).put(sku, drawn >>> 63 == 0 ? 0L : 3L);
      }
    }
    return new Shop(
        request(asked, stocks, Map.of()), List.of(new FewestParcels(), new SourcePriority()));
  }

  /** Lines of different SKUs go their own ways once it is settled from where parcels leave. */
  private static long[] bySubsets(Shop shop) {
    SourcingProblem problem = shop.problem();
    long[] least = null;
    for (int open = 0; open < 1 << problem.places; open++) {
      List<SourcingSearch.Take> takes = new ArrayList<>();
      for (int i = 0; i < problem.lines; i++) {
        takes.add(cheapest(problem, i, open));
      }
      long[] costs = problem.costs(takes);
      least = least == null || CostVector.isLess(costs, least) ? costs : least;
    }
    return least;
  }

  private static SourcingSearch.Take cheapest(SourcingProblem problem, int i, int open) {
    SourcingSearch.Take best = new SourcingSearch.Take(i, -1, problem.wanted[i]);
    for (int p = 0; p < problem.places; p++) {
      boolean there = (open & 1 << p) != 0 && problem.possible(i, p) >= problem.wanted[i];
      if (there && (best.place() < 0 || cost(problem, i, p) < cost(problem, i, best.place()))) {
        best = new SourcingSearch.Take(i, p, problem.wanted[i]);
      }
    }
    return best;
  }

  private static long cost(SourcingProblem problem, int i, int place) {
    return problem.costs(i, place, problem.wanted[i])[2];
  }

  /** Every way to serve every line, unit by unit if lines may be split. */
  private static final class BruteForce {

    private final SourcingProblem problem;
    private final boolean splits;
    private final List<SourcingSearch.Take> takes = new ArrayList<>();
    private long[] least;

    BruteForce(SourcingProblem problem, boolean splits) {
      this.problem = problem;
      this.splits = splits;
      least = new long[problem.terms];
      Arrays.fill(least, Long.MAX_VALUE);
    }

    long[] least() {
      line(0, 0, problem.wanted.length == 0 ? 0 : problem.wanted[0]);
      return least;
    }

    private void line(int i, int place, long wanted) {
      if (i == problem.lines) {
        long[] costs = problem.costs(takes);
        least = CostVector.isLess(costs, least) ? costs : least;
      } else if (wanted == 0) {
        line(i + 1, 0, i + 1 == problem.lines ? 0 : problem.wanted[i + 1]);
      } else if (place == problem.places) {
        with(new SourcingSearch.Take(i, -1, wanted), () -> line(i, place, 0));
      } else {
        place(i, place, wanted);
      }
    }

    private void place(int i, int place, long wanted) {
      line(i, place + 1, wanted);
      long most = Math.min(wanted, problem.possible(i, place));
      for (long units = splits ? 1 : wanted; units <= most; units++) {
        long taken = units;
        problem.take(i, place, taken);
        with(new SourcingSearch.Take(i, place, taken), () -> line(i, place + 1, wanted - taken));
        problem.take(i, place, -taken);
      }
    }

    private void with(SourcingSearch.Take take, Runnable rest) {
      takes.add(take);
      rest.run();
      takes.remove(takes.size() - 1);
    }
  }
}
