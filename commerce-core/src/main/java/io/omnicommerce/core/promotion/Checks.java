package io.omnicommerce.core.promotion;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes conditions ready to be asked: one way a kind, looked up by the kind. */
final class Checks {

  private static final Map<Class<?>, BiFunction<Condition, OwnRules, Check>> WAYS = new HashMap<>();

  static {
    way(Condition.SubtotalAtLeast.class, c -> subtotal(c.amount(), c.items(), 0));
    way(Condition.SubtotalAbove.class, c -> subtotal(c.amount(), c.items(), 1));
    way(Condition.QuantityAtLeast.class, c -> quantity(c.quantity(), c.items()));
    way(Condition.LineQuantityAtLeast.class, c -> lineQuantity(c.quantity(), c.items()));
    way(Condition.Contains.class, c -> deal -> deal.facts().contains(c.items()));
    way(Condition.CustomerIn.class, c -> deal -> meet(c.groups(), deal.facts().groups()));
    way(Condition.NthOrder.class, c -> deal -> deal.facts().orders() + 1 == c.n());
    way(Condition.ChannelIn.class, c -> deal -> c.channels().contains(deal.facts().channel()));
    way(
        Condition.LocationIn.class,
        c -> deal -> deal.facts().location().map(c.locations()::contains).orElse(false));
    way(
        Condition.CountryIn.class,
        c -> deal -> deal.facts().destination().map(c.countries()::contains).orElse(false));
    way(
        Condition.PaymentMethodIn.class,
        c -> deal -> deal.facts().paymentMethod().map(c.methods()::contains).orElse(false));
    way(Condition.DeliveryMethodIn.class, c -> deal -> delivered(c.methods(), deal));
    way(Condition.During.class, c -> deal -> during(c, deal));
    composed(Condition.All.class, Checks::all);
    composed(Condition.Any.class, Checks::any);
    composed(Condition.Not.class, Checks::not);
    composed(Condition.HostCondition.class, (condition, rules) -> rules.check(condition));
  }

  private Checks() {}

  static Check of(Condition condition, OwnRules rules) {
    BiFunction<Condition, OwnRules, Check> way = WAYS.get(condition.getClass());
    if (way == null) {
      throw new IllegalStateException("Nobody knows how to ask " + condition);
    }
    return way.apply(condition, rules);
  }

  /** The kinds of conditions that can be asked. */
  static Set<Class<?>> kinds() {
    return Collections.unmodifiableSet(WAYS.keySet());
  }

  private static <C extends Condition> void way(
      Class<C> kind, java.util.function.Function<C, Check> way) {
    composed(kind, (condition, rules) -> way.apply(condition));
  }

  private static <C extends Condition> void composed(
      Class<C> kind, BiFunction<C, OwnRules, Check> way) {
    WAYS.put(kind, (condition, rules) -> way.apply(kind.cast(condition), rules));
  }

  private static Check subtotal(Amount amount, ItemFilter items, long above) {
    return deal -> {
      long asked = deal.amount(amount, -1);
      return asked >= 0 && deal.facts().subtotalMinor(items) >= asked + above;
    };
  }

  private static Check quantity(Quantity quantity, ItemFilter items) {
    return deal -> deal.facts().quantity(items).compareTo(quantity) >= 0;
  }

  private static Check lineQuantity(Quantity quantity, ItemFilter items) {
    return deal -> deal.facts().lineQuantity(items).compareTo(quantity) >= 0;
  }

  private static boolean meet(Set<String> asked, Set<String> there) {
    return there.stream().anyMatch(asked::contains);
  }

  private static boolean delivered(Set<DeliveryMethodId> methods, Deal deal) {
    return deal.facts().deliveryMethods().stream().anyMatch(methods::contains);
  }

  private static boolean during(Condition.During when, Deal deal) {
    ZonedDateTime there = deal.facts().at().atZone(when.zone());
    LocalTime time = there.toLocalTime();
    boolean pastMidnight = when.until().isBefore(when.from());
    boolean early = pastMidnight && time.isBefore(when.until());
    boolean within =
        pastMidnight
            ? early || !time.isBefore(when.from())
            : !time.isBefore(when.from()) && time.isBefore(when.until());
    ZonedDateTime begun = early ? there.minusDays(1) : there;
    return within && (when.days().isEmpty() || when.days().contains(begun.getDayOfWeek()));
  }

  private static Check all(Condition.All all, OwnRules rules) {
    List<Check> checks = checks(all.conditions(), rules);
    return deal -> checks.stream().allMatch(check -> check.holds(deal));
  }

  private static Check any(Condition.Any any, OwnRules rules) {
    List<Check> checks = checks(any.conditions(), rules);
    return deal -> checks.stream().anyMatch(check -> check.holds(deal));
  }

  private static Check not(Condition.Not not, OwnRules rules) {
    Check check = of(not.condition(), rules);
    return deal -> !check.holds(deal);
  }

  private static List<Check> checks(List<Condition> conditions, OwnRules rules) {
    return conditions.stream().map(condition -> of(condition, rules)).toList();
  }
}
