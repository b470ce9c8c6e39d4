package io.omnicommerce.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * {@link ReservationBenchmark} and {@link OrderBenchmark} by turns of a second, many callers at a
 * time: on a machine that is shared with other work, only what runs side by side can be compared.
 * Prints medians of what each way did in a turn, relative to plain SQL, and its p50 and p99.
 */
public final class ReservationsByTurns {

  private static final long TURN_NANOS = 1_000_000_000L;
  private static final int WARM_UP = 3;

  private final int callers;
  private final int turns;
  private final ExecutorService threads;

  /** One way to do it, how many were done in each turn, and how long each took. */
  private record Way(String name, Predicate<int[]> call, List<Long> done, List<long[]> times) {
    static Way of(String name, Predicate<int[]> call) {
      return new Way(name, call, new ArrayList<>(), new ArrayList<>());
    }
  }

  private ReservationsByTurns(int callers, int turns) {
    this.callers = callers;
    this.turns = turns;
    this.threads = Executors.newFixedThreadPool(callers);
  }

  /**
   * Runs all.
   *
   * @param args how many callers, turns of each way and SKUs, and the address of an empty
   *     PostgreSQL; by default 32, 9, 10,000 and one of its own
   */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    int callers = args.length > 0 ? Integer.parseInt(args[0]) : 32;
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 9;
    int rows = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
    try (Reservations reservations = Reservations.open(args.length > 3 ? args[3] : "", rows)) {
      ReservationsByTurns byTurns = new ReservationsByTurns(callers, turns);
      byTurns.run(
          "a hot SKU",
          random -> reservations.skus(true, random),
          Way.of("plainSql", reservations::plainReservation),
          Way.of("library", reservations::reservation),
          Way.of("libraryAlone", reservations::reservationAlone));
      byTurns.run(
          "five of " + rows,
          random -> reservations.skus(false, random),
          Way.of("plainSql", reservations::plainReservation),
          Way.of("library", reservations::reservation),
          Way.of("libraryAlone", reservations::reservationAlone));
      byTurns.run(
          "an order of two hot SKUs",
          random -> new int[] {0, 1},
          Way.of("plainSql", reservations::plainOrder),
          Way.of("library", reservations::order),
          Way.of("libraryAlone", reservations::orderAlone));
      byTurns.threads.shutdown();
    }
  }

  /** Which SKUs the next one is about. */
  private interface Choice {
    int[] next(SplittableRandom random);
  }

  private void run(String what, Choice choice, Way... ways)
      throws InterruptedException, ExecutionException {
    for (int turn = -WARM_UP; turn < turns; turn++) {
      for (Way way : ways) {
        long[] times = turn(choice, way);
        if (turn >= 0) {
          way.done().add((long) times.length);
          way.times().add(times);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%s, %d callers%n", what, callers);
    for (Way way : ways) {
      print(way, ways[0]);
    }
  }

  private long[] turn(Choice choice, Way way) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + TURN_NANOS;
    List<Callable<long[]>> calls = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      SplittableRandom random = new SplittableRandom(caller + System.nanoTime());
      calls.add(() -> call(choice, way, random, end));
    }
    List<long[]> times = new ArrayList<>();
    for (Future<long[]> future : threads.invokeAll(calls)) {
      times.add(future.get());
    }
    return times.stream().flatMapToLong(LongStream::of).toArray();
  }

  private static long[] call(Choice choice, Way way, SplittableRandom random, long end) {
    LongStream.Builder times = LongStream.builder();
    for (long start = System.nanoTime(); start < end; ) {
      if (!way.call().test(choice.next(random))) {
        throw new IllegalStateException("There is plenty, yet one was not served");
      }
      long now = System.nanoTime();
      times.add(now - start);
      start = now;
    }
    return times.build().toArray();
  }

  private static void print(Way way, Way plain) {
    long[] times = way.times().stream().flatMapToLong(LongStream::of).sorted().toArray();
    long[] ratios =
        IntStream.range(0, way.done().size())
            .mapToLong(i -> 100 * way.done().get(i) / Math.max(1, plain.done().get(i)))
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "  %-12s %6d a second, %4d %% of %s (%d to %d); p50 %6d us, p99 %7d us%n",
        way.name(),
        median(way.done()),
        ratios[ratios.length / 2],
        plain.name(),
        ratios[0],
        ratios[ratios.length - 1],
        times[times.length / 2] / 1_000,
        times[(int) (times.length * 99L / 100)] / 1_000);
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
