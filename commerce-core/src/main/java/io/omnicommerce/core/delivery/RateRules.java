package io.omnicommerce.core.delivery;

import io.omnicommerce.common.Destination;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.delivery.DeliveryFee;
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
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Whether the rates of a method can be right. */
final class RateRules {

  private final DeliveryMethod method;
  private final Optional<Set<Currency>> currencies;
  private final Map<String, String> placed = new HashMap<>();

  private RateRules(DeliveryMethod method, Optional<Set<Currency>> currencies) {
    this.method = method;
    this.currencies = currencies;
  }

  /**
   * @param currencies those that some market of the method takes, if it names its markets
   * @throws InvalidInputException {@code delivery.invalid_rate} with the path of the fault
   */
  static void check(DeliveryMethod method, Optional<Set<Currency>> currencies) {
    RateRules rules = new RateRules(method, currencies);
    rules.checkLimits();
    for (int i = 0; i < method.rates().size(); i++) {
      rules.check(method.rates().get(i), "rates[" + i + ']');
    }
  }

  private void checkLimits() {
    if (method.rates().isEmpty()) {
      throw fault("rates", "none", "must name at least one");
    }
    limit("ratesMax", method.rates().size(), DeliveryMethod.RATES_MAX);
    int rows = 0;
    for (DeliveryRate rate : method.rates()) {
      rows += rows(rate);
    }
    limit("rowsMax", rows, DeliveryMethod.ROWS_MAX);
  }

  private static void limit(String name, int size, int max) {
    if (size > max) {
      throw new LimitExceededException(
          DeliveryService.LIMIT_EXCEEDED, name, max, "Make several methods of it.");
    }
  }

  private static int rows(DeliveryRate rate) {
    return rate.places().size() + rate.fees().size() + steps(rate.price());
  }

  private static int steps(DeliveryPrice price) {
    if (price instanceof ByWeight byWeight) {
      return byWeight.steps().size();
    }
    if (price instanceof ByAmount byAmount) {
      return byAmount.steps().size();
    }
    return price instanceof ByUnits byUnits ? byUnits.steps().size() : 0;
  }

  private void check(DeliveryRate rate, String path) {
    Currency currency = rate.currency();
    if (currencies.isPresent() && !currencies.get().contains(currency)) {
      throw fault(
          path + ".price", currency, "must be in a currency of the method's markets: " + taken());
    }
    checkPlaces(rate, path);
    checkPrice(rate.price(), currency, path + ".price");
    for (int i = 0; i < rate.fees().size(); i++) {
      DeliveryFee fee = rate.fees().get(i);
      checkAmount(fee.amount(), currency, path + ".fees[" + i + "].amount");
    }
    rate.freeFrom().ifPresent(from -> checkAmount(from, currency, path + ".freeFrom"));
    rate.orderMin().ifPresent(min -> checkAmount(min, currency, path + ".orderMin"));
  }

  private String taken() {
    return currencies.orElse(Set.of()).stream()
        .map(Currency::getCurrencyCode)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** No place may be named by two rates of a currency, nor two rates count everywhere. */
  private void checkPlaces(DeliveryRate rate, String path) {
    if (method.kind() == DeliveryMethod.Kind.PICKUP && !rate.places().isEmpty()) {
      throw fault(path + ".places", rate.places(), "must be empty, as a pickup goes nowhere");
    }
    List<String> places = rate.places().stream().map(Destination::toString).sorted().toList();
    for (String place : places.isEmpty() ? List.of("everywhere") : places) {
      String other = placed.putIfAbsent(rate.currency() + " " + place, path);
      if (other != null) {
        throw fault(
            path + ".places",
            place,
            "may not name what " + other + " names already for " + rate.currency());
      }
    }
  }

  private void checkPrice(DeliveryPrice price, Currency currency, String path) {
    if (price instanceof Flat flat) {
      checkAmount(flat.amount(), currency, path + ".amount");
    } else if (price instanceof PerUnit perUnit) {
      checkAmount(perUnit.each(), currency, path + ".each");
    } else if (price instanceof ByWeight byWeight) {
      checkSteps(byWeight.steps(), step -> step.from().grams(), path);
      checkPrices(byWeight.steps(), DeliveryPrice.WeightStep::price, currency, path);
    } else if (price instanceof ByAmount byAmount) {
      checkAmounts(byAmount.steps(), currency, path);
      checkSteps(byAmount.steps(), step -> step.from().minor(), path);
      checkPrices(byAmount.steps(), DeliveryPrice.AmountStep::price, currency, path);
    } else if (price instanceof ByUnits byUnits) {
      checkSteps(byUnits.steps(), DeliveryPrice.UnitStep::from, path);
      checkPrices(byUnits.steps(), DeliveryPrice.UnitStep::price, currency, path);
    }
  }

  /** Steps that begin at zero and rise leave no gap and do not overlap. */
  private <S> void checkSteps(List<S> steps, ToLongFunction<S> from, String path) {
    for (int i = 0; i < steps.size(); i++) {
      long begins = from.applyAsLong(steps.get(i));
      if (i == 0 && begins != 0) {
        throw fault(step(path, 0) + ".from", begins, "must be 0, as nothing counts below it");
      }
      if (i > 0 && begins <= from.applyAsLong(steps.get(i - 1))) {
        throw fault(step(path, i) + ".from", begins, "must be more than that of the step before");
      }
    }
  }

  private <S> void checkPrices(
      List<S> steps, Function<S, Money> price, Currency currency, String path) {
    for (int i = 0; i < steps.size(); i++) {
      checkAmount(price.apply(steps.get(i)), currency, step(path, i) + ".price");
    }
  }

  private void checkAmounts(List<DeliveryPrice.AmountStep> steps, Currency currency, String path) {
    for (int i = 0; i < steps.size(); i++) {
      checkAmount(steps.get(i).from(), currency, step(path, i) + ".from");
    }
  }

  private void checkAmount(Money amount, Currency currency, String path) {
    if (!amount.currency().equals(currency)) {
      throw fault(path, amount, "must be in " + currency + " as the rest of the rate");
    }
    if (amount.isNegative()) {
      throw fault(path, amount, "may not be negative");
    }
  }

  private static String step(String path, int index) {
    return path + ".steps[" + index + ']';
  }

  private static InvalidInputException fault(String path, Object given, String rule) {
    return new InvalidInputException(DeliveryService.INVALID_RATE, path, given.toString(), rule);
  }
}
