package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The taxes of a case.
 *
 * @param home the country of carts that go nowhere yet; empty if they have none
 * @param names what the case calls its rates
 */
record Taxes(Optional<CountryCode> home, List<TaxRate> rates, Set<String> names) {

  static final String ZONE = "zone";

  static Taxes read(Fields given) {
    Optional<Fields> tax = given.findObject("tax");
    if (tax.isEmpty()) {
      return new Taxes(Optional.empty(), List.of(), Set.of());
    }
    Fields fields = tax.get();
    Optional<CountryCode> home = fields.findText("default_country").map(Taxes::country);
    Set<String> names = new HashSet<>();
    Taxes taxes = new Taxes(home, rates(fields.objects("rates"), names), names);
    fields.allRead();
    return taxes;
  }

  static CountryCode country(String code) {
    try {
      return CountryCode.of(code);
    } catch (InvalidInputException unknown) {
      throw new UnsupportedException("the country '" + code + "' is not known");
    }
  }

  private static List<TaxRate> rates(List<Fields> all, Set<String> names) {
    List<TaxRate> rates = new ArrayList<>();
    for (Fields fields : all) {
      fields.findText("name").ifPresent(names::add);
      rates.add(rate(fields, "rate-" + (rates.size() + 1)));
      fields.allRead();
    }
    return rates;
  }

  private static TaxRate rate(Fields fields, String code) {
    if (fields.has("except_countries")) {
      throw new UnsupportedException("except_countries cannot be said to the library yet");
    }
    return new TaxRate(
        fields.textOr("name", code),
        fields.text("category"),
        countries(fields.texts("countries")),
        fields.decimal("rate"),
        fields.flagOr("included", false),
        Terms.window(fields, "valid_from", "valid_to"));
  }

  private static Set<CountryCode> countries(List<String> codes) {
    return codes.stream().map(Taxes::country).collect(Collectors.toSet());
  }
}
