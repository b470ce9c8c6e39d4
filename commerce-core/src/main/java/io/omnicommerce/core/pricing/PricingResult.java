package io.omnicommerce.core.pricing;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.pricing.PricedCart;
import java.util.List;
import java.util.Optional;

/** What something costs, or why that cannot be said: one of both is there. */
public record PricingResult(Optional<PricedCart> priced, List<Refusal> problems) {

  public PricingResult {
    problems = List.copyOf(problems);
    if (priced.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("Either a price or problems, not " + problems);
    }
  }

  static PricingResult of(PricedCart priced) {
    return new PricingResult(Optional.of(priced), List.of());
  }

  static PricingResult of(List<Refusal> problems) {
    return new PricingResult(Optional.empty(), problems);
  }

  static PricingResult problem(CommerceException problem) {
    return of(
        List.of(Refusal.of(problem.code(), String.valueOf(problem.getMessage()), problem.facts())));
  }
}
