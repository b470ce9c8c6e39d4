package io.omnicommerce.examples.scenarios.cases;

/**
 * Something that is done.
 *
 * @param fields what it is done with
 */
public record Step(String op, Fields fields) {

  static Step of(Fields fields) {
    return new Step(fields.text("op"), fields);
  }
}
