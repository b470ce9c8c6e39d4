package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.tax.TaxRate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be expected of a cart by name: by line, by rate. */
final class CartTables {

  private CartTables() {}

  static Answer lineDiscounts(CartResult cart) {
    return byLine(cart, cart::discount);
  }

  static Answer lineTotals(CartResult cart) {
    return byLine(cart, PricedLine::total);
  }

  /** By the percentage of a rate as {@code 19%}. */
  static Answer taxByRate(CartResult cart) {
    Map<String, Money> sums = new LinkedHashMap<>();
    cart.taxes().forEach(tax -> sums.merge(percent(tax.percent()), tax.tax(), Money::plus));
    Set<String> known =
        cart.given().taxes().rates().stream()
            .map(TaxRate::percent)
            .map(CartTables::percent)
            .collect(Collectors.toSet());
    return table(sums, known);
  }

  private static String percent(java.math.BigDecimal percent) {
    return percent.toPlainString() + '%';
  }

  private static Answer byLine(CartResult cart, Function<PricedLine, Money> of) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    cart.priced()
        .lines()
        .forEach(line -> amounts.merge(line.sku().value(), of.apply(line), Money::plus));
    Set<String> known =
        cart.given().articles().stream()
            .map(article -> article.sku().value())
            .collect(Collectors.toSet());
    return table(amounts, known);
  }

  static Answer table(Map<String, Money> amounts, Set<String> known) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    amounts.forEach((name, amount) -> answers.put(name, Answer.of(amount)));
    return Answer.table(answers, known);
  }
}
