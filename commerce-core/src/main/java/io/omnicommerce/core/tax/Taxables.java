package io.omnicommerce.core.tax;

import java.util.Currency;

/** What is sold together and taxed, by places. Amounts are minor units of one currency. */
public interface Taxables {

  /** What something is. */
  enum Kind {
    GOODS,
    SHIPPING,
    /** A fee, or a reduction by hand. */
    OTHER
  }

  int size();

  Currency currency();

  Kind kind(int place);

  /** Its tax category. */
  String category(int place);

  /** Whether no tax is due on it, whatever its category. */
  boolean isExempt(int place);

  /** Before discounts; below zero what is taken off by hand. */
  long amount(int place);

  /** What is taken off, as a positive amount. */
  long discount(int place);

  /** Whole units are taxed one by one where a convention says so; what is measured is one thing. */
  long units(int place);

  /** What is left of an amount. */
  default long total(int place) {
    return TaxRounding.plus(amount(place), -discount(place));
  }
}
