package io.omnicommerce.core.tax;

import io.omnicommerce.tax.TaxLine;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Things that are there one by one. */
record TaxableThings(Currency currency, List<Taxable> things) implements Taxables {

  /** The taxes of some things, with each as they stand on its line. */
  static List<List<TaxLine>> taxes(Taxation taxation, List<Taxable> things) {
    Currency currency = things.isEmpty() ? Sale.GBP : things.get(0).amount().currency();
    Taxes taxes = taxation.taxes(new TaxableThings(currency, things));
    return IntStream.range(0, things.size()).mapToObj(taxes::of).toList();
  }

  @Override
  public int size() {
    return things.size();
  }

  @Override
  public Kind kind(int place) {
    return things.get(place).kind();
  }

  @Override
  public String category(int place) {
    return things.get(place).category();
  }

  @Override
  public boolean isExempt(int place) {
    return things.get(place).exempt();
  }

  @Override
  public long amount(int place) {
    return things.get(place).amount().minor();
  }

  @Override
  public long discount(int place) {
    return things.get(place).discount().minor();
  }

  @Override
  public long units(int place) {
    return things.get(place).units();
  }
}
