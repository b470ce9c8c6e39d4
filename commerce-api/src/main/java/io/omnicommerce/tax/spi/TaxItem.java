package io.omnicommerce.tax.spi;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is taxed.
 *
 * @param id its name within the sale: that of a line or of a charge
 * @param category its tax category
 * @param amount what is left of its price after discounts; below zero what is taken off by hand
 * @param quantity of how much
 * @param exemption why no tax is due on it, if none is
 */
public record TaxItem(
    String id,
    Kind kind,
    String category,
    Money amount,
    Quantity quantity,
    Optional<String> exemption) {

  /** What it is. */
  public enum Kind {
    /** A line of goods. */
    GOODS,
    /** Delivery. */
    SHIPPING,
    /** A fee, or a reduction by hand. */
    OTHER
  }

  public TaxItem {
    Text.id(id, "id");
    Objects.requireNonNull(kind, "kind");
    Text.id(category, "category");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(exemption, "exemption");
  }
}
