package io.omnicommerce.core.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what costs least: line after line, the cheapest way first, leaving out what can only cost
 * as much as the best that is known. The first way down takes for each line in turn what costs
 * least; whatever effort remains improves on it.
 */
final class SourcingSearch {

  /** So much of a line from a place; from nowhere, if the place is below zero. */
  record Take(int line, int place, long units) {}

  /** The best that was found. */
  @SuppressWarnings("ArrayRecordComponent") // one of many, read and never compared
  record Found(List<Take> takes, long[] costs, boolean exact) {}

  private static final int NOWHERE = -1;

  private final SourcingProblem problem;
  private final boolean splits;
  private final long[][] least;
  private final int[] parcels;
  private final long[] way;
  private final List<Take> takes = new ArrayList<>();
  private int effort;
  private boolean found;
  private boolean exact = true;
  private List<Take> best = List.of();
  private long[] bestCosts;

  private SourcingSearch(SourcingProblem problem, boolean splits, int effort) {
    this.problem = problem;
    this.splits = splits;
    this.effort = effort;
    parcels = new int[problem.places];
    way = new long[problem.terms];
    bestCosts = new long[problem.terms];
    Arrays.fill(bestCosts, Long.MAX_VALUE);
    least = new long[problem.lines + 1][problem.terms];
    for (int i = problem.lines - 1; i >= 0; i--) {
      least[i] = least(i);
      CostVector.add(least[i], least[i + 1]);
    }
  }

  static Found best(SourcingProblem problem, boolean splits, int effort) {
    SourcingSearch search = new SourcingSearch(problem, splits, effort);
    search.line(0, new long[problem.terms]);
    return new Found(search.best, search.bestCosts, search.exact);
  }

  private void line(int i, long[] spent) {
    if (i == problem.lines) {
      found = true;
      best = List.copyOf(takes);
      bestCosts = spent;
    } else {
      rest(i, problem.wanted[i], NOWHERE, spent);
    }
  }

  /**
   * What is still wanted of a line. Of several places that give all they have, the order says
   * nothing, so they are tried in one order only.
   */
  private void rest(int i, long wanted, int after, long[] spent) {
    for (Way way : ways(i, wanted, after, spent)) {
      if (!couldBeBest(spent, way.costs(), least[i + 1])) {
        continue;
      }
      if (effort <= 0 && found) {
        exact = false;
        return;
      }
      long[] costs = spent.clone();
      CostVector.add(costs, way.costs());
      take(i, way, costs, wanted);
    }
  }

  private void take(int i, Way way, long[] costs, long wanted) {
    int place = way.place();
    takes.add(new Take(i, place, way.units()));
    if (place != NOWHERE) {
      problem.take(i, place, way.units());
      parcels[place]++;
    }
    if (way.units() == wanted) {
      line(i + 1, costs);
    } else {
      rest(i, wanted - way.units(), place, costs);
    }
    if (place != NOWHERE) {
      parcels[place]--;
      problem.take(i, place, -way.units());
    }
    takes.remove(takes.size() - 1);
  }

  private boolean couldBeBest(long[] spent, long[] more, long[] atLeast) {
    for (int term = 0; term < spent.length; term++) {
      long sum = CostVector.plus(CostVector.plus(spent[term], more[term]), atLeast[term]);
      if (sum != bestCosts[term]) {
        return sum < bestCosts[term];
      }
    }
    return !found;
  }

  /** A place to take from, with what that costs more. */
  @SuppressWarnings("ArrayRecordComponent") // one of many, read and never compared
  private record Way(int place, long units, long[] costs) {}

  /** What can only cost as much as the best that is known is not even written down. */
  private List<Way> ways(int i, long wanted, int after, long[] spent) {
    List<Way> ways = new ArrayList<>();
    for (int place = 0; place < problem.places; place++) {
      long units = Math.min(wanted, problem.possible(i, place));
      effort--;
      if (units == wanted || (splits && units > 0 && place > after)) {
        problem.costs(way, i, place, units, parcels[place] == 0);
        if (couldBeBest(spent, way, least[i + 1])) {
          ways.add(new Way(place, units, way.clone()));
        }
      }
    }
    ways.add(new Way(NOWHERE, wanted, nowhere(wanted)));
    ways.sort(this::compare);
    return ways;
  }

  /** What costs less comes first, a unit if lines may be split; nowhere costs most. */
  private int compare(Way one, Way other) {
    return splits ? compareUnits(one, other) : Arrays.compare(one.costs(), other.costs());
  }

  private static int compareUnits(Way one, Way other) {
    for (int term = 0; term < one.costs().length; term++) {
      long less = one.costs()[term] / one.units();
      long more = other.costs()[term] / other.units();
      if (less != more) {
        return Long.compare(less, more);
      }
    }
    return Long.compare(other.units(), one.units());
  }

  private long[] nowhere(long units) {
    long[] costs = new long[problem.terms];
    costs[0] = units;
    return costs;
  }

  /** What a line costs at least, whatever becomes of the others. */
  private long[] least(int i) {
    return splits ? leastOfParts(i) : leastOfWhole(i);
  }

  private long[] leastOfWhole(int i) {
    long[] least = nowhere(problem.wanted[i]);
    for (int place = 0; place < problem.places; place++) {
      if (problem.possible(i, place) >= problem.wanted[i]) {
        long[] costs = problem.costs(i, place, problem.wanted[i]);
        least = CostVector.isLess(costs, least) ? costs : least;
      }
    }
    return least;
  }

  /** Of each term the least for itself, which no way can beat. */
  private long[] leastOfParts(int i) {
    long there = 0;
    long[] least = new long[problem.terms];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int place = 0; place < problem.places; place++) {
      long units = Math.min(problem.wanted[i], problem.possible(i, place));
      there = CostVector.plus(there, units);
      if (units > 0) {
        for (int term = 1; term < least.length; term++) {
          least[term] = Math.min(least[term], problem.unit[i][place][term]);
        }
      }
    }
    long units = Math.min(problem.wanted[i], there);
    for (int term = 1; term < least.length; term++) {
      least[term] = units == 0 ? 0 : CostVector.times(least[term], units);
    }
    least[0] = problem.wanted[i] - units;
    return least;
  }
}
