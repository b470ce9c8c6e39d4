package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;

/** What a return is matched by: who bought what at which price. */
record OriginalKey(String customer, String code, BigDecimal price) {

  OriginalKey {
    price = price.stripTrailingZeros();
  }

  static OriginalKey of(String customer, Row row) {
    return new OriginalKey(customer, row.code(), row.price());
  }
}
