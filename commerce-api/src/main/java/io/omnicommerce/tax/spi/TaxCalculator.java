package io.omnicommerce.tax.spi;

import io.omnicommerce.tax.ExternalTaxes;

/**
 * A tax service outside of the library. Called outside of any transaction or lock, possibly from
 * many threads: for whatever is priced that is not a cart, and for carts when they are shown or
 * checked out and it has not been asked about the same content before. A call may take its time. If
 * it throws, the market's convention {@code tax_service_failure} says what becomes of the price;
 * nothing has changed then.
 */
public interface TaxCalculator {

  /**
   * The taxes on everything that is sold together. The answer names each item of the question once
   * and no others, in the currency of the question; no tax has another sign than its amount, none
   * is on more than its amount, nothing exempt is taxed, and included taxes leave a net that has
   * not another sign either. What breaks this is refused with {@code port.contract_violation}.
   */
  ExternalTaxes calculate(TaxQuestion question);
}
