package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;

/** What the files say about a SKU, gathered in the first pass. */
final class SkuFacts {

  private String title = "";
  private BigDecimal price = BigDecimal.ZERO;
  private long sold;
  private long gone;

  /** The first description that is not empty. */
  void describe(String description) {
    title = title.isEmpty() ? description : title;
  }

  /** The first price above zero. */
  void price(BigDecimal seen) {
    price = price.signum() == 0 ? seen : price;
  }

  void sell(long quantity) {
    sold = capped(sold + quantity);
  }

  void lose(long quantity) {
    gone = capped(gone + quantity);
  }

  String title() {
    return title;
  }

  BigDecimal price() {
    return price;
  }

  /** How much of it the files sell. */
  long sold() {
    return sold;
  }

  /** How much of it the files write off. */
  long gone() {
    return gone;
  }

  // No shop has more: a row that says so will be refused, and is not worth a stock.
  private static long capped(long quantity) {
    return Math.min(quantity, 1_000_000_000L);
  }
}
