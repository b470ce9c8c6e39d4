package io.omnicommerce.core.tax;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxService;

/** Why there are no taxes where a service outside says them. */
public final class TaxRefusals {

  private TaxRefusals() {}

  public static Refusal failed() {
    return Refusal.of(
        TaxService.SERVICE_FAILED,
        "The tax service could not be asked, so there is no price. Try again later.",
        Facts.none());
  }

  /** Nothing takes the place of a wrong answer: the host's code is to be mended. */
  public static Refusal broken() {
    return Refusal.of(
        PortContractException.CODE,
        "The host's TaxCalculator answered what its contract forbids; its log says what.",
        Facts.of("port", "TaxCalculator"));
  }

  public static Refusal externalCall() {
    return Refusal.of(
        ExternalTaxes.EXTERNAL_CALL,
        "The storage works inside the host's transaction, in which the tax service must not be"
            + " asked. Ask it before, and give its answer: carts().taxQuestion and"
            + " carts().answerTaxes, or the tax terms of a request.",
        Facts.none());
  }

  /** Where each tax category must have a rate, so that none is forgotten. */
  public static Refusal noRate(String category, String line) {
    return Refusal.of(
        TaxService.NO_RATE,
        "No tax rate is for the category "
            + category
            + " of "
            + line
            + " where it goes. Save one in the market's tax zone, of 0 % if it is not taxed.",
        Facts.of("category", category, "line", line));
  }

  /** Nothing was to be asked, or what was asked about has changed meanwhile. */
  public static Refusal outdated() {
    return Refusal.of(
        ExternalTaxes.OUTDATED,
        "The tax service's answer is not about what is to be taxed now. Ask it again.",
        Facts.none());
  }
}
