package io.omnicommerce.price;

import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import java.util.Currency;
import java.util.Objects;

/**
 * A price list.
 *
 * @param kind how its prices stand to those of other lists
 * @param conditions for whom and where it counts
 * @param priority the higher counts, where the market's policy looks at it
 * @param window when it counts
 */
public record PriceList(
    PriceListId id,
    String title,
    Currency currency,
    Kind kind,
    PriceConditions conditions,
    int priority,
    TimeWindow window) {

  /** How a list stands to others. */
  public enum Kind {
    /** What things cost ordinarily. */
    BASE,
    /** A reduction: the ordinary price is shown beside it. */
    SALE,
    /** It takes the place of the ordinary price: nothing is shown beside it. */
    OVERRIDE
  }

  public PriceList {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Currencies.check(currency);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(window, "window");
  }

  /** A list that counts always and for everybody. */
  public static PriceList base(PriceListId id, Currency currency) {
    return new PriceList(
        id, id.value(), currency, Kind.BASE, PriceConditions.NONE, 0, TimeWindow.ALWAYS);
  }

  /** A list of reduced prices, always and for everybody. */
  public static PriceList sale(PriceListId id, Currency currency) {
    return base(id, currency).withKind(Kind.SALE);
  }

  public PriceList withTitle(String with) {
    return new PriceList(id, with, currency, kind, conditions, priority, window);
  }

  public PriceList withKind(Kind with) {
    return new PriceList(id, title, currency, with, conditions, priority, window);
  }

  public PriceList withConditions(PriceConditions with) {
    return new PriceList(id, title, currency, kind, with, priority, window);
  }

  public PriceList withPriority(int with) {
    return new PriceList(id, title, currency, kind, conditions, with, window);
  }

  public PriceList withWindow(TimeWindow with) {
    return new PriceList(id, title, currency, kind, conditions, priority, with);
  }
}
