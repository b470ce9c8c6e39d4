package io.omnicommerce.laws;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceRow;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the rules of a rule set look at: purchases are made up near it. */
record Interests(
    Set<Instant> instants,
    Set<Quantity> quantities,
    Set<String> groups,
    Set<CountryCode> countries,
    Set<String> payments,
    List<Buyer> partners) {

  static Interests of(RuleSet rules) {
    Interests found =
        new Interests(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(java.util.Comparator.comparing(CountryCode::value)),
            new TreeSet<>(),
            new ArrayList<>());
    found.instants.add(Purchases.NOON);
    found.countries.add(rules.market().country());
    rules.lists().forEach(list -> found.prices(list.conditions(), list.window()));
    rules.prices().forEach(found::entry);
    rules.rates().forEach(rate -> found.window(rate.window()));
    rules.coupons().forEach(coupon -> found.window(coupon.window()));
    rules.promotions().forEach(found::promotion);
    return found;
  }

  private void promotion(Promotion promotion) {
    window(promotion.window());
    promotion.conditions().forEach(this::condition);
  }

  private void entry(PriceEntry entry) {
    for (PriceRow row : entry.rows()) {
      prices(row.conditions(), row.window());
      quantities.add(row.from());
      row.to().ifPresent(quantities::add);
    }
  }

  private void window(TimeWindow window) {
    Stream.concat(window.from().stream(), window.until().stream())
        .forEach(
            edge -> {
              instants.add(edge);
              instants.add(edge.minusSeconds(1));
            });
  }

  private void prices(PriceConditions conditions, TimeWindow window) {
    window(window);
    groups.addAll(conditions.groups());
    countries.addAll(conditions.countries());
    conditions.companies().forEach(company -> partners.add(Buyer.ANYBODY.withCompany(company)));
    conditions.contracts().forEach(contract -> partners.add(Buyer.ANYBODY.withContract(contract)));
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.CustomerIn asked) {
      groups.addAll(asked.groups());
    } else if (condition instanceof Condition.CountryIn asked) {
      countries.addAll(asked.countries());
    } else if (condition instanceof Condition.PaymentMethodIn asked) {
      payments.addAll(asked.methods());
    } else if (condition instanceof Condition.QuantityAtLeast asked) {
      quantities.add(asked.quantity());
    } else if (condition instanceof Condition.LineQuantityAtLeast asked) {
      quantities.add(asked.quantity());
    } else {
      within(condition).forEach(this::condition);
    }
  }

  private static List<Condition> within(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.conditions();
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions();
    }
    return condition instanceof Condition.Not not ? List.of(not.condition()) : List.of();
  }
}
