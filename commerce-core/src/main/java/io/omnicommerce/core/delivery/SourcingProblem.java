package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPart;
import io.omnicommerce.delivery.spi.SourcingPlace;
import io.omnicommerce.delivery.spi.SourcingRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request in numbers: what is free, and what things cost. The first cost is that of what comes
 * from nowhere, so that nothing is left out that could be had.
 */
final class SourcingProblem {

  final int lines;
  final int places;
  final int terms;
  final long[] wanted;
  final int[][] skus;
  final long[][] perUnit;

  /** By SKU and place. */
  final long[][] free;

  /** By SKU, over all places. */
  final long[] limit;

  /** By place and term. */
  final long[][] parcel;

  /** By line, place and term. */
  final long[][][] line;

  final long[][][] unit;

  SourcingProblem(SourcingRequest request, List<SourcingCost> costs) {
    lines = request.lines().size();
    places = request.places().size();
    terms = costs.size() + 1;
    Map<Sku, Integer> numbers = new HashMap<>();
    wanted = request.lines().stream().mapToLong(SourcingLine::units).toArray();
    skus = new int[lines][];
    perUnit = new long[lines][];
    for (int i = 0; i < lines; i++) {
      List<SourcingPart> parts = request.lines().get(i).parts();
      skus[i] =
          parts.stream()
              .mapToInt(part -> numbers.computeIfAbsent(part.sku(), any -> numbers.size()))
              .toArray();
      perUnit[i] = parts.stream().mapToLong(SourcingPart::units).toArray();
    }
    free = new long[numbers.size()][places];
    limit = new long[numbers.size()];
    numbers.forEach(
        (sku, number) -> {
          fill(request.places(), sku, free[number]);
          limit[number] = Math.max(0, request.limits().getOrDefault(sku, Long.MAX_VALUE));
        });
    parcel = new long[places][terms];
    line = new long[lines][places][terms];
    unit = new long[lines][places][terms];
    for (int term = 1; term < terms; term++) {
      fill(request, costs.get(term - 1).tariff(request), term);
    }
  }

  private static void fill(List<SourcingPlace> places, Sku sku, long[] free) {
    for (int p = 0; p < free.length; p++) {
      free[p] = places.get(p).unitsOf(sku);
    }
  }

  private void fill(SourcingRequest request, SourcingCost.Tariff tariff, int term) {
    for (int p = 0; p < places; p++) {
      SourcingPlace place = request.places().get(p);
      parcel[p][term] = checked(tariff.parcel(place));
      for (int i = 0; i < lines; i++) {
        SourcingLine asked = request.lines().get(i);
        if (possible(i, p) > 0) {
          line[i][p][term] = checked(tariff.line(asked, place));
          unit[i][p][term] = checked(tariff.unit(asked, place));
        }
      }
    }
  }

  /** How much of a line a place can give as it is now. */
  long possible(int i, int place) {
    long most = Long.MAX_VALUE;
    for (int part = 0; part < skus[i].length; part++) {
      int sku = skus[i][part];
      most = Math.min(most, Math.min(free[sku][place], limit[sku]) / perUnit[i][part]);
    }
    return most;
  }

  /** Takes so much of a line from a place, or puts back what is below zero. */
  void take(int i, int place, long units) {
    for (int part = 0; part < skus[i].length; part++) {
      free[skus[i][part]][place] -= units * perUnit[i][part];
      limit[skus[i][part]] -= units * perUnit[i][part];
    }
  }

  /** What takes cost together, by term. */
  long[] costs(List<SourcingSearch.Take> takes) {
    long[] sum = new long[terms];
    boolean[] opened = new boolean[places];
    for (SourcingSearch.Take take : takes) {
      if (take.place() < 0) {
        sum[0] = CostVector.plus(sum[0], take.units());
      } else {
        CostVector.add(sum, costs(take.line(), take.place(), take.units()));
        if (!opened[take.place()]) {
          CostVector.add(sum, parcel[take.place()]);
        }
        opened[take.place()] = true;
      }
    }
    return sum;
  }

  /** What some of a line costs from a place, without the parcel. */
  long[] costs(int i, int place, long units) {
    long[] costs = new long[terms];
    costs(costs, i, place, units, false);
    return costs;
  }

  /** As the other, written where it is said, and with the parcel if it is the first. */
  void costs(long[] into, int i, int place, long units, boolean first) {
    for (int term = 1; term < terms; term++) {
      long goods =
          CostVector.plus(line[i][place][term], CostVector.times(unit[i][place][term], units));
      into[term] = first ? CostVector.plus(goods, parcel[place][term]) : goods;
    }
  }

  private static long checked(long cost) {
    if (cost < 0) {
      throw new IllegalArgumentException("A cost of sourcing may not be below zero: " + cost);
    }
    return cost;
  }
}
