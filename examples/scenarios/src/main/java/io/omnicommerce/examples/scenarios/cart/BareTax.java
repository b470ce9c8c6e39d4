package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import java.math.BigDecimal;
import java.util.Map;

/** A tax that is there already and only has to be rounded as the market says. */
final class BareTax {

  static final String KEY = "vat_unrounded";

  private BareTax() {}

  static Outcome play(Parts parts) {
    BigDecimal exact = parts.given().decimal(KEY);
    Money unit = Money.ofMinor(1, Terms.currency(parts.given().textOr("currency", "USD")));
    parts.given().allRead();
    Rounding rounding = parts.policies().conventions().rounding();
    BigDecimal tax = rounding.toStep(exact, unit.toBigDecimal());
    return new Named<>("expect key", Map.of("tax_added", Answer.of(tax)))::get;
  }
}
