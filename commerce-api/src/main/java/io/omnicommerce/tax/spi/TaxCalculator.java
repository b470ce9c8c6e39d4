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
   * is on more than its amount, nothing exempt is taxed, included taxes leave a net that has not
   * another sign either, and each tax is its percentage of its base: to one minor unit for each
   * unit of the item's quantity, as services round on units or on lines, and to a millionth of the
   * base, as a percentage has four decimals. A tax that is no percentage of anything, a flat fee,
   * is a charge of the host's own. What breaks this is refused with {@code
   * port.contract_violation}.
   */
  ExternalTaxes calculate(TaxQuestion question);
}
