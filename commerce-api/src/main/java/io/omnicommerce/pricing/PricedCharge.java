package io.omnicommerce.pricing;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.money.Money;
import io.omnicommerce.tax.TaxLine;
import java.util.List;
import java.util.Objects;

/**
 * A charge with its tax.
 *
 * @param adjustments what changes it
 * @param taxes the tax on what remains
 */
public record PricedCharge(Charge charge, List<PriceAdjustment> adjustments, List<TaxLine> taxes) {

  public PricedCharge {
    Objects.requireNonNull(charge, "charge");
    adjustments = DerivedList.copyOf(Objects.requireNonNull(adjustments, "adjustments"));
    taxes = DerivedList.copyOf(Objects.requireNonNull(taxes, "taxes"));
  }

  /** The amount after adjustments, before added tax. */
  public Money total() {
    Money total = charge.amount();
    for (PriceAdjustment adjustment : adjustments) {
      total = total.plus(adjustment.amount());
    }
    return total;
  }

  /** What the customer pays for it: its total and the tax added to it. */
  public Money payable() {
    Money payable = total();
    for (TaxLine tax : taxes) {
      payable = tax.included() ? payable : payable.plus(tax.tax());
    }
    return payable;
  }
}
