package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.channel.Convention.BxgyRepeat;
import io.omnicommerce.channel.Convention.BxgySelection;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.promotion.Benefit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** For so many that are bought, so many are cheaper. */
final class BuyXGetY {

  private static final BigDecimal FREE = BigDecimal.valueOf(100);

  private static final Named<BxgySelection> SELECTIONS =
      new Named<>(
          "selection",
          Map.of(
              "cheapest", BxgySelection.CHEAPEST,
              "most_expensive", BxgySelection.MOST_EXPENSIVE));

  private BuyXGetY() {}

  static Benefit read(Words words) {
    Fields fields = words.fields();
    return new Benefit.BuyXGetY(
        words.items("buy_filter"),
        words.whole("buy_quantity"),
        words.items("get_filter"),
        words.whole("get_quantity"),
        fields.findDecimal("percent").orElse(FREE),
        fields.findText("selection").map(SELECTIONS::get),
        repeat(fields),
        words.most("max_sets"));
  }

  private static Optional<BxgyRepeat> repeat(Fields fields) {
    return fields.has("repeat")
        ? Optional.of(fields.flagOr("repeat", true) ? BxgyRepeat.REPEAT : BxgyRepeat.ONCE)
        : Optional.empty();
  }
}
