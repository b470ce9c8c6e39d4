package io.omnicommerce.pricing;

import io.omnicommerce.money.Money;
import io.omnicommerce.tax.TaxLine;
import java.util.List;
import java.util.Objects;

/** A charge with its tax. */
public record PricedCharge(Charge charge, List<TaxLine> taxes) {

  public PricedCharge {
    Objects.requireNonNull(charge, "charge");
    taxes = List.copyOf(Objects.requireNonNull(taxes, "taxes"));
  }

  /** What the customer pays for it: its amount and the tax added to it. */
  public Money payable() {
    Money payable = charge.amount();
    for (TaxLine tax : taxes) {
      payable = tax.included() ? payable : payable.plus(tax.tax());
    }
    return payable;
  }
}
