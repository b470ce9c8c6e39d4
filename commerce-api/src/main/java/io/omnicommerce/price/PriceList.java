package io.omnicommerce.price;

import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import java.util.Currency;
import java.util.Objects;

/**
 * A price list.
 *
 * @param priority among lists with equally many conditions, the higher counts
 * @param window when it counts
 */
public record PriceList(
    PriceListId id,
    String title,
    Currency currency,
    PriceConditions conditions,
    int priority,
    TimeWindow window) {

  public PriceList {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Currencies.check(currency);
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(window, "window");
  }

  /** A list that counts always and for everybody. */
  public static PriceList base(PriceListId id, Currency currency) {
    return new PriceList(id, id.value(), currency, PriceConditions.NONE, 0, TimeWindow.ALWAYS);
  }

  public PriceList withConditions(PriceConditions with) {
    return new PriceList(id, title, currency, with, priority, window);
  }

  public PriceList withPriority(int with) {
    return new PriceList(id, title, currency, conditions, with, window);
  }

  public PriceList withWindow(TimeWindow with) {
    return new PriceList(id, title, currency, conditions, priority, with);
  }
}
