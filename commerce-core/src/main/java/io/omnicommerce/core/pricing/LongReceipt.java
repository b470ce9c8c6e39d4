package io.omnicommerce.core.pricing;

import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells an explanation as text: the receipt, and behind it what might have been. */
final class LongReceipt {

  private final StringBuilder text = new StringBuilder();

  private LongReceipt() {}

  static String of(PricingExplanation explanation) {
    LongReceipt receipt = new LongReceipt();
    receipt.text.append(Receipt.of(explanation.priced()));
    receipt.section("Given", explanation.promotions().stream().filter(LongReceipt::isApplied));
    receipt.section("Not given", explanation.promotions().stream().filter(one -> !isApplied(one)));
    receipt.prices(explanation.prices());
    receipt.roundings(explanation.roundings());
    return receipt.text.toString();
  }

  private static boolean isApplied(PromotionVerdict verdict) {
    return verdict.isApplied();
  }

  private void section(String title, Stream<PromotionVerdict> verdicts) {
    List<PromotionVerdict> told = verdicts.toList();
    if (!told.isEmpty()) {
      say(title + ":");
      told.forEach(this::verdict);
    }
  }

  private void verdict(PromotionVerdict one) {
    say("  " + one.title() + " (" + one.promotion() + "): " + reason(one));
    one.findings().stream().map(ConditionFinding::toString).forEach(found -> say("    " + found));
    one.beyondMax()
        .map(more -> "    " + more + " more is beyond the most it may take")
        .ifPresent(this::say);
    one.belowFloor()
        .map(more -> "    " + more + " more was not there to take")
        .ifPresent(this::say);
  }

  private static String reason(PromotionVerdict one) {
    if (one.verdict() == Verdict.APPLIED) {
      return one.amount().isZero() ? "lowers prices" : taken(one.amount());
    }
    return words(one.verdict())
        + (one.others().isEmpty() ? "" : ": " + String.join(", ", names(one.others())));
  }

  private static String taken(Money amount) {
    return amount + " off";
  }

  private static List<String> names(List<PromotionId> ids) {
    return ids.stream().map(PromotionId::value).toList();
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
            + sku.sku()
            + " at "
            + row.price()
            + " from the list "
            + row.list()
            + (row.row().from().isZero() ? "" : " from " + row.row().from())
            + ": "
            + words(row.verdict()));
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
            + words(step.kind())
            + " of "
            + step.source()
            + step.subject().map(line -> " on " + line).orElse("")
            + ": "
            + step.exact().toPlainString()
            + " is "
            + step.rounded());
  }

  /** {@code BEHIND_EXCLUSIVE} as {@code behind exclusive}. */
  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void say(String line) {
    text.append(line).append('\n');
  }
}
