package io.omnicommerce.money;

/** What is converted into another currency. */
public enum CurrencyConversion {
  /** The total. The default. */
  CONVERT_TOTAL,
  /** Each line; the total is their sum. */
  SUM_CONVERTED
}
