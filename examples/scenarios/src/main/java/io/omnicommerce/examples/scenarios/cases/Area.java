package io.omnicommerce.examples.scenarios.cases;

import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;

/** Plays the cases of an area through the library. */
@FunctionalInterface
public interface Area {

  /**
   * Builds the case's world and does what it does.
   *
   * @throws UnsupportedException if something in it is not known
   */
  Outcome play(Parts parts);
}
