package io.omnicommerce.pricing;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.delivery.DeliveryMethodId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be priced.
 *
 * @param groups the groups of the customer
 * @param destination where it goes, for tax; the market's country if empty
 * @param delivery the chosen method, whose price becomes a charge
 */
public record PricingRequest(
    Currency currency,
    Set<String> groups,
    Optional<CountryCode> destination,
    List<PricingLine> lines,
    List<Charge> charges,
    Optional<DeliveryMethodId> delivery) {

  /** The most lines and the most charges that can be priced at once. */
  public static final int LINES_MAX = 2_000;

  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("pricing.limit_exceeded");

  public PricingRequest {
    Objects.requireNonNull(currency, "currency");
    groups.forEach(group -> Text.id(group, "group"));
    groups = Set.copyOf(groups);
    Objects.requireNonNull(destination, "destination");
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    Objects.requireNonNull(delivery, "delivery");
    if (lines.size() > LINES_MAX || charges.size() > LINES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "linesMax", LINES_MAX, "Price fewer lines at once.");
    }
  }
}
