package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** The currency and the conventions of a case about amounts. */
record MoneyTerms(Currency currency, Conventions conventions) {

  static MoneyTerms of(Parts parts) {
    MoneyTerms terms =
        new MoneyTerms(
            Terms.currency(parts.given().textOr("currency", "USD")),
            parts.policies().conventions());
    parts.given().allRead();
    return terms;
  }

  /** That of a step, or of the case. */
  Currency currency(Fields with) {
    return with.findText("currency").map(Terms::currency).orElse(currency);
  }

  /** That of a step, or the convention's. */
  Rounding rounding(Fields with) {
    Optional<Rounding> named =
        with.findText("mode").or(() -> with.findText("rounding")).map(Terms::rounding);
    return named.orElse(conventions.rounding());
  }

  Money money(BigDecimal major) {
    return Money.of(major, currency);
  }
}
