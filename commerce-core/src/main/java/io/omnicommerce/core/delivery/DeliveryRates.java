package io.omnicommerce.core.delivery;

import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryPrice.ByAmount;
import io.omnicommerce.delivery.DeliveryPrice.ByUnits;
import io.omnicommerce.delivery.DeliveryPrice.ByWeight;
import io.omnicommerce.delivery.DeliveryPrice.Flat;
import io.omnicommerce.delivery.DeliveryPrice.PerUnit;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which rate of a method counts, and what it charges: the one place where both are decided. */
public final class DeliveryRates {

  private DeliveryRates() {}

  /**
   * The rate whose place says most of where it goes.
   *
   * @param to where to; if that is not known, a rate without places
   */
  public static Optional<DeliveryRate> find(
      DeliveryMethod method, Currency currency, Optional<Destination> to) {
    Optional<Destination> place = method.kind() == DeliveryMethod.Kind.SHIP ? to : Optional.empty();
    DeliveryRate found = null;
    int most = -1;
    for (DeliveryRate rate : method.rates()) {
      int says = rate.currency().equals(currency) ? says(rate, place) : -1;
      if (says > most) {
        most = says;
        found = rate;
      }
    }
    return Optional.ofNullable(found);
  }

  /** How much a rate says of a place; below zero if it does not count there. */
  private static int says(DeliveryRate rate, Optional<Destination> to) {
    int most = rate.places().isEmpty() ? 0 : -1;
    for (Destination place : rate.places()) {
      if (to.filter(place::contains).isPresent()) {
        most = Math.max(most, says(place));
      }
    }
    return most;
  }

  private static int says(Destination place) {
    int country = 1;
    int region = place.region().isPresent() ? 1 : 0;
    return country + region + 2 * place.postalCode().map(String::length).orElse(0);
  }

  /** Why the goods cannot be sent at a rate, or empty if they can. */
  public static Optional<Refusal> refusal(
      DeliveryMethod method, DeliveryRate rate, Consignment goods) {
    return weight(method, rate, goods)
        .or(
            () ->
                rate.orderMin()
                    .flatMap(min -> belowMinimum(method, min, goods.amount(rate.basis()))));
  }

  /** The price at a rate by which the goods can be sent, before promotions and without fees. */
  public static Money price(DeliveryRate rate, Consignment goods) {
    return rate.freeFrom()
            .filter(from -> goods.amount(rate.basis()).compareTo(from) >= 0)
            .isPresent()
        ? Money.zero(rate.currency())
        : fullPrice(rate, goods);
  }

  private static Money fullPrice(DeliveryRate rate, Consignment goods) {
    DeliveryPrice price = rate.price();
    if (price instanceof Flat flat) {
      return flat.amount();
    }
    if (price instanceof PerUnit perUnit) {
      return perUnit.each().times(goods.units());
    }
    if (price instanceof ByWeight byWeight) {
      BigDecimal grams = goods.grams(byWeight.assumed());
      return step(
          byWeight.steps(),
          step -> BigDecimal.valueOf(step.from().grams()).compareTo(grams) <= 0,
          DeliveryPrice.WeightStep::price);
    }
    if (price instanceof ByAmount byAmount) {
      Money amount = goods.amount(rate.basis());
      return step(
          byAmount.steps(),
          step -> step.from().compareTo(amount) <= 0,
          DeliveryPrice.AmountStep::price);
    }
    long units = goods.units();
    return step(
        ((ByUnits) price).steps(), step -> step.from() <= units, DeliveryPrice.UnitStep::price);
  }

  /** The last step that is reached; the first counts from zero. */
  private static <S> Money step(List<S> steps, Predicate<S> reached, Function<S, Money> price) {
    S last = steps.get(0);
    for (S step : steps) {
      last = reached.test(step) ? step : last;
    }
    return price.apply(last);
  }

  private static Optional<Refusal> weight(
      DeliveryMethod method, DeliveryRate rate, Consignment goods) {
    if (!(rate.price() instanceof ByWeight byWeight)) {
      return Optional.empty();
    }
    if (byWeight.assumed().isEmpty() && goods.unweighed().isPresent()) {
      return goods.unweighed().map(sku -> unknownWeight(method, sku));
    }
    BigDecimal grams = goods.grams(byWeight.assumed());
    return byWeight
        .max()
        .filter(max -> grams.compareTo(BigDecimal.valueOf(max.grams())) > 0)
        .map(max -> tooHeavy(method, grams, max));
  }

  private static Refusal unknownWeight(DeliveryMethod method, Object sku) {
    return Refusal.of(
        DeliveryService.UNKNOWN_WEIGHT,
        "The delivery method "
            + method.id()
            + " goes by weight, and the catalog does not say what "
            + sku
            + " weighs. Choose another method, or add its weight to the catalog.",
        Facts.of("method", method.id(), "sku", sku));
  }

  private static Refusal tooHeavy(DeliveryMethod method, BigDecimal grams, Object max) {
    String weight = grams.stripTrailingZeros().toPlainString() + " g";
    return Refusal.of(
        DeliveryService.NOT_OFFERED,
        "The delivery method "
            + method.id()
            + " carries up to "
            + max
            + ", and the goods weigh "
            + weight
            + ". Choose another one.",
        Facts.of("method", method.id(), "weight", weight).with("weightMax", max));
  }

  private static Optional<Refusal> belowMinimum(DeliveryMethod method, Money min, Money amount) {
    return amount.compareTo(min) >= 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                DeliveryService.BELOW_MINIMUM,
                "The delivery method "
                    + method.id()
                    + " is for goods of "
                    + min
                    + " and more, not of "
                    + amount
                    + ". Add something, or choose another method.",
                Facts.of("method", method.id(), "orderMin", min)
                    .with("amount", amount)
                    .with("missing", min.minus(amount))));
  }
}
