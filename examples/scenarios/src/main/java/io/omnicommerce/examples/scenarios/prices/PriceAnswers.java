package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be expected of a price. */
final class PriceAnswers {

  static final Named<Function<Optional<PriceAnswer>, Answer>> BY_KEY =
      new Named<>(
          "expect key",
          Map.of(
              "price", price -> Answer.of(price.map(one -> Answer.of(one.price()))),
              "price_id", price -> Answer.of(price.flatMap(PriceAnswer::row).map(Answer::of)),
              "original_price",
                  price -> Answer.of(price.flatMap(PriceAnswer::original).map(Answer::of)),
              "from_list", PriceAnswers::fromList));

  private PriceAnswers() {}

  /** Whether it is from a list of the case, and not from what names no list. */
  private static Answer fromList(Optional<PriceAnswer> price) {
    return Answer.of(price.map(PriceAnswer::kind).map(PriceAnswers::isSpecial).orElse(false));
  }

  private static boolean isSpecial(PriceList.Kind kind) {
    return kind != PriceList.Kind.BASE;
  }
}
