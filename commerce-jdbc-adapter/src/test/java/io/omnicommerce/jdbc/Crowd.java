package io.omnicommerce.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers who begin at the same moment. */
final class Crowd {

  private Crowd() {}

  /** What each of them answered. The first failure fails the crowd. */
  static <R> List<R> of(int callers, IntFunction<Callable<R>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    CyclicBarrier start = new CyclicBarrier(callers);
    try {
      List<Future<R>> answers = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        Callable<R> mine = work.apply(i);
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return mine.call();
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> answer : answers) {
        results.add(answer.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdownNow();
    }
  }
}
