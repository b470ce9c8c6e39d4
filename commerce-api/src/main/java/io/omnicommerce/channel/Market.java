package io.omnicommerce.channel;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Currencies;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;

/**
 * A market.
 *
 * @param currencies in which it can be paid, at least one
 * @param taxZone the name of the zone whose rates apply; see the tax room
 * @param home where its prices are made: the taxes they contain are those of this place, which
 *     apply as long as no address is known
 */
public record Market(
    MarketId id,
    String title,
    Set<Currency> currencies,
    String taxZone,
    Destination home,
    Conventions conventions) {

  /** The market does not sell in this currency. */
  public static final ErrorCode CURRENCY_NOT_ALLOWED = ErrorCode.of("market.currency_not_allowed");

  public Market {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Text.id(taxZone, "taxZone");
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(conventions, "conventions");
    currencies = Set.copyOf(Objects.requireNonNull(currencies, "currencies"));
    if (currencies.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "currencies", "", "must name at least one currency");
    }
    currencies.forEach(Currencies::check);
  }

  /** A market at home in a country, wherever in it. */
  public Market(
      MarketId id,
      String title,
      Set<Currency> currencies,
      String taxZone,
      CountryCode country,
      Conventions conventions) {
    this(
        id,
        title,
        currencies,
        taxZone,
        Destination.of(Objects.requireNonNull(country, "country")),
        conventions);
  }

  /** The country it is at home in. */
  public CountryCode country() {
    return home.country();
  }

  /**
   * Refuses a currency that cannot be paid with here.
   *
   * @throws InvalidInputException {@code market.currency_not_allowed}
   */
  public void checkCurrency(Currency currency) {
    Objects.requireNonNull(currency, "currency");
    if (!currencies.contains(currency)) {
      throw new InvalidInputException(
          CURRENCY_NOT_ALLOWED,
          "currency",
          currency.getCurrencyCode(),
          "must be one of those of the market "
              + id
              + ": "
              + currencies.stream().map(Currency::getCurrencyCode).sorted().toList());
    }
  }
}
