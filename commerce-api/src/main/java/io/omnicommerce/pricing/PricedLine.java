package io.omnicommerce.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.DerivedList;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.tax.TaxLine;
import java.util.List;
import java.util.Objects;

/**
 * A line with its price.
 *
 * @param unitPrice what one unit costs, possibly finer than a cent
 * @param amount unit price times quantity, rounded
 * @param adjustments what changes it
 * @param taxes the tax on what remains
 */
public record PricedLine(
    LineId id,
    Sku sku,
    Quantity quantity,
    UnitPrice unitPrice,
    Money amount,
    List<PriceAdjustment> adjustments,
    List<TaxLine> taxes) {

  public PricedLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unitPrice, "unitPrice");
    Objects.requireNonNull(amount, "amount");
    adjustments = DerivedList.copyOf(Objects.requireNonNull(adjustments, "adjustments"));
    taxes = DerivedList.copyOf(Objects.requireNonNull(taxes, "taxes"));
  }

  /** The amount after adjustments, before added tax. */
  public Money total() {
    Money total = amount;
    for (PriceAdjustment adjustment : adjustments) {
      total = total.plus(adjustment.amount());
    }
    return total;
  }

  /** What the customer pays for the line: its total and the tax added to it. */
  public Money payable() {
    Money payable = total();
    for (TaxLine tax : taxes) {
      payable = tax.included() ? payable : payable.plus(tax.tax());
    }
    return payable;
  }
}
