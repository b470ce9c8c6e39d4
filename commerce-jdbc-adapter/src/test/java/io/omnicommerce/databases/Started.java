package io.omnicommerce.databases;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.Callable;

/**
 * A server that is started by the first test that asks. Where it cannot run, each test that asks is
 * not run and says so, which is not the same as green.
 */
final class Started<T> {

  private final String name;
  private final Callable<T> start;
  private T server;
  private String whyNot = "";

  Started(String name, Callable<T> start) {
    this.name = name;
    this.start = start;
  }

  synchronized T get() {
    if (server == null && whyNot.isEmpty()) {
      try {
        server = start.call();
      } catch (Exception | LinkageError cannot) {
        whyNot = "NOT RUN: " + name + " does not start here: " + cannot;
        System.err.println(whyNot);
      }
    }
    assumeTrue(server != null, whyNot);
    return server;
  }
}
