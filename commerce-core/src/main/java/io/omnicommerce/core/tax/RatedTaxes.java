package io.omnicommerce.core.tax;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.money.Money;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Taxes by rates, as a column; who reads the lines of them has them made. */
final class RatedTaxes implements Taxes {

  private final TaxParts parts;
  private final Currency currency;

  /** Of each part one a rate; nobody changes them any more. */
  private final long[] taxes;

  RatedTaxes(TaxParts parts, Currency currency, long[] taxes) {
    this.parts = parts;
    this.currency = currency;
    this.taxes = taxes;
  }

  @Override
  public List<TaxLine> of(int place) {
    int first = parts.first(place);
    int end = parts.first(place + 1);
    List<TaxLine> lines = lines(first);
    for (int part = first + 1; part < end; part++) {
      lines = both(lines, lines(part));
    }
    return lines;
  }

  private List<TaxLine> lines(int part) {
    return parts.begin(part) == parts.begin(part + 1) ? List.of() : new Lines(this, part);
  }

  private static List<TaxLine> both(List<TaxLine> first, List<TaxLine> second) {
    List<TaxLine> both = new ArrayList<>(first);
    both.addAll(second);
    return TaxLine.byRate(both);
  }

  @Override
  public long added(int place) {
    long added = 0;
    for (int part = parts.first(place); part < parts.first(place + 1); part++) {
      for (int i = parts.begin(part) + parts.rates(part).includedCount();
          i < parts.begin(part + 1);
          i++) {
        added = TaxRounding.plus(added, taxes[i]);
      }
    }
    return added;
  }

  @Override
  public long included(int place) {
    long included = 0;
    for (int part = parts.first(place); part < parts.first(place + 1); part++) {
      for (int rate = 0; rate < parts.rates(part).includedCount(); rate++) {
        included = TaxRounding.plus(included, taxes[parts.begin(part) + rate]);
      }
    }
    return included;
  }

  private TaxLine line(int part, int index) {
    CategoryRates rates = parts.rates(part);
    TaxRate rate = rates.rate(index);
    long amount = parts.amount(part);
    int begin = parts.begin(part);
    return new TaxLine(
        rate.code(),
        rate.percent(),
        Money.ofMinor(rates.isIncluded(index) ? rates.net(amount, taxes, begin) : amount, currency),
        Money.ofMinor(taxes[begin + index], currency),
        rate.included());
  }

  /** The taxes of one part. */
  private static final class Lines extends DerivedList<TaxLine> {
    private final RatedTaxes of;
    private final int part;

    Lines(RatedTaxes of, int part) {
      this.of = of;
      this.part = part;
    }

    @Override
    public TaxLine get(int index) {
      return of.line(part, index);
    }

    @Override
    public int size() {
      return of.parts.rates(part).count();
    }
  }
}
