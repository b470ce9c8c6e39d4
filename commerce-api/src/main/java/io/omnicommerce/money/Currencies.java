package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;

/**
 * The currencies that can be paid with: those of ISO 4217 in force, with their minor units as the
 * JDK knows them. Historic codes, codes for metals, funds and tests are refused, and so is anything
 * but three capital letters.
 */
public final class Currencies {

  /** The code is not an ISO 4217 currency in force. */
  public static final ErrorCode UNKNOWN = ErrorCode.of("money.unknown_currency");

  // ISO 4217 list one, without metals, funds, bond units, testing and "no currency".
  private static final Set<String> IN_FORCE =
      Set.of(
          ("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK "
                  + "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
                  + "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
                  + "NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
                  + "SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW")
              .split(" "));

  /** By ISO number, of which no two that are in force have the same: every amount is checked. */
  private static final Currency[] BY_NUMBER = new Currency[1_000];

  static {
    for (String code : IN_FORCE) {
      Currency currency = Currency.getInstance(code);
      BY_NUMBER[currency.getNumericCode()] = currency;
    }
  }

  private Currencies() {}

  /**
   * @throws InvalidInputException {@code money.unknown_currency}
   */
  public static Currency of(String code) {
    Objects.requireNonNull(code, "code");
    if (!IN_FORCE.contains(code)) {
      throw unknown(code);
    }
    return Currency.getInstance(code);
  }

  /**
   * Refuses a currency that is not in force.
   *
   * @throws InvalidInputException {@code money.unknown_currency}
   */
  public static Currency check(Currency currency) {
    Objects.requireNonNull(currency, "currency");
    if (!currency.equals(BY_NUMBER[currency.getNumericCode()])) {
      throw unknown(currency.getCurrencyCode());
    }
    return currency;
  }

  private static InvalidInputException unknown(String code) {
    return new InvalidInputException(
        UNKNOWN,
        "currency",
        code,
        "must be the code of an ISO 4217 currency in force, such as EUR");
  }
}
