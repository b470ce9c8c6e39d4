package io.omnicommerce.examples.scenarios.cases;

import io.omnicommerce.examples.scenarios.answers.Answer;

/** What has come out of a case. */
@FunctionalInterface
public interface Outcome {

  /**
   * The answer to a key of {@code expect}.
   *
   * @throws UnsupportedException if the key is not known
   */
  Answer answer(String key);
}
