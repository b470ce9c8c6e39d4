package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.money.CashRounding;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Rounds to a multiple of some increment, in one step or in two. */
final class RoundOp {

  private RoundOp() {}

  static Map<String, Answer> round(MoneyTerms terms, Fields with) {
    Rounding rounding = terms.rounding(with);
    BigDecimal value = with.decimal("value");
    BigDecimal increment = with.decimal("increment");
    Optional<Integer> digits = with.findWhole("pre_round_digits");
    boolean twoSteps = terms.conventions().get(Convention.CASH_ROUNDING) == CashRounding.TWO_STEP;
    if (digits.isEmpty() && twoSteps) {
      Money coin = terms.money(increment);
      return Map.of("value", Answer.of(CashRounding.TWO_STEP.round(value, coin, rounding)));
    }
    BigDecimal first = digits.map(some -> rounding.toStep(value, last(some))).orElse(value);
    return Map.of("value", Answer.of(rounding.toStep(first, increment)));
  }

  /** One in the last of so many places behind the point. */
  private static BigDecimal last(int digits) {
    return BigDecimal.valueOf(1, digits);
  }
}
