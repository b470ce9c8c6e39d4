package io.omnicommerce.pricing;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.delivery.DeliveryMethodId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be priced.
 *
 * @param groups groups of a customer whom the caller serves, beside the caller's own, which count
 *     anyhow
 * @param lines each under an id of its own, in any order
 * @param charges each under an id of its own
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
    groups = Set.copyOf(Objects.requireNonNull(groups, "groups"));
    Objects.requireNonNull(destination, "destination");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    Objects.requireNonNull(delivery, "delivery");
    if (lines.size() > LINES_MAX || charges.size() > LINES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "linesMax", LINES_MAX, "Price fewer lines at once.");
    }
    checkOnce(lines.stream().map(PricingLine::id).toList(), "lines");
    checkOnce(charges.stream().map(Charge::id).toList(), "charges");
  }

  /** Lines of a currency, and nothing else. */
  public static PricingRequest of(Currency currency, List<PricingLine> lines) {
    return new PricingRequest(
        currency, Set.of(), Optional.empty(), lines, List.of(), Optional.empty());
  }

  /** The same for a customer of these groups; see {@link PricingService#ASSIST}. */
  public PricingRequest withGroups(Set<String> theirs) {
    return new PricingRequest(currency, theirs, destination, lines, charges, delivery);
  }

  /** The same going to a country. */
  public PricingRequest withDestination(CountryCode country) {
    Objects.requireNonNull(country, "country");
    return new PricingRequest(currency, groups, Optional.of(country), lines, charges, delivery);
  }

  /** The same with these charges and no others. */
  public PricingRequest withCharges(List<Charge> others) {
    return new PricingRequest(currency, groups, destination, lines, others, delivery);
  }

  /** The same with a delivery method, whose price becomes a charge. */
  public PricingRequest withDelivery(DeliveryMethodId method) {
    Objects.requireNonNull(method, "method");
    return new PricingRequest(currency, groups, destination, lines, charges, Optional.of(method));
  }

  private static void checkOnce(List<LineId> ids, String field) {
    Set<LineId> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new InvalidInputException(
                  InvalidInputException.MALFORMED, field, twice.value(), "may name an id once");
            });
  }
}
