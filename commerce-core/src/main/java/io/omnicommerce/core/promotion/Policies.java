package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.money.Apportion;
import io.omnicommerce.money.Rounding;

/** The conventions that promotions follow, looked up once. */
record Policies(
    Rounding rounding,
    Convention.DiscountRounding discountRounding,
    Convention.Stacking stacking,
    Convention.PriorityOrder priorityOrder,
    boolean stops,
    Convention.Exclusivity exclusivity,
    Convention.RuleBasis ruleBasis,
    Convention.ItemPercentBasis itemPercentBasis,
    Convention.ItemPercentRounding itemPercentRounding,
    Convention.PercentRounding percentRounding,
    Convention.LimitedUnitsBasis limitedUnits,
    Convention.BxgySelection bxgySelection,
    Convention.BxgyPartial bxgyPartial,
    Convention.BxgyRepeat bxgyRepeat,
    Convention.BxgyUnitReuse bxgyUnitReuse,
    Convention.GroupFill groupFill,
    boolean countsCancelled,
    Apportion apportion,
    boolean redistributes) {

  static Policies of(Conventions conventions) {
    return new Policies(
        conventions.rounding(),
        conventions.get(Convention.DISCOUNT_ROUNDING),
        conventions.get(Convention.STACKING),
        conventions.get(Convention.PRIORITY_ORDER),
        conventions.get(Convention.STOP_RULE),
        conventions.get(Convention.EXCLUSIVE),
        conventions.get(Convention.RULE_BASIS),
        conventions.get(Convention.ITEM_PERCENT_BASIS),
        conventions.get(Convention.ITEM_PERCENT_ROUNDING),
        conventions.get(Convention.PERCENT_ROUNDING),
        conventions.get(Convention.LIMITED_UNITS_BASIS),
        conventions.get(Convention.BXGY_SELECTION),
        conventions.get(Convention.BXGY_PARTIAL),
        conventions.get(Convention.BXGY_REPEAT),
        conventions.get(Convention.BXGY_UNIT_REUSE),
        conventions.get(Convention.GROUP_FILL),
        conventions.get(Convention.NTH_ORDER) == Convention.NthOrder.COUNTS_CANCELLED,
        new Apportion(
            conventions.get(Convention.PRORATION), conventions.get(Convention.ZERO_WEIGHTS)),
        conventions.get(Convention.PRICE_FLOOR) == Convention.PriceFloor.REDISTRIBUTE);
  }

  boolean originalBasis() {
    return ruleBasis == Convention.RuleBasis.ORIGINAL;
  }
}
