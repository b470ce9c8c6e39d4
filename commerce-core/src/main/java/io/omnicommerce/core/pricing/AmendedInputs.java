package io.omnicommerce.core.pricing;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.Occasion;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a price was computed from, changed: the same rules for other goods. What was not priced then
 * is taken from a price of now.
 */
public final class AmendedInputs {

  private final PricingInputs frozen;
  private final Optional<PricingInputs> now;
  private List<FrozenLine> lines;
  private List<Charge> charges;
  private Occasion occasion;
  private List<TaxRate> rates;

  /**
   * @param now what a price of now is computed from, if something is to be taken from it
   */
  public AmendedInputs(PricingInputs frozen, Optional<PricingInputs> now) {
    this.frozen = frozen;
    this.now = now;
    this.lines = frozen.lines();
    this.charges = frozen.charges();
    this.occasion = frozen.occasion();
    this.rates = frozen.rates();
  }

  /** So much of each line; one that is missing or of which there is nothing is not there. */
  public AmendedInputs quantities(Map<LineId, Quantity> wanted) {
    lines =
        lines.stream()
            .filter(line -> !wanted.getOrDefault(line.id(), Quantity.ZERO).isZero())
            .map(line -> of(line, Objects.requireNonNull(wanted.get(line.id()))))
            .toList();
    return this;
  }

  private static FrozenLine of(FrozenLine line, Quantity quantity) {
    if (quantity.equals(line.quantity())) {
      return line;
    }
    Optional<Money> floor =
        line.floor().map(of -> part(of, quantity.toBigDecimal(), line.quantity().toBigDecimal()));
    return with(line, quantity, line.unitPrice(), line.kind(), line.source(), floor);
  }

  private static Money part(Money of, BigDecimal part, BigDecimal whole) {
    BigDecimal minor =
        BigDecimal.valueOf(of.minor()).multiply(part).divide(whole, 0, RoundingMode.HALF_UP);
    return Money.ofMinor(minor.longValueExact(), of.currency());
  }

  /** Prices that somebody has set. */
  public AmendedInputs prices(Map<LineId, UnitPrice> set, String reason) {
    lines =
        lines.stream()
            .map(line -> set.containsKey(line.id()) ? priced(line, set, reason) : line)
            .toList();
    return this;
  }

  private static FrozenLine priced(FrozenLine line, Map<LineId, UnitPrice> set, String reason) {
    return with(
        line,
        line.quantity(),
        Objects.requireNonNull(set.get(line.id())),
        TraceStep.Kind.OVERRIDDEN_PRICE,
        reason,
        line.floor());
  }

  private static FrozenLine with(
      FrozenLine line,
      Quantity quantity,
      UnitPrice price,
      TraceStep.Kind kind,
      String source,
      Optional<Money> floor) {
    boolean same = price.equals(line.unitPrice());
    return new FrozenLine(
        line.id(),
        line.sku(),
        quantity,
        price,
        kind,
        source,
        same ? line.computedFrom() : Optional.empty(),
        same ? line.lowered() : List.of(),
        same ? line.notes() : List.of(),
        line.reduced(),
        line.taxCategory(),
        line.categories(),
        floor);
  }

  /** These lines as they are priced now. */
  public AmendedInputs adding(Set<LineId> added) {
    List<FrozenLine> more = new ArrayList<>(lines);
    now.ifPresent(
        inputs ->
            inputs.lines().stream().filter(line -> added.contains(line.id())).forEach(more::add));
    lines = more;
    withRates();
    return this;
  }

  /**
   * By this method, at its price of now.
   *
   * @param there the rates where it goes, if they are others than where it was to go
   */
  public AmendedInputs delivery(
      DeliveryMethodId method, Optional<CountryCode> country, Optional<List<TaxRate>> there) {
    List<Charge> others =
        new ArrayList<>(charges.stream().filter(charge -> charge.method().isEmpty()).toList());
    now.ifPresent(
        inputs ->
            inputs.charges().stream()
                .filter(charge -> charge.method().isPresent())
                .forEach(others::add));
    charges = others;
    occasion =
        new Occasion(
            occasion.channel(),
            occasion.location(),
            occasion.groups(),
            country,
            occasion.paymentMethod(),
            Set.of(method),
            occasion.orders(),
            occasion.unlocked(),
            occasion.exhausted(),
            occasion.budgets(),
            occasion.giftChoices(),
            occasion.customer(),
            occasion.attributes());
    rates = there.orElse(rates);
    withRates();
    return this;
  }

  /** Rates of now for what had none to be taxed by. */
  private void withRates() {
    Set<String> known = rates.stream().map(TaxRate::category).collect(Collectors.toSet());
    List<TaxRate> more = new ArrayList<>(rates);
    now.ifPresent(
        inputs ->
            inputs.rates().stream()
                .filter(rate -> !known.contains(rate.category()))
                .forEach(more::add));
    rates = more;
  }

  public PricingInputs inputs() {
    return new PricingInputs(
        frozen.at(),
        frozen.currency(),
        frozen.conventions(),
        occasion,
        lines,
        frozen.gifts(),
        charges,
        frozen.lanes(),
        frozen.promotions(),
        frozen.coupons(),
        rates,
        frozen.taxTerms());
  }
}
