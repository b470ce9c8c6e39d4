package io.omnicommerce.core.tax;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.tax.TaxArea;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the rates of a zone can be right together. */
final class ZoneRules {

  private record Rate(String code, String category, TaxArea area) {}

  private ZoneRules() {}

  /**
   * @throws InvalidInputException {@code tax.invalid_rate} if a rate would be taken twice
   */
  static void check(TaxZone zone) {
    List<TaxRate> rates = zone.rates();
    Map<Rate, List<TaxRate>> seen = new HashMap<>();
    for (int i = 0; i < rates.size(); i++) {
      TaxRate rate = rates.get(i);
      List<TaxRate> same =
          seen.computeIfAbsent(
              new Rate(rate.code(), rate.category(), rate.area()), any -> new ArrayList<>());
      if (same.stream().anyMatch(other -> meet(other.window(), rate.window()))) {
        throw new InvalidInputException(
            TaxRate.INVALID,
            "rates[" + i + ']',
            rate.code(),
            "stands there before, for the same category, area and time");
      }
      same.add(rate);
    }
  }

  private static boolean meet(TimeWindow one, TimeWindow other) {
    return begin(one).isBefore(end(other)) && begin(other).isBefore(end(one));
  }

  private static Instant begin(TimeWindow window) {
    return window.from().orElse(TimeWindow.EARLIEST);
  }

  private static Instant end(TimeWindow window) {
    return window.until().orElse(TimeWindow.LATEST);
  }
}
