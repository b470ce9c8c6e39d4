package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A row that could be read.
 *
 * @param number its number among all rows of all files, from 1
 * @param invoice the document it is a part of
 * @param code a SKU, or a code that is no goods
 * @param quantity below zero for what comes back or is gone
 * @param price of one, in pounds; possibly finer than a penny, possibly below zero
 * @param customer who, if the shop knew
 */
record Row(
    long number,
    String invoice,
    String code,
    String description,
    long quantity,
    LocalDateTime at,
    BigDecimal price,
    Optional<String> customer,
    String country) {

  /** Quantity times price, exactly. */
  BigDecimal value() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }

  boolean isFree() {
    return price.signum() == 0;
  }
}
