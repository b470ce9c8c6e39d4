package io.omnicommerce.core.price;

import io.omnicommerce.price.PriceConditions;
import java.util.Map;
import java.util.Set;

/** Whether the conditions of a list or row hold. */
final class ConditionRules {

  private ConditionRules() {}

  static boolean hold(PriceConditions conditions, PriceQuestion question) {
    return allows(conditions.channels(), question.channel())
        && allows(conditions.markets(), question.market())
        && allows(conditions.countries(), question.country())
        && (conditions.locations().isEmpty()
            || question.location().filter(conditions.locations()::contains).isPresent())
        && holdForBuyer(conditions, question)
        && attributesHold(conditions.attributes(), question.attributes());
  }

  private static boolean holdForBuyer(PriceConditions conditions, PriceQuestion question) {
    return meets(conditions.groups(), question.buyer().groups())
        && meets(conditions.contracts(), question.buyer().contracts())
        && (conditions.companies().isEmpty()
            || question.buyer().company().filter(conditions.companies()::contains).isPresent());
  }

  private static <T> boolean allows(Set<T> asked, T given) {
    return asked.isEmpty() || asked.contains(given);
  }

  private static <T> boolean meets(Set<T> asked, Set<T> given) {
    if (asked.isEmpty()) {
      return true;
    }
    for (T one : given) {
      if (asked.contains(one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean attributesHold(Map<String, Set<String>> asked, Map<String, String> given) {
    if (asked.isEmpty()) {
      return true;
    }
    for (Map.Entry<String, Set<String>> one : asked.entrySet()) {
      String value = given.get(one.getKey());
      if (value == null || !one.getValue().contains(value)) {
        return false;
      }
    }
    return true;
  }
}
