package io.omnicommerce.core.tax;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How much of an amount is tax, or comes on top of it. */
final class TaxRules {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TaxRules() {}

  static boolean applies(TaxRate rate, CountryCode country, Instant at) {
    return (rate.countries().isEmpty() || rate.countries().contains(country))
        && rate.window().contains(at);
  }

  static List<TaxLine> taxes(CategoryRates rates, Money total, Rounding rounding) {
    List<TaxLine> taxes = new ArrayList<>(rates.included().size() + rates.added().size());
    if (!rates.included().isEmpty()) {
      addIncluded(taxes, rates, total, rounding);
    }
    for (TaxRate rate : rates.added()) {
      Money tax = total.percent(rate.percent(), rounding);
      taxes.add(new TaxLine(rate.code(), rate.percent(), total, tax, false));
    }
    return List.copyOf(taxes);
  }

  private static void addIncluded(
      List<TaxLine> taxes, CategoryRates rates, Money total, Rounding rounding) {
    Money inside = inside(total, rates.includedPercent(), rounding);
    Money net = total.minus(inside);
    long[] shares = rates.split(inside.minor());
    for (int i = 0; i < shares.length; i++) {
      TaxRate rate = rates.included().get(i);
      Money share = Money.ofMinor(shares[i], total.currency());
      taxes.add(new TaxLine(rate.code(), rate.percent(), net, share, true));
    }
  }

  /** The part of an amount that is a tax of so many percent on the rest of it. */
  private static Money inside(Money gross, BigDecimal percent, Rounding rounding) {
    try {
      // Divided and rounded in one step: a quotient with finitely many digits, rounded again, would
      // be rounded twice.
      long minor =
          BigDecimal.valueOf(gross.minor())
              .multiply(percent)
              .divide(HUNDRED.add(percent), 0, rounding.mode())
              .longValueExact();
      return Money.ofMinor(minor, gross.currency());
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("computing a tax");
    }
  }
}
