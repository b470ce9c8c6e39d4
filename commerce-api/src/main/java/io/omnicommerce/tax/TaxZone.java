package io.omnicommerce.tax;

import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import java.util.List;
import java.util.Objects;

/** A named set of rates, at most {@value #RATES_MAX}. */
public record TaxZone(String name, List<TaxRate> rates) {

  /** The most rates of a zone. */
  public static final int RATES_MAX = 1_000;

  public TaxZone {
    Text.id(name, "name");
    rates = List.copyOf(Objects.requireNonNull(rates, "rates"));
    if (rates.size() > RATES_MAX) {
      throw new LimitExceededException(
          TaxService.LIMIT_EXCEEDED, "ratesMax", RATES_MAX, "Split the zone.");
    }
  }
}
