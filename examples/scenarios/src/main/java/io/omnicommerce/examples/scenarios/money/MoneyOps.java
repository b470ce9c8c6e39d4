package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.money.ExchangeRate;
import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What is done with amounts. */
final class MoneyOps {

  static final Named<BiFunction<MoneyTerms, Fields, Map<String, Answer>>> BY_NAME =
      new Named<>(
          "op",
          Map.ofEntries(
              Map.entry("round", RoundOp::round),
              Map.entry("minor_digits", MoneyOps::digits),
              Map.entry("to_minor", MoneyOps::toMinor),
              Map.entry("percent_of", MoneyOps::percentOf),
              Map.entry("convert", MoneyOps::convert),
              Map.entry("prorate_time", MoneyOps::prorateTime)));

  private MoneyOps() {}

  private static Map<String, Answer> digits(MoneyTerms terms, Fields with) {
    Currency currency = terms.currency(with);
    return Map.of("digits", Answer.of(currency.getDefaultFractionDigits()));
  }

  private static Map<String, Answer> toMinor(MoneyTerms terms, Fields with) {
    return Map.of("minor", Answer.of(amount(terms, with).minor()));
  }

  private static Map<String, Answer> percentOf(MoneyTerms terms, Fields with) {
    return value(amount(terms, with).percent(with.decimal("percent"), terms.rounding(with)));
  }

  /** One amount or several, the total or each of them as the convention says. */
  private static Map<String, Answer> convert(MoneyTerms terms, Fields with) {
    Currency from = with.findText("from").map(Terms::currency).orElse(terms.currency());
    Currency to = with.findText("to").map(Terms::currency).orElseGet(() -> terms.currency(with));
    ExchangeRate rate = new ExchangeRate("rate", from, to, with.decimal("rate"));
    return value(
        rate.total(
            amounts(with, from),
            terms.conventions().get(Convention.CURRENCY_CONVERSION),
            terms.rounding(with)));
  }

  private static List<Money> amounts(Fields with, Currency from) {
    List<BigDecimal> several = with.decimals("amounts");
    List<BigDecimal> all = several.isEmpty() ? List.of(with.decimal("amount")) : several;
    return all.stream().map(amount -> Money.of(amount, from)).toList();
  }

  /** The part of an amount for a part of the time. */
  private static Map<String, Answer> prorateTime(MoneyTerms terms, Fields with) {
    long[] parts = Wholes.of(0, List.of(with.decimal("used"), with.decimal("of")));
    return value(amount(terms, with).times(parts[0], parts[1], terms.rounding(with)));
  }

  /** An amount goes by either name. */
  private static Money amount(MoneyTerms terms, Fields with) {
    BigDecimal major = with.findDecimal("value").orElseGet(() -> with.decimal("amount"));
    return Money.of(major, terms.currency(with));
  }

  private static Map<String, Answer> value(Money money) {
    return Map.of("value", Answer.of(money), "amount", Answer.of(money));
  }
}
