package io.omnicommerce.core.pricing;

import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.promotion.PromotionVerdict;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.util.List;

/** Tells an explanation as text: the receipt, and behind it what might have been. */
final class LongReceipt {

  private final StringBuilder text = new StringBuilder();
  private final PricingExplanation explanation;
  private final VerdictWords words;

  private LongReceipt(PricingExplanation explanation) {
    this.explanation = explanation;
    words = new VerdictWords(explanation);
  }

  static String of(PricingExplanation explanation) {
    LongReceipt receipt = new LongReceipt(explanation);
    receipt.text.append(Receipt.of(explanation.priced(), explanation.titles()));
    receipt.section("Given", Verdict.APPLIED, true);
    receipt.section("Not given", Verdict.APPLIED, false);
    receipt.prices(explanation.prices());
    receipt.roundings(explanation.roundings());
    return receipt.text.toString();
  }

  /** What is switched off is for those who look at the data. */
  private void section(String title, Verdict verdict, boolean is) {
    List<PromotionVerdict> told =
        explanation.promotions().stream()
            .filter(one -> (one.verdict() == verdict) == is)
            .filter(one -> one.verdict() != Verdict.NOT_ENABLED)
            .toList();
    if (!told.isEmpty()) {
      say(title + ":");
      told.forEach(one -> words.of(one).forEach(this::say));
    }
  }

  private void prices(List<PriceExplanation> prices) {
    if (prices.stream().anyMatch(sku -> sku.candidates().size() > 1)) {
      say("Prices:");
      prices.forEach(sku -> sku.candidates().forEach(row -> price(sku, row)));
    }
  }

  private void price(PriceExplanation sku, PriceCandidate row) {
    say(
        "  "
            + explanation.titles().of(sku.sku())
            + " at "
            + row.price()
            + " from the list "
            + explanation.titles().of(row.list())
            + (row.row().from().isZero() ? "" : " from " + row.row().from())
            + ": "
            + ReceiptWords.words(row.verdict())
            + row.asks().map(asked -> ", asks for " + asked).orElse(""));
  }

  private void roundings(List<RoundingStep> steps) {
    if (!steps.isEmpty()) {
      say("Rounded:");
      steps.forEach(this::rounding);
    }
  }

  private void rounding(RoundingStep step) {
    say(
        "  "
            + ReceiptWords.words(step.kind())
            + " of "
            + words.source(step)
            + step.subject().map(line -> " on " + line).orElse("")
            + ": "
            + step.exact().toPlainString()
            + " is "
            + step.rounded());
  }

  private void say(String line) {
    text.append(line).append('\n');
  }
}
