package io.omnicommerce.core.checkout;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.jdbc.JdbcStorage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The London store with a process of its own: does what it is told, a line each. */
final class StoreInAnotherJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;
  private final BufferedWriter told;

  private StoreInAnotherJvm(Process process) {
    this.process = process;
    said = process.inputReader(StandardCharsets.UTF_8);
    told = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts it and waits until it is ready. */
  static StoreInAnotherJvm on(String url, String user) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                StoreInAnotherJvm.class.getName(),
                url,
                user)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    StoreInAnotherJvm store = new StoreInAnotherJvm(process);
    if (!"ready".equals(store.said.readLine())) {
      throw new IllegalStateException("The other JVM did not get ready");
    }
    return store;
  }

  /** Hands a pickup over; answers with its step, or with the code of what went wrong. */
  String collect(Instant now, FulfillmentId job, String code) throws IOException {
    return ask("collect " + now + " " + job + " " + code);
  }

  /** Ships all of a job; answers as {@link #collect}. */
  String ship(Instant now, FulfillmentId job, String key) throws IOException {
    return ask("ship " + now + " " + job + " " + key);
  }

  private String ask(String line) throws IOException {
    told.append(line).append('\n').flush();
    return Optional.ofNullable(said.readLine()).orElse("the other JVM has ended");
  }

  @Override
  public void close() {
    process.destroy();
  }

  public static void main(String[] args) throws IOException {
    MutableClock clock = MutableClock.startingAt(Shop.START);
    try (HikariDataSource pool = pool(args[0], args[1])) {
      FulfillmentService fulfillment =
          new CoreFulfillmentService(JdbcStorage.over(pool).clock(clock), Shop.secretsFrom(7));
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      System.out.println("ready");
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] words = line.split(" ", -1);
        clock.advance(Duration.between(clock.instant(), Instant.parse(words[1])));
        System.out.println(obey(fulfillment, words));
      }
    }
  }

  private static String obey(FulfillmentService fulfillment, String[] words) {
    FulfillmentId job = FulfillmentId.of(words[2]);
    try {
      return (words[0].equals("ship")
              ? fulfillment.shipAll(
                  FulfillmentRaceTest.LONDON, job, Optional.empty(), Buying.key(words[3]))
              : fulfillment.collect(FulfillmentRaceTest.LONDON, job, words[3], "Ada"))
          .step()
          .name();
    } catch (CommerceException refused) {
      return refused.code().toString();
    }
  }

  private static HikariDataSource pool(String url, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(2);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }
}
