package io.omnicommerce.examples.quickstart;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The codes that stand where a SKU belongs and are no goods, with the kind of charge they are. */
final class Pseudo {

  private static final String VOUCHER_PREFIX = "GIFT_";

  // spotless:off
  private static final Map<String, String> KINDS = Map.ofEntries(
      Map.entry("POST",         "delivery"),   // postage
      Map.entry("DOT",          "delivery"),   // postage of orders from another shop's site
      Map.entry("C2",           "delivery"),   // carriage
      Map.entry("C3",           "delivery"),
      Map.entry("D",            "discount"),
      Map.entry("M",            "manual"),     // entered by hand
      Map.entry("ADJUST",       "manual"),
      Map.entry("ADJUST2",      "manual"),
      Map.entry("S",            "samples"),
      Map.entry("B",            "bad_debt"),
      Map.entry("BANK CHARGES", "fee"),
      Map.entry("AMAZONFEE",    "fee"),
      Map.entry("CRUK",         "fee"),        // commission of a charity
      Map.entry("GIFT",         "voucher"));
  // spotless:on

  private Pseudo() {}

  /** The kind of charge that a code is, in upper or lower case, or empty for goods. */
  static Optional<String> kind(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return upper.startsWith(VOUCHER_PREFIX)
        ? Optional.of("voucher")
        : Optional.ofNullable(KINDS.get(upper));
  }
}
