package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be expected of a cart by name: by line, by rate. */
final class CartTables {

  private CartTables() {}

  static Answer lineDiscounts(CartResult cart) {
    return byLine(cart, cart::discount);
  }

  static Answer lineTotals(CartResult cart) {
    return byLine(cart, PricedLine::total);
  }

  /** By the percentage of a rate as {@code 19%}, and by the name that the case gives it. */
  static Answer taxByRate(CartResult cart) {
    Set<String> known =
        cart.given().taxes().rates().stream()
            .map(TaxRate::percent)
            .map(CartTables::percent)
            .collect(Collectors.toSet());
    known.addAll(cart.given().taxes().names());
    Map<String, Money> sums = new LinkedHashMap<>();
    cart.taxes()
        .forEach(
            tax ->
                Stream.of(percent(tax.percent()), tax.code())
                    .filter(known::contains)
                    .forEach(name -> sums.merge(name, tax.tax(), Money::plus)));
    return table(sums, known);
  }

  static Answer byPromotion(CartResult cart) {
    return table(promotions(cart), known(cart));
  }

  /** Those that have changed an amount. */
  static Answer appliedPromotions(CartResult cart) {
    return Answer.bag(promotions(cart).keySet().stream().map(Answer::of).toList());
  }

  private static Map<String, Money> promotions(CartResult cart) {
    Map<String, Money> sums = new LinkedHashMap<>();
    cart.adjustments()
        .filter(adjustment -> !adjustment.amount().isZero())
        .forEach(one -> sums.merge(one.source(), one.amount().negated(), Money::plus));
    return sums;
  }

  private static Set<String> known(CartResult cart) {
    return cart.shop().promotions();
  }

  private static String percent(BigDecimal percent) {
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
