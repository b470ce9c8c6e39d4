package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import java.util.Comparator;
import java.util.Optional;

/** What makes two lines the same: SKU and reference. A line with a price of its own is alone. */
record LineKey(Sku sku, Optional<String> reference) implements Comparable<LineKey> {

  private static final Comparator<LineKey> ORDER =
      Comparator.comparing(LineKey::sku).thenComparing(key -> key.reference().orElse(""));

  static LineKey of(NewLine line) {
    return new LineKey(line.sku(), line.reference());
  }

  static Optional<LineKey> of(CartLine line) {
    return line.override().isPresent()
        ? Optional.empty()
        : Optional.of(new LineKey(line.sku(), line.reference()));
  }

  @Override
  public int compareTo(LineKey other) {
    return ORDER.compare(this, other);
  }
}
