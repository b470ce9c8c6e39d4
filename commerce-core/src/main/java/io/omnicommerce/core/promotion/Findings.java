package io.omnicommerce.core.promotion;

import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.ItemFilter;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Why conditions do not hold: what each asks for, and what was found. */
final class Findings {

  private static final int NAMED_MAX = 5;
  private static final String NOTHING = "none";

  /** Two sides of a condition, as texts. */
  private record Sides(String asked, String found) {}

  private static final Map<Class<?>, BiFunction<Condition, Deal, Sides>> WAYS = new HashMap<>();

  static {
    way(Condition.SubtotalAtLeast.class, (c, deal) -> subtotal(c.amount(), c.items(), "", deal));
    way(
        Condition.SubtotalAbove.class,
        (c, deal) -> subtotal(c.amount(), c.items(), "more than ", deal));
    way(
        Condition.QuantityAtLeast.class,
        (c, deal) ->
            new Sides(c.quantity() + of(c.items()), "" + deal.facts().quantity(c.items())));
    way(
        Condition.LineQuantityAtLeast.class,
        (c, deal) ->
            new Sides(
                c.quantity() + of(c.items()) + " on a line",
                "" + deal.facts().lineQuantity(c.items())));
    way(
        Condition.Contains.class,
        (c, deal) ->
            new Sides("some" + of(c.items()), deal.facts().contains(c.items()) ? "some" : NOTHING));
    way(
        Condition.CustomerIn.class,
        (c, deal) -> new Sides("a customer in " + names(c.groups()), names(deal.facts().groups())));
    way(
        Condition.NthOrder.class,
        (c, deal) -> new Sides("order number " + c.n(), "" + (deal.facts().orders() + 1)));
    way(
        Condition.ChannelIn.class,
        (c, deal) -> new Sides("the channel " + names(c.channels()), "" + deal.facts().channel()));
    way(
        Condition.LocationIn.class,
        (c, deal) ->
            new Sides("the location " + names(c.locations()), name(deal.facts().location())));
    way(
        Condition.CountryIn.class,
        (c, deal) ->
            new Sides("the country " + names(c.countries()), name(deal.facts().destination())));
    way(
        Condition.PaymentMethodIn.class,
        (c, deal) ->
            new Sides("payment by " + names(c.methods()), name(deal.facts().paymentMethod())));
    way(
        Condition.DeliveryMethodIn.class,
        (c, deal) ->
            new Sides("delivery by " + names(c.methods()), names(deal.facts().deliveryMethods())));
    way(Condition.During.class, Findings::during);
    way(
        Condition.HostCondition.class,
        (c, deal) -> new Sides(c.type() + new TreeMap<>(c.parameters()), "not so"));
  }

  private final OwnRules rules;
  private final Deal deal;
  private final List<ConditionFinding> findings = new ArrayList<>();

  private Findings(OwnRules rules, Deal deal) {
    this.rules = rules;
    this.deal = deal;
  }

  /** Those of a promotion's conditions that do not hold. */
  static List<ConditionFinding> of(CompiledPromotion promotion, HostRules host, Deal deal) {
    Findings findings = new Findings(new OwnRules(host, promotion.id()), deal);
    List<Condition> conditions = promotion.promotion().conditions();
    for (int i = 0; i < conditions.size(); i++) {
      if (!promotion.checks().get(i).holds(deal)) {
        findings.add(conditions.get(i), "conditions[" + i + ']', Optional.empty());
      }
    }
    return findings.findings;
  }

  /** The kinds of conditions of which something can be said. */
  static Collection<Class<?>> kinds() {
    return WAYS.keySet();
  }

  private static <C extends Condition> void way(Class<C> kind, BiFunction<C, Deal, Sides> way) {
    WAYS.put(kind, (condition, deal) -> way.apply(kind.cast(condition), deal));
  }

  private void add(List<Condition> conditions, String path, Optional<String> anyOf) {
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (!Checks.of(condition, rules).holds(deal)) {
        add(condition, path + '[' + i + ']', anyOf);
      }
    }
  }

  /** Of all, those that do not hold; of any, every one; of not, the one that should not hold. */
  private void add(Condition condition, String path, Optional<String> anyOf) {
    if (condition instanceof Condition.All all) {
      add(all.conditions(), path + ".conditions", anyOf);
    } else if (condition instanceof Condition.Any any && !any.conditions().isEmpty()) {
      add(any.conditions(), path + ".conditions", Optional.of(path));
    } else {
      findings.add(finding(condition, path, anyOf));
    }
  }

  private ConditionFinding finding(Condition condition, String path, Optional<String> anyOf) {
    Sides sides = sides(condition);
    return new ConditionFinding(
        path, condition.getClass().getSimpleName(), sides.asked(), sides.found(), anyOf);
  }

  /** Of a budget that is there, but not for all of what would be taken. */
  static ConditionFinding budget(Money asked, Money left) {
    return new ConditionFinding("budget", "Budget", asked + " of its budget", left + " left");
  }

  private Sides sides(Condition condition) {
    if (condition instanceof Condition.Not not) {
      Sides inside = sides(not.condition());
      return new Sides("anything but " + inside.asked(), inside.found());
    }
    if (condition instanceof Condition.All all) {
      return composed(all.conditions(), " and ");
    }
    if (condition instanceof Condition.Any any) {
      return composed(any.conditions(), " or ");
    }
    BiFunction<Condition, Deal, Sides> way = WAYS.get(condition.getClass());
    if (way == null) {
      throw new IllegalStateException("Nobody knows how to explain " + condition);
    }
    return way.apply(condition, deal);
  }

  private Sides composed(List<Condition> conditions, String and) {
    if (conditions.isEmpty()) {
      return new Sides("nothing at all", NOTHING);
    }
    List<Sides> sides = conditions.stream().map(this::sides).toList();
    return new Sides(
        '(' + String.join(and, sides.stream().map(Sides::asked).toList()) + ')',
        String.join(", ", sides.stream().map(Sides::found).toList()));
  }

  private static Sides subtotal(Amount amount, ItemFilter items, String above, Deal deal) {
    Money found = Money.ofMinor(deal.facts().subtotalMinor(items), deal.facts().currency());
    Optional<Money> asked = amount.in(deal.facts().channel(), deal.facts().currency());
    return new Sides(
        asked
            .map(money -> above + money + of(items))
            .orElse("an amount that it does not name in " + deal.facts().currency()),
        found + (isLowered(items, found, deal) ? " after other promotions" : ""));
  }

  /** Whether promotions have lowered the goods before the condition looked at them. */
  private static boolean isLowered(ItemFilter items, Money found, Deal deal) {
    long before = 0;
    for (int line = 0; line < deal.basket.lines; line++) {
      before = Math.addExact(before, deal.isMeant(items, line) ? deal.basket.amounts[line] : 0);
    }
    return before > found.minor();
  }

  private static Sides during(Condition.During when, Deal deal) {
    ZonedDateTime there = deal.facts().at().atZone(when.zone());
    String days = when.days().isEmpty() ? "" : names(when.days()) + ' ';
    return new Sides(
        days + when.from() + " to " + when.until() + " in " + when.zone(),
        there.getDayOfWeek()
            + " "
            + there.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
  }

  /** {@code " of goods"}, or of which. */
  static String of(ItemFilter items) {
    if (items.isAll()) {
      return " of goods";
    }
    if (items.skus().isEmpty()) {
      return items.categories().isEmpty() ? " of some goods" : " of " + names(items.categories());
    }
    TreeSet<String> named = new TreeSet<>(items.categories());
    items.skus().forEach(sku -> named.add(sku.value()));
    return " of " + names(named);
  }

  private static String name(Optional<?> value) {
    return value.map(Object::toString).orElse(NOTHING);
  }

  private static String names(Collection<?> values) {
    if (values.size() == 1) {
      return values.iterator().next().toString();
    }
    List<String> sorted = values.stream().map(Object::toString).sorted().toList();
    String named = String.join(", ", sorted.subList(0, Math.min(NAMED_MAX, sorted.size())));
    return sorted.isEmpty()
        ? NOTHING
        : named
            + (sorted.size() > NAMED_MAX ? " and " + (sorted.size() - NAMED_MAX) + " more" : "");
  }
}
