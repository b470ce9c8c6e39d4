package io.omnicommerce.tax.spi;

import io.omnicommerce.tax.ExternalTaxes;

/**
 * A tax service outside of the library. Called outside of any transaction or lock, possibly from
 * many threads. A call may take its time; what it throws reaches whoever asked for the price, and
 * nothing has changed then.
 */
public interface TaxCalculator {

  /**
   * The taxes on everything that is sold together. The answer names each item of the question once
   * and no others, in the currency of the question; no tax has another sign than its amount, and
   * included taxes leave a net that has not either. What breaks this is refused with {@code
   * port.contract_violation}.
   */
  ExternalTaxes calculate(TaxQuestion question);
}
