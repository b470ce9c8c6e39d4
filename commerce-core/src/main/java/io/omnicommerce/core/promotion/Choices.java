package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parts of conditions and benefits of which one must be there at least. */
final class Choices {

  private record Part(String name, Function<Condition, Collection<?>> of) {}

  private static final Map<Class<?>, Part> PARTS = new HashMap<>();

  static {
    part(Condition.All.class, "conditions", Condition.All::conditions);
    part(Condition.Any.class, "conditions", Condition.Any::conditions);
    part(Condition.CustomerIn.class, "groups", Condition.CustomerIn::groups);
    part(Condition.ChannelIn.class, "channels", Condition.ChannelIn::channels);
    part(Condition.LocationIn.class, "locations", Condition.LocationIn::locations);
    part(Condition.CountryIn.class, "countries", Condition.CountryIn::countries);
    part(Condition.PaymentMethodIn.class, "methods", Condition.PaymentMethodIn::methods);
    part(Condition.DeliveryMethodIn.class, "methods", Condition.DeliveryMethodIn::methods);
  }

  private Choices() {}

  private static <C extends Condition> void part(
      Class<C> kind, String name, Function<C, Collection<?>> of) {
    PARTS.put(kind, new Part(name, condition -> of.apply(kind.cast(condition))));
  }

  /** The name of the part that a condition leaves empty, if it does. */
  static Optional<String> empty(Condition condition) {
    return Optional.ofNullable(PARTS.get(condition.getClass()))
        .filter(part -> part.of().apply(condition).isEmpty())
        .map(Part::name);
  }

  /** From where the tiers of a benefit count, if it has tiers. */
  static Optional<List<BigDecimal>> thresholds(Benefit benefit) {
    if (benefit instanceof Benefit.TieredItemPercent tiered) {
      return Optional.of(tiered.tiers().stream().map(Benefit.PercentTier::from).toList());
    }
    return benefit instanceof Benefit.TieredOrderFixed tiered
        ? Optional.of(tiered.tiers().stream().map(Benefit.AmountTier::from).toList())
        : Optional.empty();
  }

  /** Whether a benefit is for so many units of a line only. */
  static boolean countsUnits(Benefit benefit) {
    return (benefit instanceof Benefit.ItemPercent percent && percent.unitsPerLine().isPresent())
        || (benefit instanceof Benefit.ItemFixed fixed && fixed.unitsPerLine().isPresent());
  }
}
