package io.omnicommerce.pricing;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.customer.Buyer;
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
 * @param buyer somebody whom the caller serves; the caller counts anyhow
 * @param lines each under an id of its own, in any order
 * @param charges each under an id of its own
 * @param destination where it goes, for tax; the market's country if empty
 * @param delivery the chosen method, whose price becomes a charge
 */
public record PricingRequest(
    Currency currency,
    Buyer buyer,
    Optional<CountryCode> destination,
    List<PricingLine> lines,
    List<Charge> charges,
    Optional<DeliveryMethodId> delivery) {

  /** The most lines and the most charges that can be priced at once. */
  public static final int LINES_MAX = 2_000;

  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("pricing.limit_exceeded");

  public PricingRequest {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(buyer, "buyer");
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

  /** For somebody of whom no more is known than these groups. */
  public PricingRequest(
      Currency currency,
      Set<String> groups,
      Optional<CountryCode> destination,
      List<PricingLine> lines,
      List<Charge> charges,
      Optional<DeliveryMethodId> delivery) {
    this(currency, Buyer.inGroups(groups), destination, lines, charges, delivery);
  }

  /** Lines of a currency, and nothing else. */
  public static PricingRequest of(Currency currency, List<PricingLine> lines) {
    return new PricingRequest(
        currency, Buyer.ANYBODY, Optional.empty(), lines, List.of(), Optional.empty());
  }

  /** The groups of whom the caller serves. */
  public Set<String> groups() {
    return buyer.groups();
  }

  /** The same for a customer of these groups; see {@link PricingService#ASSIST}. */
  public PricingRequest withGroups(Set<String> theirs) {
    return withBuyer(Buyer.inGroups(theirs));
  }

  /** The same for a buyer; see {@link PricingService#ASSIST}. */
  public PricingRequest withBuyer(Buyer with) {
    return new PricingRequest(currency, with, destination, lines, charges, delivery);
  }

  /** The same going to a country. */
  public PricingRequest withDestination(CountryCode country) {
    Objects.requireNonNull(country, "country");
    return new PricingRequest(currency, buyer, Optional.of(country), lines, charges, delivery);
  }

  /** The same with these charges and no others. */
  public PricingRequest withCharges(List<Charge> others) {
    return new PricingRequest(currency, buyer, destination, lines, others, delivery);
  }

  /** The same with a delivery method, whose price becomes a charge. */
  public PricingRequest withDelivery(DeliveryMethodId method) {
    Objects.requireNonNull(method, "method");
    return new PricingRequest(currency, buyer, destination, lines, charges, Optional.of(method));
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
