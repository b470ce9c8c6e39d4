package io.omnicommerce.examples.scenarios.money;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.money.Apportion;
import io.omnicommerce.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Splits an amount by weights, of which some may take only so much. */
@FunctionalInterface
interface Split {

  Split DISTRIBUTE = Split::distribute;

  Map<String, Answer> shares(MoneyTerms terms, Fields with);

  private static Map<String, Answer> distribute(MoneyTerms terms, Fields with) {
    List<Money> shares = split(terms, with).stream().toList();
    List<Answer> answers = shares.stream().map(Answer::of).toList();
    return Map.of(
        "shares", Answer.list(answers),
        "multiset", Answer.bag(answers),
        "sum", Answer.of(Money.sum(terms.currency(), shares)));
  }

  private static List<Money> split(MoneyTerms terms, Fields with) {
    Apportion apportion =
        new Apportion(
            terms.conventions().get(Convention.PRORATION),
            terms.conventions().get(Convention.ZERO_WEIGHTS));
    long total = terms.money(with.decimal("amount")).minor();
    long[] weights =
        Wholes.of(terms.currency().getDefaultFractionDigits(), with.decimals("weights"));
    return Arrays.stream(
            with.has("caps")
                ? capped(terms, apportion, total, weights, with)
                : apportion.split(total, weights))
        .mapToObj(minor -> Money.ofMinor(minor, terms.currency()))
        .toList();
  }

  private static long[] capped(
      MoneyTerms terms, Apportion apportion, long total, long[] weights, Fields with) {
    long[] caps =
        with.decimals("caps").stream().mapToLong(cap -> terms.money(cap).minor()).toArray();
    return switch (terms.conventions().get(Convention.PRICE_FLOOR)) {
      case REDISTRIBUTE -> apportion.splitWithin(total, weights, caps);
      case DROP -> apportion.splitDropping(total, weights, caps);
    };
  }
}
