package io.omnicommerce.contract;

import io.omnicommerce.common.CommerceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Callers that start at the same moment. */
final class Race {

  /** How much longer and wider races are than in an everyday build: {@value}, from 1 up. */
  static final String SCALE = "omnicommerce.contract.scale";

  private static final int SECONDS_MAX = 120;
  private static final int TRIES_MAX = 100;

  private Race() {}

  static int scale() {
    return Math.max(1, Integer.getInteger(SCALE, 1));
  }

  /** Runs one piece of work for each number from 0, all at once; answers in their order. */
  static <R> List<R> run(int callers, IntFunction<R> work) {
    CyclicBarrier start = new CyclicBarrier(callers);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        Callable<R> caller =
            () -> {
              start.await(SECONDS_MAX, TimeUnit.SECONDS);
              return work.apply(number);
            };
        futures.add(threads.submit(caller));
      }
      return answers(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Does what a host does when it is told that the same call may succeed if it is made again. */
  static <R> R retrying(Supplier<R> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (CommerceException failed) {
        if (!failed.isRetryable() || attempt == TRIES_MAX) {
          throw failed;
        }
      }
    }
  }

  private static <R> List<R> answers(List<Future<R>> futures) {
    List<R> answers = new ArrayList<>();
    for (Future<R> future : futures) {
      try {
        answers.add(future.get(SECONDS_MAX, TimeUnit.SECONDS));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      } catch (ExecutionException failed) {
        throw new AssertionError("a caller met what it should not meet", failed.getCause());
      } catch (TimeoutException stuck) {
        throw new AssertionError("a caller is stuck", stuck);
      }
    }
    return answers;
  }
}
