package io.omnicommerce.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What things might cost: a base price for each, tiers, a price for a group of customers, a sale of
 * a week, floors, prices finer than a cent.
 *
 * @param group who may pay less
 */
public record PriceBooks(Currency currency, List<Sku> skus, String group) {

  private static final int FINER = 2;
  private static final int EACH = 5;

  /** All lists that a price book of {@link #any} may have. */
  public List<PriceList> lists() {
    TimeWindow week = TimeWindow.of(Purchases.NOON, Purchases.NOON.plus(Duration.ofDays(7)));
    return List.of(
        PriceList.base(PriceListId.of("base"), currency),
        PriceList.base(PriceListId.of("group"), currency)
            .withConditions(PriceConditions.groups(group)),
        PriceList.sale(PriceListId.of("sale"), currency).withWindow(week));
  }

  /** Prices of all of the SKUs. */
  public Arbitrary<List<PriceEntry>> any() {
    return Arbitraries.longs()
        .between(0, 2_000_000)
        .list()
        .ofSize(EACH)
        .list()
        .ofSize(skus.size())
        .map(this::entries);
  }

  /** One price for each of the SKUs, a multiple of so many minor units. */
  public Arbitrary<List<PriceEntry>> multiples(long minor) {
    return Arbitraries.longs().between(0, 50).list().ofSize(skus.size()).map(n -> of(n, minor));
  }

  private List<PriceEntry> of(List<Long> counts, long minor) {
    List<PriceEntry> entries = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      long units = Math.multiplyExact(counts.get(i), minor);
      UnitPrice price = new UnitPrice(units, currency.getDefaultFractionDigits(), currency);
      entries.add(PriceEntry.of(PriceListId.of("base"), skus.get(i), price));
    }
    return entries;
  }

  private List<PriceEntry> entries(List<List<Long>> drawn) {
    List<PriceEntry> entries = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      add(entries, skus.get(i), drawn.get(i));
    }
    return entries;
  }

  /** What was drawn also decides which of the prices there are. */
  private void add(List<PriceEntry> entries, Sku sku, List<Long> drawn) {
    PriceEntry base = PriceEntry.of(PriceListId.of("base"), sku, price(drawn.get(0)));
    base = drawn.get(1) % 2 == 0 ? base : base.withTier(Quantity.of(5), price(drawn.get(1)));
    base = drawn.get(2) % 4 == 0 ? base.withFloor(price(drawn.get(2) / 4)) : base;
    entries.add(base);
    if (drawn.get(3) % 3 == 0) {
      entries.add(PriceEntry.of(PriceListId.of("group"), sku, price(drawn.get(3))));
    }
    if (drawn.get(4) % 3 == 0) {
      entries.add(PriceEntry.of(PriceListId.of("sale"), sku, price(drawn.get(4))));
    }
  }

  private UnitPrice price(long units) {
    return new UnitPrice(units, currency.getDefaultFractionDigits() + FINER, currency);
  }
}
