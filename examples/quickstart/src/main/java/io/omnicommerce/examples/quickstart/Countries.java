package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.CountryCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The countries' codes by the names that the files use. */
final class Countries {

  private static final CountryCode HOME = CountryCode.of("GB");
  private static final Map<String, CountryCode> CODES = codes();

  private Countries() {}

  /** A country's code; what is no country ("European Community", "Unspecified") counts as home. */
  static CountryCode code(String name) {
    return CODES.getOrDefault(name.toLowerCase(Locale.ROOT), HOME);
  }

  private static Map<String, CountryCode> codes() {
    Map<String, CountryCode> codes = new HashMap<>();
    for (String iso : Locale.getISOCountries()) {
      String name = new Locale.Builder().setRegion(iso).build().getDisplayCountry(Locale.ENGLISH);
      codes.put(name.toLowerCase(Locale.ROOT), CountryCode.of(iso));
    }
    codes.put("eire", CountryCode.of("IE"));
    codes.put("rsa", CountryCode.of("ZA"));
    codes.put("usa", CountryCode.of("US"));
    codes.put("channel islands", CountryCode.of("JE"));
    codes.put("czech republic", CountryCode.of("CZ"));
    codes.put("hong kong", CountryCode.of("HK"));
    return codes;
  }
}
