package io.omnicommerce.core.pricing;

import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of promotions, as a clerk would say it: by their titles. */
final class VerdictWords {

  private final PricingExplanation explanation;
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  VerdictWords(PricingExplanation explanation) {
    this.explanation = explanation;
    explanation.titles().lists().forEach((id, title) -> lists.put(id.value(), title));
    Set<String> seen = new HashSet<>();
    for (PromotionVerdict one : explanation.promotions()) {
      titles.put(one.promotion().value(), one.title());
      if (!seen.add(one.title())) {
        shared.add(one.title());
      }
    }
  }

  /** The promotion with its reason, and below it what there is to say of that. */
  List<String> of(PromotionVerdict one) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + title(one.promotion().value()) + ": " + reason(one));
    findings(one.findings(), lines);
    one.beyondMax()
        .ifPresent(more -> lines.add("    " + more + " more is beyond the most it may take"));
    one.belowFloor().ifPresent(more -> lines.add("    " + more + " more was not there to take"));
    if (!one.atFloor().isEmpty()) {
      lines.add("    " + floors(one));
    }
    return lines;
  }

  private String floors(PromotionVerdict one) {
    List<String> goods = one.atFloor().stream().map(explanation.titles()::of).toList();
    return "down to the floor: "
        + String.join(", ", goods)
        + one.passedOn().map(more -> "; the others gave " + more + " in its place").orElse("");
  }

  /** Alternatives stand together: of those one would do. */
  private static void findings(List<ConditionFinding> findings, List<String> lines) {
    Map<String, List<ConditionFinding>> alternatives = new LinkedHashMap<>();
    for (ConditionFinding finding : findings) {
      if (finding.anyOf().isEmpty()) {
        lines.add("    " + finding);
      } else {
        alternatives.computeIfAbsent(finding.anyOf().get(), any -> new ArrayList<>()).add(finding);
      }
    }
    alternatives.forEach((any, among) -> alternatives(any, among, lines));
  }

  private static void alternatives(String any, List<ConditionFinding> among, List<String> lines) {
    Map<String, List<String>> each = new LinkedHashMap<>();
    for (ConditionFinding finding : among) {
      String path = finding.path();
      String alternative = path.substring(0, path.indexOf(']', any.length() + 1) + 1);
      each.computeIfAbsent(alternative, none -> new ArrayList<>()).add(finding.toString());
    }
    lines.add("    one of these would do:");
    each.values().forEach(parts -> lines.add("      " + String.join("; and ", parts)));
  }

  private String reason(PromotionVerdict one) {
    return switch (one.verdict()) {
      case APPLIED -> one.amount().isZero() ? "lowers prices" : one.amount() + " off";
      case NO_COUPON -> coupon();
      case COUPON_USED_UP -> "its coupon may not be used any more";
      case USED_UP -> one.findings().isEmpty() ? "used up" : "its budget does not reach";
      case OUT_OF_WINDOW -> "does not run at this time";
      case RULE_UNKNOWN -> "names a rule that nobody has introduced here";
      case NOT_ALONE -> "is given alone or not at all; more is saved by " + others(one);
      case BEHIND_EXCLUSIVE -> "not beside what is given alone: " + others(one);
      case STOPPED -> "not behind what lets none come after it: " + others(one);
      case BETTER_DEAL -> "more is saved by " + others(one);
      case NO_GIFT -> "none of its gifts is sold here, has a price and is in stock";
      case NO_AMOUNT -> "names no amount for this channel and currency";
      case NOTHING_MEANT -> "nothing that it is about is in the cart";
      case GOODS_REDUCED -> "spares reduced goods, and all that it is about are reduced";
      case NOTHING_LEFT -> "what it is about is free or at its floor already";
      case NOT_LOWER -> "the price is not lower with it";
      case TOO_LITTLE -> one.findings().isEmpty() ? "comes to nothing" : "too few units";
      case NOT_ENABLED, CONDITION_NOT_MET -> ReceiptWords.words(one.verdict());
    };
  }

  private String coupon() {
    return explanation.priced().coupons().isEmpty()
        ? "needs a coupon, and none was given"
        : "needs a coupon, and no code that was given opens it";
  }

  private String others(PromotionVerdict one) {
    return String.join(
        ", ", one.others().stream().map(PromotionId::value).map(this::title).toList());
  }

  /** The id stands beside a title that is not the only one. */
  private String title(String promotion) {
    String title = titles.getOrDefault(promotion, promotion);
    return shared.contains(title) ? title + " (" + promotion + ')' : title;
  }

  /** What a rounding is of: a promotion or price list by its title, a tax by its code. */
  String source(RoundingStep step) {
    return switch (step.kind()) {
      case PERCENTAGE, SHARE -> title(step.source());
      case LINE_AMOUNT -> lists.getOrDefault(step.source(), step.source());
      case TAX -> step.source();
    };
  }
}
