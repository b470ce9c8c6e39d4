package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.Destination;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.tax.TaxArea;
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
 * @param home the place of carts that go nowhere yet; empty if they have none
 * @param names what the case calls its rates
 */
record Taxes(Optional<Destination> home, List<TaxRate> rates, Set<String> names) {

  static final String ZONE = "zone";

  static Taxes read(Fields given) {
    Optional<Fields> tax = given.findObject("tax");
    if (tax.isEmpty()) {
      return new Taxes(Optional.empty(), List.of(), Set.of());
    }
    Fields fields = tax.get();
    Optional<Destination> home = fields.findText("default_country").map(Taxes::place);
    Set<String> names = new HashSet<>();
    Taxes taxes = new Taxes(home, rates(fields.objects("rates"), names), names);
    fields.allRead();
    return taxes;
  }

  static Destination place(String code) {
    try {
      return Destination.parse(code);
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
    return new TaxRate(
        fields.textOr("name", code),
        fields.text("category"),
        new TaxArea(places(fields, "countries"), places(fields, "except_countries")),
        fields.decimal("rate"),
        fields.flagOr("included", false),
        Terms.window(fields, "valid_from", "valid_to"));
  }

  private static Set<Destination> places(Fields fields, String key) {
    return fields.has(key)
        ? fields.texts(key).stream().map(Taxes::place).collect(Collectors.toSet())
        : Set.of();
  }
}
