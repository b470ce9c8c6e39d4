package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Benefit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes benefits ready to be given: one way a kind, looked up by the kind. */
final class Givings {

  private static final Map<Class<?>, BiFunction<Benefit, OwnRules, Giving>> WAYS = new HashMap<>();

  static {
    way(Benefit.ItemPercent.class, ItemGivings::percent);
    way(Benefit.ItemFixed.class, ItemGivings::fixed);
    way(Benefit.ItemPrice.class, ItemGivings::price);
    way(Benefit.LineFixed.class, ItemGivings::line);
    way(Benefit.UnitsInEvery.class, ItemGivings::inEvery);
    way(Benefit.TieredItemPercent.class, ItemGivings::tiered);
    way(Benefit.FirstAdditional.class, ItemGivings::firstAdditional);
    way(Benefit.QuantityGroup.class, GroupGivings::each);
    way(Benefit.GroupPrice.class, GroupGivings::price);
    way(Benefit.BuyXGetY.class, BuyXGetYGiving::new);
    way(Benefit.Gift.class, gift -> deal -> deal.addGift(gift));
    way(Benefit.OrderFixed.class, OrderGivings::fixed);
    way(Benefit.OrderPercent.class, OrderGivings::percent);
    way(Benefit.OrderPrice.class, OrderGivings::price);
    way(Benefit.TieredOrderFixed.class, OrderGivings::tiered);
    way(Benefit.ShippingPercent.class, ShippingGivings::percent);
    way(Benefit.ShippingFixed.class, ShippingGivings::fixed);
    way(Benefit.ShippingFixedAcross.class, ShippingGivings::across);
    WAYS.put(
        Benefit.HostBenefit.class, (benefit, rules) -> rules.giving((Benefit.HostBenefit) benefit));
  }

  private Givings() {}

  static Giving of(Benefit benefit, OwnRules rules) {
    BiFunction<Benefit, OwnRules, Giving> way = WAYS.get(benefit.getClass());
    if (way == null) {
      throw new IllegalStateException("Nobody knows how to give " + benefit);
    }
    return way.apply(benefit, rules);
  }

  /** The kinds of benefits that can be given. */
  static Set<Class<?>> kinds() {
    return Collections.unmodifiableSet(WAYS.keySet());
  }

  private static <B extends Benefit> void way(Class<B> kind, Function<B, Giving> way) {
    WAYS.put(kind, (benefit, rules) -> way.apply(kind.cast(benefit)));
  }
}
