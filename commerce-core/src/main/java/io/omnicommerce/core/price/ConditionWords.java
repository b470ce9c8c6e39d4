package io.omnicommerce.core.price;

import io.omnicommerce.price.PriceConditions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which condition of a list or row does not hold, in words. */
final class ConditionWords {

  private static final int NAMED_MAX = 5;

  private ConditionWords() {}

  /** The first that does not hold; empty if all do. */
  static Optional<String> unmet(PriceConditions conditions, PriceQuestion question) {
    for (Map.Entry<String, PriceConditions> one : each(conditions).entrySet()) {
      if (!ConditionRules.hold(one.getValue(), question)) {
        return Optional.of(one.getKey());
      }
    }
    return Optional.empty();
  }

  /** Each kind of condition by itself, in the order of their words. */
  private static Map<String, PriceConditions> each(PriceConditions all) {
    PriceConditions none = PriceConditions.NONE;
    Map<String, PriceConditions> each = new TreeMap<>();
    each.put("the channel " + names(all.channels()), none.withChannels(all.channels()));
    each.put("the location " + names(all.locations()), none.withLocations(all.locations()));
    each.put("the market " + names(all.markets()), none.withMarkets(all.markets()));
    each.put("the country " + names(all.countries()), none.withCountries(all.countries()));
    each.put("a customer in " + names(all.groups()), none.withGroups(all.groups()));
    each.put("the company " + names(all.companies()), none.withCompanies(all.companies()));
    each.put("the contract " + names(all.contracts()), none.withContracts(all.contracts()));
    all.attributes()
        .forEach(
            (key, values) -> each.put(key + ' ' + names(values), none.withAttribute(key, values)));
    return each;
  }

  private static String names(Collection<?> values) {
    List<String> sorted = values.stream().map(Object::toString).sorted().toList();
    int more = sorted.size() - NAMED_MAX;
    String named = String.join(" or ", sorted.subList(0, Math.min(NAMED_MAX, sorted.size())));
    return more > 0 ? named + " or " + more + " more" : named;
  }
}
