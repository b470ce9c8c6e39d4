package io.omnicommerce.core.tax;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rates of a zone that apply in a country at a time, by tax category. */
public final class TaxTable {

  private final Map<String, CategoryRates> byCategory;

  private TaxTable(Map<String, CategoryRates> byCategory) {
    this.byCategory = byCategory;
  }

  public static TaxTable of(TaxZone zone, CountryCode country, Instant at) {
    Map<String, List<TaxRate>> rates = new HashMap<>();
    for (TaxRate rate : zone.rates()) {
      if (TaxRules.applies(rate, country, at)) {
        rates.computeIfAbsent(rate.category(), category -> new ArrayList<>(2)).add(rate);
      }
    }
    Map<String, CategoryRates> prepared = new HashMap<>();
    rates.forEach((category, found) -> prepared.put(category, new CategoryRates(found)));
    return new TaxTable(prepared);
  }

  /** The taxes on an amount of a category; none if no rate applies to it. */
  public List<TaxLine> taxes(String category, Money total, Rounding rounding) {
    CategoryRates rates = byCategory.get(category);
    return rates == null ? List.of() : TaxRules.taxes(rates, total, rounding);
  }
}
