package io.omnicommerce.core.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** How much of each SKU a cart has over all its lines. A sum may be more than any quantity. */
final class SkuTotals {

  private final Map<Sku, BigDecimal> bySku = new HashMap<>();

  void add(Sku sku, Quantity quantity) {
    bySku.merge(sku, quantity.toBigDecimal(), BigDecimal::add);
  }

  void replace(Sku sku, Quantity before, Quantity after) {
    bySku.merge(sku, after.toBigDecimal().subtract(before.toBigDecimal()), BigDecimal::add);
  }

  boolean exceed(Sku sku, Quantity more, Quantity max) {
    return of(sku).add(more.toBigDecimal()).compareTo(max.toBigDecimal()) > 0;
  }

  /** How much may still be added; none if there is too much already. */
  Quantity room(Sku sku, Quantity max) {
    BigDecimal room = max.toBigDecimal().subtract(of(sku));
    return room.signum() <= 0 ? Quantity.ZERO : Quantity.of(room);
  }

  BigDecimal of(Sku sku) {
    return bySku.getOrDefault(sku, BigDecimal.ZERO);
  }
}
