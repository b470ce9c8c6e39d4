package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.customer.Buyer;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which prices are asked for.
 *
 * @param quantities how much of each SKU, over all lines, for the tiers; at most {@value #SKUS_MAX}
 * @param buyer for whom, beside the caller, who counts anyhow
 * @param destination where the goods go; the market's country if empty
 * @param at for which instant, past or future; now if empty
 */
public record PriceQuery(
    Currency currency,
    Map<Sku, Quantity> quantities,
    Buyer buyer,
    Optional<CountryCode> destination,
    Optional<Instant> at) {

  /** The most SKUs one call may ask for. */
  public static final int SKUS_MAX = 10_000;

  public PriceQuery {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(quantities, "quantities");
    if (quantities.size() > SKUS_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED, "skusMax", SKUS_MAX, "Ask for fewer SKUs at once.");
    }
    quantities = Collections.unmodifiableMap(new TreeMap<>(quantities));
    Objects.requireNonNull(buyer, "buyer");
    Objects.requireNonNull(destination, "destination");
    Objects.requireNonNull(at, "at");
    at.ifPresent(TimeWindow::from); // refuses what no window can name
  }

  /** What so much of each SKU costs the caller, here and now. */
  public static PriceQuery of(Currency currency, Map<Sku, Quantity> quantities) {
    return new PriceQuery(currency, quantities, Buyer.ANYBODY, Optional.empty(), Optional.empty());
  }

  /** What one of a SKU costs the caller, here and now. */
  public static PriceQuery of(Currency currency, Sku sku) {
    return of(currency, Map.of(Objects.requireNonNull(sku, "sku"), Quantity.ONE));
  }

  /** The same for somebody whom the caller serves; see {@link PriceService#ASSIST}. */
  public PriceQuery withBuyer(Buyer with) {
    return new PriceQuery(currency, quantities, with, destination, at);
  }

  /** The same going to a country. */
  public PriceQuery withDestination(CountryCode country) {
    Objects.requireNonNull(country, "country");
    return new PriceQuery(currency, quantities, buyer, Optional.of(country), at);
  }

  /** The same as of another instant. */
  public PriceQuery asOf(Instant instant) {
    Objects.requireNonNull(instant, "instant");
    return new PriceQuery(currency, quantities, buyer, destination, Optional.of(instant));
  }
}
