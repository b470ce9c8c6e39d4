package io.omnicommerce.pricing;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.promotion.GiftChoice;
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
 * @param destination where it goes, for tax; if empty, the market's convention says which taxes
 *     count
 * @param lines each under an id of its own, in any order
 * @param charges each under an id of its own, which no line has either
 * @param deliveries the chosen methods, each once, whose prices become charges
 * @param paymentMethod how it is to be paid, for promotions that ask for it
 * @param coupons the codes that the customer has given
 * @param giftChoices what the customer has chosen of gifts, of each gift once
 * @param taxTerms what is known of its taxes beside the rates
 */
public record PricingRequest(
    Currency currency,
    Buyer buyer,
    Optional<Destination> destination,
    List<PricingLine> lines,
    List<Charge> charges,
    List<DeliveryMethodId> deliveries,
    Optional<String> paymentMethod,
    Set<String> coupons,
    List<GiftChoice> giftChoices,
    TaxTerms taxTerms) {

  /** The most coupon codes that may be given at once. */
  public static final int COUPONS_MAX = 20;

  /** The most lines and the most charges that can be priced at once. */
  public static final int LINES_MAX = 2_000;

  /** Too many lines or charges are to be priced at once. Facts: limit, max. */
  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("pricing.limit_exceeded");

  public PricingRequest {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(buyer, "buyer");
    Objects.requireNonNull(destination, "destination");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(paymentMethod, "paymentMethod");
    paymentMethod.ifPresent(method -> Text.id(method, "paymentMethod"));
    coupons = Set.copyOf(Objects.requireNonNull(coupons, "coupons"));
    giftChoices = checked(Objects.requireNonNull(giftChoices, "giftChoices"));
    Objects.requireNonNull(taxTerms, "taxTerms");
    if (coupons.size() > COUPONS_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "couponsMax", COUPONS_MAX, "Give fewer coupons.");
    }
    if (new HashSet<>(deliveries).size() != deliveries.size()) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED,
          "deliveries",
          deliveries.toString(),
          "may name one once");
    }
    if (lines.size() > LINES_MAX || charges.size() > LINES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "linesMax", LINES_MAX, "Price fewer lines at once.");
    }
    Set<LineId> seen = new HashSet<>();
    for (PricingLine line : lines) {
      checkOnce(seen, line.id(), "lines");
    }
    for (Charge charge : charges) {
      checkOnce(seen, charge.id(), "charges");
    }
  }

  /** Lines of a currency, and nothing else. */
  public static PricingRequest of(Currency currency, List<PricingLine> lines) {
    return new PricingRequest(
        currency,
        Buyer.ANYBODY,
        Optional.empty(),
        lines,
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        List.of(),
        TaxTerms.NONE);
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
    return new PricingRequest(
        currency,
        with,
        destination,
        lines,
        charges,
        deliveries,
        paymentMethod,
        coupons,
        giftChoices,
        taxTerms);
  }

  /** The same going to a country. */
  public PricingRequest withDestination(CountryCode country) {
    Objects.requireNonNull(country, "country");
    return withDestination(Destination.of(country));
  }

  /** The same going to a country or a region of it. */
  public PricingRequest withDestination(Destination place) {
    Objects.requireNonNull(place, "place");
    return new PricingRequest(
        currency,
        buyer,
        Optional.of(place),
        lines,
        charges,
        deliveries,
        paymentMethod,
        coupons,
        giftChoices,
        taxTerms);
  }

  /** The same with these lines and no others. */
  public PricingRequest withLines(List<PricingLine> others) {
    return new PricingRequest(
        currency,
        buyer,
        destination,
        others,
        charges,
        deliveries,
        paymentMethod,
        coupons,
        giftChoices,
        taxTerms);
  }

  /** The same with these charges and no others. */
  public PricingRequest withCharges(List<Charge> others) {
    return new PricingRequest(
        currency,
        buyer,
        destination,
        lines,
        others,
        deliveries,
        paymentMethod,
        coupons,
        giftChoices,
        taxTerms);
  }

  /** The same with these delivery methods, whose prices become charges. */
  public PricingRequest withDelivery(DeliveryMethodId... methods) {
    return withDelivery(List.of(Objects.requireNonNull(methods, "methods")));
  }

  /** The same with these delivery methods, whose prices become charges. */
  public PricingRequest withDelivery(List<DeliveryMethodId> methods) {
    Objects.requireNonNull(methods, "methods");
    return new PricingRequest(
        currency,
        buyer,
        destination,
        lines,
        charges,
        methods,
        paymentMethod,
        coupons,
        giftChoices,
        taxTerms);
  }

  /** The same, to be paid in this way. */
  public PricingRequest withPaymentMethod(String method) {
    Objects.requireNonNull(method, "method");
    return new PricingRequest(
        currency,
        buyer,
        destination,
        lines,
        charges,
        deliveries,
        Optional.of(method),
        coupons,
        giftChoices,
        taxTerms);
  }

  /** The same with these coupon codes and no others. */
  public PricingRequest withCoupons(Set<String> codes) {
    return new PricingRequest(
        currency,
        buyer,
        destination,
        lines,
        charges,
        deliveries,
        paymentMethod,
        codes,
        giftChoices,
        taxTerms);
  }

  /** The same with other terms of tax; see {@link io.omnicommerce.tax.TaxService#EXEMPT}. */
  public PricingRequest withTaxTerms(TaxTerms terms) {
    return new PricingRequest(
        currency,
        buyer,
        destination,
        lines,
        charges,
        deliveries,
        paymentMethod,
        coupons,
        giftChoices,
        Objects.requireNonNull(terms, "terms"));
  }

  /** The same with these choices among gifts and no others. */
  public PricingRequest withGiftChoices(List<GiftChoice> choices) {
    return new PricingRequest(
        currency,
        buyer,
        destination,
        lines,
        charges,
        deliveries,
        paymentMethod,
        coupons,
        choices,
        taxTerms);
  }

  private static List<GiftChoice> checked(List<GiftChoice> choices) {
    if (choices.size() > GiftChoice.CHOICES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "giftChoicesMax", GiftChoice.CHOICES_MAX, "Leave out old choices.");
    }
    for (GiftChoice choice : choices) {
      if (choices.stream().filter(choice::isAboutGiftOf).count() > 1) {
        throw new InvalidInputException(
            InvalidInputException.MALFORMED,
            "giftChoices",
            choice.promotion().value(),
            "may name a gift once");
      }
    }
    return List.copyOf(choices);
  }

  private static void checkOnce(Set<LineId> seen, LineId id, String field) {
    if (!seen.add(id)) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, field, id.value(), "has the id of another");
    }
  }
}
