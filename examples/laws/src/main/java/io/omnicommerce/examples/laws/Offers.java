package io.omnicommerce.examples.laws;

import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.spi.ConditionRule;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the shop takes off. */
public final class Offers {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Offers() {}

  /** The customer gets the better one of the offers, never both. */
  public static Lane oneOfThem() {
    return Lane.of(Promotion.STANDARD_LANE, 0).withStacking(Stacking.BEST_ONLY);
  }

  public static Promotion summer() {
    Benefit off = new Benefit.ItemPercent(percent(20), ItemFilter.ALL, OptionalLong.empty());
    return Promotion.of(PromotionId.of("summer"), "Summer", off);
  }

  public static Promotion trade() {
    Benefit off = new Benefit.OrderPercent(percent(25), Optional.empty(), ItemFilter.ALL);
    return Promotion.of(PromotionId.of("trade"), "For the trade", off).toBuilder()
        .when(new Condition.CustomerIn(Set.of("trade")))
        .build();
  }

  /** On the shop's birthday, by a rule of its own. */
  public static Promotion birthday() {
    Benefit off = new Benefit.OrderPercent(percent(10), Optional.empty(), ItemFilter.ALL);
    return Promotion.of(PromotionId.of("birthday"), "Our birthday", off).toBuilder()
        .when(new Condition.HostCondition("birthday", Map.of("day", "--06-15")))
        .build();
  }

  /** Looks at what it is told and at nothing else: not at a clock of its own. */
  public static ConditionRule isBirthday() {
    return (parameters, facts) ->
        MonthDay.from(facts.at().atZone(LONDON)).equals(MonthDay.parse(parameters.get("day")));
  }

  public static List<Promotion> all() {
    return List.of(summer(), trade(), birthday());
  }

  private static BigDecimal percent(int percent) {
    return BigDecimal.valueOf(percent);
  }
}
