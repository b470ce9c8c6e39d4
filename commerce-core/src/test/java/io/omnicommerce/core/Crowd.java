package io.omnicommerce.core;

import io.omnicommerce.common.CommerceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many callers who begin at the same moment. */
public final class Crowd {

  /** The call of one of them, who are numbered from 0. */
  public interface Numbered<T> {
    T call(int caller) throws Exception;
  }

  private Crowd() {}

  /** What each call answered. The first that fails fails them all. */
  public static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      calls.forEach(call -> running.add(threads.submit(() -> after(start, call))));
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : running) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T after(CyclicBarrier start, Callable<T> call) throws Exception {
    start.await();
    return call.call();
  }

  public static <T> List<T> atOnce(int callers, Numbered<T> call) throws Exception {
    return atOnce(
        IntStream.range(0, callers)
            .mapToObj(caller -> (Callable<T>) () -> call.call(caller))
            .toList());
  }

  /** What each call answered, or the code with which it was refused. */
  public static List<Object> triedAtOnce(int callers, IntFunction<Object> call) throws Exception {
    return atOnce(callers, n -> tried(() -> call.apply(n), code -> code));
  }

  /** What each call answered, or the code with which it was refused. */
  public static List<String> triedAtOnce(List<Supplier<String>> calls) throws Exception {
    return atOnce(calls.size(), n -> tried(calls.get(n)));
  }

  /** What a call answered, or the code with which it was refused. */
  public static String tried(Supplier<String> call) {
    return tried(call, code -> code);
  }

  private static <T> T tried(Supplier<T> call, Function<String, T> refusal) {
    try {
      return call.get();
    } catch (CommerceException refused) {
      return refusal.apply(refused.code().value());
    }
  }
}
