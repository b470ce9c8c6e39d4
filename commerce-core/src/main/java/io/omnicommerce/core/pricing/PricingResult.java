package io.omnicommerce.core.pricing;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What something costs, or why that cannot be said, or what a tax service is to be asked first: one
 * of them is there.
 *
 * @param inputs freezes what the price was computed from, when it is asked
 * @param gifts what can be chosen of gifts, when it is asked
 * @param byPayment whether something may depend on how it is paid
 */
public record PricingResult(
    Optional<PricedCart> priced,
    List<Refusal> problems,
    Supplier<PricingInputs> inputs,
    Supplier<List<OfferedGift>> gifts,
    boolean byPayment,
    Optional<TaxQuestion> open) {

  public PricingResult {
    problems = List.copyOf(problems);
    if ((priced.isPresent() || open.isPresent()) != problems.isEmpty()) {
      throw new IllegalArgumentException("Either a price or problems, not " + problems);
    }
  }

  static PricingResult of(
      PricedCart priced,
      Supplier<PricingInputs> inputs,
      Supplier<List<OfferedGift>> gifts,
      boolean byPayment) {
    return new PricingResult(
        Optional.of(priced), List.of(), inputs, gifts, byPayment, Optional.empty());
  }

  static PricingResult of(List<Refusal> problems) {
    return new PricingResult(
        Optional.empty(), problems, PricingResult::none, List::of, false, Optional.empty());
  }

  static PricingResult open(TaxQuestion question) {
    return new PricingResult(
        Optional.empty(), List.of(), PricingResult::none, List::of, false, Optional.of(question));
  }

  private static PricingInputs none() {
    throw new IllegalStateException("What has no price cannot be frozen");
  }

  static PricingResult problem(CommerceException problem) {
    return of(
        List.of(Refusal.of(problem.code(), String.valueOf(problem.getMessage()), problem.facts())));
  }
}
