package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.tax.ExternalTaxes;

/** What there is of a tax service's answer while something is priced. */
public sealed interface TaxReply {

  /** It was asked, and this is what it said. */
  record Answered(ExternalTaxes taxes) implements TaxReply {}

  /** It is still to be asked. */
  record Open() implements TaxReply {}

  /** It failed, and the rates of the market count. */
  record OwnRates() implements TaxReply {}

  /** It has not answered, and there is no price without it. */
  record Refused(Refusal reason) implements TaxReply {}
}
