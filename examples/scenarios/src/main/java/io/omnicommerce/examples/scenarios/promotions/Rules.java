package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of a case as conditions. */
final class Rules {

  static final Named<Function<Words, Condition>> BY_TYPE =
      new Named<>(
          "rule",
          Map.ofEntries(
              Map.entry("items_total_at_least", Rules::totalAtLeast),
              Map.entry("items_total_greater_than", Rules::totalAbove),
              Map.entry("quantity_at_least", Rules::quantityAtLeast),
              Map.entry("filtered_quantity_at_least", Rules::quantityAtLeast),
              Map.entry("line_quantity_at_least", Rules::lineQuantityAtLeast),
              Map.entry("contains_product", Rules::containsProduct),
              Map.entry("contains_category", Rules::containsCategory),
              Map.entry("category_total_at_least", Rules::categoryTotal),
              Map.entry("customer_group", Rules::customerGroup),
              Map.entry("nth_order", words -> new Condition.NthOrder(words.whole("n"))),
              Map.entry("destination_country", Rules::destination),
              Map.entry("payment_method", Rules::payment),
              Map.entry("shipping_method", Rules::shipping)));

  private Rules() {}

  private static Condition totalAtLeast(Words words) {
    return new Condition.SubtotalAtLeast(words.amount(), words.items());
  }

  private static Condition totalAbove(Words words) {
    return new Condition.SubtotalAbove(words.amount(), words.items());
  }

  private static Condition quantityAtLeast(Words words) {
    return new Condition.QuantityAtLeast(words.quantity(), words.items());
  }

  private static Condition lineQuantityAtLeast(Words words) {
    return new Condition.LineQuantityAtLeast(words.quantity(), words.items());
  }

  private static Condition containsProduct(Words words) {
    return new Condition.Contains(
        ItemFilter.ALL.withSkus(Filters.skus(words.named("sku", "skus", "any_of"))));
  }

  private static Condition containsCategory(Words words) {
    return new Condition.Contains(categories(words.named("any_of", "category")));
  }

  private static Condition categoryTotal(Words words) {
    return new Condition.SubtotalAtLeast(
        words.amount(), categories(words.named("category", "any_of")));
  }

  private static ItemFilter categories(Collection<String> names) {
    return ItemFilter.ALL.withCategories(new HashSet<>(names));
  }

  private static Condition customerGroup(Words words) {
    return new Condition.CustomerIn(new HashSet<>(words.named("group", "any_of", "groups")));
  }

  private static Condition destination(Words words) {
    return new Condition.CountryIn(
        words.named("country", "countries", "any_of").stream()
            .map(CountryCode::of)
            .collect(Collectors.toSet()));
  }

  private static Condition payment(Words words) {
    return new Condition.PaymentMethodIn(new HashSet<>(words.named("code", "codes", "any_of")));
  }

  private static Condition shipping(Words words) {
    Set<DeliveryMethodId> methods =
        words.named("code", "codes", "any_of").stream()
            .map(DeliveryMethodId::of)
            .collect(Collectors.toSet());
    return new Condition.DeliveryMethodIn(methods);
  }
}
