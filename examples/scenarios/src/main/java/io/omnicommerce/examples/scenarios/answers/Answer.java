package io.omnicommerce.examples.scenarios.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the library said, comparable with what a case expects. */
public interface Answer {

  JsonNodeFactory NODES = JsonNodeFactory.instance;

  Answer NONE = new NoAnswer();

  /** Whether it is what was expected. */
  boolean meets(JsonNode expected);

  /** As it is shown beside what was expected. */
  JsonNode shown();

  static Answer of(Money money) {
    return new NumberAnswer(money.toBigDecimal());
  }

  static Answer of(UnitPrice price) {
    return new NumberAnswer(price.toBigDecimal());
  }

  static Answer of(Quantity quantity) {
    return new NumberAnswer(quantity.toBigDecimal());
  }

  static Answer of(BigDecimal number) {
    return new NumberAnswer(number);
  }

  static Answer of(long number) {
    return new NumberAnswer(BigDecimal.valueOf(number));
  }

  static Answer of(boolean flag) {
    return new FlagAnswer(flag);
  }

  static Answer of(String text) {
    return new TextAnswer(text);
  }

  /** Something of the case's own, given back as it was. */
  static Answer of(JsonNode given) {
    return new NodeAnswer(given);
  }

  static Answer of(Optional<Answer> answer) {
    return answer.orElse(NONE);
  }

  static Answer list(List<Answer> answers) {
    return new ListAnswer(answers);
  }

  /** The order does not matter. */
  static Answer bag(Collection<Answer> answers) {
    return new BagAnswer(List.copyOf(answers));
  }

  /**
   * Answers by name, of which a case may ask for some.
   *
   * @param known names that are zero where they are missing
   */
  static Answer table(Map<String, ? extends Answer> answers, Set<String> known) {
    return new TableAnswer(Map.copyOf(answers), known);
  }

  /** A number in all, which a case may also expect by name. */
  static Answer totalOrTable(Answer total, Map<String, Answer> byName) {
    return new TotalOrTable(total, Map.copyOf(byName));
  }

  /** Numbers by name; where there is only one, a case may expect it without its name. */
  static Answer counts(Map<String, Answer> counts) {
    return new CountsAnswer(Map.copyOf(counts));
  }
}
