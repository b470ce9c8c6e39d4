package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a promotion cannot do without, as far as it is easily seen, so that those that cannot apply
 * are never looked at. An empty part asks for nothing. Whether it holds is asked nevertheless.
 */
record Needs(
    Optional<Set<ChannelId>> channels,
    Optional<Set<LocationId>> locations,
    Optional<Set<String>> groups,
    Optional<Amount> subtotal,
    Optional<Set<Sku>> skus,
    Optional<Set<String>> categories) {

  static final Needs NOTHING =
      new Needs(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Map<Class<?>, BiFunction<Needs, Condition, Needs>> WAYS = new HashMap<>();

  static {
    way(Condition.ChannelIn.class, (needs, c) -> needs.inChannels(c.channels()));
    way(Condition.LocationIn.class, (needs, c) -> needs.atLocations(c.locations()));
    way(Condition.CustomerIn.class, (needs, c) -> needs.inGroups(c.groups()));
    way(Condition.SubtotalAtLeast.class, (needs, c) -> needs.amountIfAny(c.amount(), c.items()));
    way(Condition.SubtotalAbove.class, (needs, c) -> needs.amount(c.amount(), c.items()));
    way(
        Condition.QuantityAtLeast.class,
        (needs, c) -> c.quantity().isZero() ? needs : needs.goods(c.items()));
    way(
        Condition.LineQuantityAtLeast.class,
        (needs, c) -> c.quantity().isZero() ? needs : needs.goods(c.items()));
    way(Condition.Contains.class, (needs, c) -> needs.goods(c.items()));
  }

  private static <C extends Condition> void way(Class<C> kind, BiFunction<Needs, C, Needs> way) {
    WAYS.put(kind, (needs, condition) -> way.apply(needs, kind.cast(condition)));
  }

  static Needs of(Promotion promotion) {
    Needs needs = NOTHING;
    for (Condition condition : promotion.conditions()) {
      needs = WAYS.getOrDefault(condition.getClass(), (same, any) -> same).apply(needs, condition);
    }
    return needs;
  }

  private Needs inChannels(Set<ChannelId> of) {
    return new Needs(first(channels, of), locations, groups, subtotal, skus, categories);
  }

  private Needs atLocations(Set<LocationId> of) {
    return new Needs(channels, first(locations, of), groups, subtotal, skus, categories);
  }

  private Needs inGroups(Set<String> of) {
    return new Needs(channels, locations, first(groups, of), subtotal, skus, categories);
  }

  private Needs amount(Amount amount, ItemFilter items) {
    return goods(items).withSubtotal(items.isAll(), amount);
  }

  /** What is not there comes to nothing, which is enough where nothing is asked for. */
  private Needs amountIfAny(Amount amount, ItemFilter items) {
    return Stream.concat(amount.everywhere().stream(), amount.channels().values().stream())
            .anyMatch(Money::isZero)
        ? withSubtotal(items.isAll(), amount)
        : amount(amount, items);
  }

  private Needs withSubtotal(boolean whole, Amount amount) {
    return whole
        ? new Needs(channels, locations, groups, first(subtotal, amount), skus, categories)
        : this;
  }

  /** Of goods that are meant by SKU or category, one must be there. */
  private Needs goods(ItemFilter items) {
    if (!items.skus().isEmpty()) {
      return new Needs(
          channels, locations, groups, subtotal, first(skus, items.skus()), categories);
    }
    return items.categories().isEmpty()
        ? this
        : new Needs(
            channels, locations, groups, subtotal, skus, first(categories, items.categories()));
  }

  private static <T> Optional<T> first(Optional<T> known, T more) {
    return known.isPresent() ? known : Optional.of(more);
  }
}
