package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.UnitPrice;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The prices of a SKU in a list.
 *
 * @param rows its prices, 1 to {@value #ROWS_MAX}, all in the list's currency
 * @param floor the lowest price to which it may be overridden
 */
public record PriceEntry(
    PriceListId list, Sku sku, List<PriceRow> rows, Optional<UnitPrice> floor) {

  /** The most rows an entry can have. */
  public static final int ROWS_MAX = 200;

  public PriceEntry {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(sku, "sku");
    rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    Objects.requireNonNull(floor, "floor");
    if (rows.isEmpty()) {
      throw new InvalidInputException(
          UnitPrice.INVALID, "rows", "none", "must hold at least one price");
    }
    if (rows.size() > ROWS_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED, "rowsMax", ROWS_MAX, "Remove rows that are over.");
    }
    checkCurrencies(rows, floor);
    checkNames(rows);
  }

  /** One price for any quantity, always. */
  public static PriceEntry of(PriceListId list, Sku sku, UnitPrice price) {
    return of(list, sku, List.of(PriceRow.of(price)));
  }

  /** These rows, which may be overridden to any price. */
  public static PriceEntry of(PriceListId list, Sku sku, List<PriceRow> rows) {
    return new PriceEntry(list, sku, rows, Optional.empty());
  }

  /** This entry with a further tier. */
  public PriceEntry withTier(Quantity from, UnitPrice price) {
    return withRow(new PriceRow(from, TimeWindow.ALWAYS, price));
  }

  /** This entry with a further row. */
  public PriceEntry withRow(PriceRow row) {
    List<PriceRow> more = new ArrayList<>(rows);
    more.add(Objects.requireNonNull(row, "row"));
    return new PriceEntry(list, sku, more, floor);
  }

  /** This entry with a price below which no override and no promotion goes. */
  public PriceEntry withFloor(UnitPrice with) {
    return new PriceEntry(list, sku, rows, Optional.of(Objects.requireNonNull(with, "floor")));
  }

  private static void checkCurrencies(List<PriceRow> rows, Optional<UnitPrice> floor) {
    Currency currency = rows.get(0).price().currency();
    for (int i = 1; i < rows.size(); i++) {
      checkCurrency("rows[" + i + "].price", rows.get(i).price(), currency);
    }
    floor.ifPresent(lowest -> checkCurrency("floor", lowest, currency));
  }

  private static void checkCurrency(String path, UnitPrice price, Currency currency) {
    if (!price.currency().equals(currency)) {
      throw new InvalidInputException(
          UnitPrice.INVALID, path, price.toString(), "must be in one currency with rows[0]");
    }
  }

  private static void checkNames(List<PriceRow> rows) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Optional<String> name = rows.get(i).id();
      if (name.isPresent() && seen.putIfAbsent(name.get(), i) != null) {
        throw PriceRow.invalid(
            "rows[" + i + "].id",
            name.get(),
            "must differ from that of rows[" + seen.get(name.get()) + "]");
      }
    }
  }
}
