package io.omnicommerce.delivery;

import io.omnicommerce.catalog.Weight;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the price of a delivery is found. Steps count from where they begin until where the next one
 * does: the first from zero, each later one from more. What only promotions add to a cart costs
 * nothing here and weighs nothing.
 */
public sealed interface DeliveryPrice {

  /** The currency of its first amount; in a saved method, of all. */
  Currency currency();

  /** The same for everything. */
  record Flat(Money amount) implements DeliveryPrice {
    public Flat {
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public Currency currency() {
      return amount.currency();
    }
  }

  /** So much for each unit that is carried; what is measured counts as one unit a line. */
  record PerUnit(Money each) implements DeliveryPrice {
    public PerUnit {
      Objects.requireNonNull(each, "each");
    }

    @Override
    public Currency currency() {
      return each.currency();
    }
  }

  /**
   * By what everything weighs that is carried, as the catalog says.
   *
   * @param assumed what one unit counts as whose weight the catalog does not say; if empty, such
   *     goods are refused with {@code delivery.unknown_weight}
   * @param max the most that is carried; more is refused with {@code delivery.not_offered}
   */
  record ByWeight(List<WeightStep> steps, Optional<Weight> assumed, Optional<Weight> max)
      implements DeliveryPrice {
    public ByWeight {
      Objects.requireNonNull(assumed, "assumed");
      Objects.requireNonNull(max, "max");
      steps = some(steps);
    }

    @Override
    public Currency currency() {
      return steps.get(0).price().currency();
    }
  }

  /** By what the goods of the order cost; see {@link DeliveryRate#basis}. */
  record ByAmount(List<AmountStep> steps) implements DeliveryPrice {
    public ByAmount {
      steps = some(steps);
    }

    @Override
    public Currency currency() {
      return steps.get(0).price().currency();
    }
  }

  /** By the number of units that are carried; what is measured counts as one unit a line. */
  record ByUnits(List<UnitStep> steps) implements DeliveryPrice {
    public ByUnits {
      steps = some(steps);
    }

    @Override
    public Currency currency() {
      return steps.get(0).price().currency();
    }
  }

  /** The price from a weight on. */
  record WeightStep(Weight from, Money price) {
    public WeightStep {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(price, "price");
    }
  }

  /** The price from an amount on. */
  record AmountStep(Money from, Money price) {
    public AmountStep {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(price, "price");
    }
  }

  /** The price from a number of units on. */
  record UnitStep(long from, Money price) {
    public UnitStep {
      Objects.requireNonNull(price, "price");
    }
  }

  private static <S> List<S> some(List<S> steps) {
    List<S> copy = List.copyOf(Objects.requireNonNull(steps, "steps"));
    if (copy.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "steps", "", "must name at least one");
    }
    return copy;
  }
}
