package io.omnicommerce.core.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.tax.TaxLine;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Things that are there one by one. */
record TaxableThings(Currency currency, List<Taxable> things) implements Taxables {

  /** The taxes of some things, of each as they stand on its line; they come to the sums. */
  static List<List<TaxLine>> taxes(Taxation taxation, List<Taxable> things) {
    Currency currency = things.isEmpty() ? Sale.GBP : things.get(0).amount().currency();
    Taxes taxes = taxation.taxes(new TaxableThings(currency, things));
    return IntStream.range(0, things.size()).mapToObj(place -> lines(taxes, place)).toList();
  }

  private static List<TaxLine> lines(Taxes taxes, int place) {
    List<TaxLine> lines = taxes.of(place);
    assertThat(taxes.included(place)).isEqualTo(sum(lines, true));
    assertThat(taxes.added(place)).isEqualTo(sum(lines, false));
    return lines;
  }

  private static long sum(List<TaxLine> lines, boolean included) {
    return lines.stream()
        .filter(line -> line.included() == included)
        .mapToLong(line -> line.tax().minor())
        .sum();
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
