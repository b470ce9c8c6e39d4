package io.omnicommerce.tax.spi;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.TenantId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tax service is asked.
 *
 * @param customer who buys, if that is known
 * @param origin where the market is at home
 * @param destination where it goes, if that is known
 * @param pricesIncludeTax whether the prices of the market contain tax: whether its zone has a rate
 *     that is included at its home. The amounts of the items are what remains of such prices
 * @param items everything that is sold together, each under an id of its own
 * @param at for which instant
 */
public record TaxQuestion(
    TenantId tenant,
    Optional<CustomerId> customer,
    Destination origin,
    Optional<Destination> destination,
    Currency currency,
    boolean pricesIncludeTax,
    List<TaxItem> items,
    Instant at) {

  public TaxQuestion {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(destination, "destination");
    Objects.requireNonNull(currency, "currency");
    items = List.copyOf(Objects.requireNonNull(items, "items"));
    Objects.requireNonNull(at, "at");
  }
}
