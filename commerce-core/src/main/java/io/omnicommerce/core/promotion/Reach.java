package io.omnicommerce.core.promotion;

import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a benefit is about.
 *
 * @param items the goods, if it is about goods
 * @param methods the deliveries, if it is about deliveries; none is any
 * @param amount the amount that it cannot do without
 */
record Reach(
    Optional<ItemFilter> items, Optional<Set<DeliveryMethodId>> methods, Optional<Amount> amount) {

  private static final Map<Class<?>, Function<Benefit, Reach>> WAYS = new HashMap<>();

  static {
    way(Benefit.ItemPercent.class, b -> goods(b.items()));
    way(Benefit.ItemFixed.class, b -> goods(b.items()).with(b.amount()));
    way(Benefit.ItemPrice.class, b -> goods(b.items()).with(b.price()));
    way(Benefit.LineFixed.class, b -> goods(b.items()).with(b.amount()));
    way(Benefit.UnitsInEvery.class, b -> goods(b.items()));
    way(Benefit.QuantityGroup.class, b -> goods(b.items()));
    way(Benefit.GroupPrice.class, b -> goods(b.items()).with(b.price()));
    way(Benefit.TieredItemPercent.class, b -> goods(b.items()));
    way(Benefit.FirstAdditional.class, b -> goods(b.items()));
    way(Benefit.BuyXGetY.class, b -> goods(b.get()));
    way(Benefit.OrderFixed.class, b -> goods(b.items()).with(b.amount()));
    way(Benefit.OrderPercent.class, b -> goods(b.items()));
    way(Benefit.OrderPrice.class, b -> goods(b.items()).with(b.price()));
    way(Benefit.TieredOrderFixed.class, b -> goods(b.items()));
    way(Benefit.ShippingPercent.class, b -> deliveries(b.methods()));
    way(Benefit.ShippingFixed.class, b -> deliveries(b.methods()).with(b.amount()));
    way(Benefit.ShippingFixedAcross.class, b -> deliveries(b.methods()).with(b.amount()));
    way(Benefit.Gift.class, b -> new Reach(Optional.empty(), Optional.empty(), Optional.empty()));
    way(Benefit.HostBenefit.class, b -> goods(ItemFilter.ALL));
  }

  private static <B extends Benefit> void way(Class<B> kind, Function<B, Reach> way) {
    WAYS.put(kind, benefit -> way.apply(kind.cast(benefit)));
  }

  static Reach of(Benefit benefit) {
    Function<Benefit, Reach> way = WAYS.get(benefit.getClass());
    if (way == null) {
      throw new IllegalStateException("Nobody knows what this is about: " + benefit);
    }
    return way.apply(benefit);
  }

  static List<Reach> of(List<Benefit> benefits) {
    return benefits.stream().map(Reach::of).toList();
  }

  /** The kinds of benefits of which it is known. */
  static Set<Class<?>> kinds() {
    return WAYS.keySet();
  }

  private static Reach goods(ItemFilter items) {
    return new Reach(Optional.of(items), Optional.empty(), Optional.empty());
  }

  private static Reach deliveries(Set<DeliveryMethodId> methods) {
    return new Reach(Optional.empty(), Optional.of(methods), Optional.empty());
  }

  private Reach with(Amount named) {
    return new Reach(items, methods, Optional.of(named));
  }

  boolean means(Deal deal, int line) {
    return items.isPresent() && deal.isMeant(items.get(), line);
  }

  boolean meansDelivery(Deal deal, int delivery) {
    return methods.isPresent()
        && (methods.get().isEmpty() || methods.get().contains(deal.basket.methods[delivery]));
  }
}
