package io.omnicommerce.price;

import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.UnitPrice;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * A price list.
 *
 * @param kind how its prices stand to those of other lists
 * @param conditions for whom and where it counts
 * @param priority the higher counts, where the market's policy looks at it
 * @param window when it counts
 * @param derivation how it computes the prices that it has not got itself, if it does
 */
public record PriceList(
    PriceListId id,
    String title,
    Currency currency,
    Kind kind,
    PriceConditions conditions,
    int priority,
    TimeWindow window,
    Optional<Derivation> derivation) {

  /** How a list stands to others. */
  public enum Kind {
    /** What things cost ordinarily. */
    BASE,
    /** A reduction: the ordinary price is shown beside it. */
    SALE,
    /** It takes the place of the ordinary price: nothing is shown beside it. */
    OVERRIDE,
    /** What things cost the shop: nobody pays it, but other lists are computed from it. */
    COST
  }

  public PriceList {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Currencies.check(currency);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(derivation, "derivation");
    derivation.flatMap(Derivation::floor).ifPresent(floor -> checkFloor(currency, floor));
  }

  /** A list that counts always and for everybody. */
  public static PriceList base(PriceListId id, Currency currency) {
    return new PriceList(
        id,
        id.value(),
        currency,
        Kind.BASE,
        PriceConditions.NONE,
        0,
        TimeWindow.ALWAYS,
        Optional.empty());
  }

  /** A list of what things cost the shop. */
  public static PriceList cost(PriceListId id, Currency currency) {
    return base(id, currency).withKind(Kind.COST);
  }

  /** A list of reduced prices, always and for everybody. */
  public static PriceList sale(PriceListId id, Currency currency) {
    return base(id, currency).withKind(Kind.SALE);
  }

  /** This list under another title. */
  public PriceList withTitle(String with) {
    return new PriceList(id, with, currency, kind, conditions, priority, window, derivation);
  }

  /** This list as one of another kind. */
  public PriceList withKind(Kind with) {
    return new PriceList(id, title, currency, with, conditions, priority, window, derivation);
  }

  /** This list, for whom the conditions hold. */
  public PriceList withConditions(PriceConditions with) {
    return new PriceList(id, title, currency, kind, with, priority, window, derivation);
  }

  /** This list with another priority; the higher one counts first where the policy asks for it. */
  public PriceList withPriority(int with) {
    return new PriceList(id, title, currency, kind, conditions, with, window, derivation);
  }

  /** This list, within a stretch of time. */
  public PriceList withWindow(TimeWindow with) {
    return new PriceList(id, title, currency, kind, conditions, priority, with, derivation);
  }

  /** This list, computing what it has not got itself. */
  public PriceList withDerivation(Derivation with) {
    Objects.requireNonNull(with, "derivation");
    return new PriceList(
        id, title, currency, kind, conditions, priority, window, Optional.of(with));
  }

  private static void checkFloor(Currency currency, UnitPrice floor) {
    if (!floor.currency().equals(currency)) {
      throw new CurrencyMismatchException(currency, floor.currency());
    }
  }
}
