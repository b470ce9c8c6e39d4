package io.omnicommerce.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.Commerce;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.checkout.CheckoutOutcome.Refused;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.jdbc.JdbcStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The buyers of a {@link FlashSale} who came to one JVM. */
final class Buyers {

  private static final int TRIES_MAX = 20;

  private final Commerce commerce;
  private final AtomicInteger next;
  private final int end;

  private Buyers(Commerce commerce, int first, int end) {
    this.commerce = commerce;
    this.next = new AtomicInteger(first);
    this.end = end;
  }

  /**
   * Gets ready, waits for a line, and buys.
   *
   * @param args the database, the first buyer's number, the one after the last one's, and how many
   *     buy at a time
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    try (HikariDataSource pool = Postgres.pool(args[0])) {
      Commerce commerce = Shop.over(JdbcStorage.over(pool));
      Buyers buyers = new Buyers(commerce, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      System.out.println("ready");
      if (System.in.read() >= 0) {
        buyers.buy(Integer.parseInt(args[3])).lines().forEach(System.out::println);
      }
    }
  }

  private SaleResult buy(int threads) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Callable<SaleResult>> queues = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      queues.add(this::queue);
    }
    SaleResult sum = SaleResult.NONE;
    for (Future<SaleResult> queue : pool.invokeAll(queues)) {
      sum = sum.plus(queue.get());
    }
    pool.shutdown();
    return sum;
  }

  /** One buyer after the other, until there are no more. */
  private SaleResult queue() {
    int placed = 0;
    int soldOut = 0;
    List<String> others = new ArrayList<>();
    for (int buyer = next.getAndIncrement(); buyer < end; buyer = next.getAndIncrement()) {
      String answer = answer(buyer);
      placed += answer.equals("placed") ? 1 : 0;
      soldOut += answer.equals("sold out") ? 1 : 0;
      if (!answer.equals("placed") && !answer.equals("sold out")) {
        others.add("buyer " + buyer + ": " + answer);
      }
    }
    return new SaleResult(placed, soldOut, others);
  }

  private String answer(int buyer) {
    String session = "buyer-" + buyer;
    try {
      CartId cart = repeated(() -> Shop.fill(commerce, session));
      return answer(repeated(() -> Shop.order(commerce, session, cart)));
    } catch (CommerceException failed) {
      return failed.code().equals(InventoryService.OUT_OF_STOCK) ? "sold out" : failed.toString();
    }
  }

  /** What may be repeated is, as a browser would. */
  private static <R> R repeated(Supplier<R> call) {
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

  private static String answer(CheckoutOutcome outcome) {
    if (outcome instanceof Placed) {
      return "placed";
    }
    boolean isSoldOut =
        outcome instanceof Refused refused
            && refused.reasons().stream()
                .allMatch(reason -> reason.code().equals(InventoryService.OUT_OF_STOCK));
    return isSoldOut ? "sold out" : outcome.toString();
  }
}
