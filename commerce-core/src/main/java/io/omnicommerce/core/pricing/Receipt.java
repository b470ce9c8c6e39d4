package io.omnicommerce.core.pricing;

import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.tax.TaxLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a priced cart as text, every amount with its cause. */
final class Receipt {

  private static final Set<TraceStep.Kind> PRICES =
      EnumSet.of(
          TraceStep.Kind.LIST_PRICE,
          TraceStep.Kind.SALE_PRICE,
          TraceStep.Kind.SPECIAL_PRICE,
          TraceStep.Kind.COMPUTED_PRICE,
          TraceStep.Kind.OVERRIDDEN_PRICE,
          TraceStep.Kind.LOCKED_PRICE,
          TraceStep.Kind.CATALOG_PROMOTION);

  private final StringBuilder text = new StringBuilder();
  private final Map<LineId, List<TraceStep>> prices = new HashMap<>();
  private final Map<LineId, String> exemptions = new HashMap<>();

  private Receipt(PricedCart priced) {
    for (TraceStep step : priced.trace().steps()) {
      if (PRICES.contains(step.kind())) {
        prices.computeIfAbsent(step.subject(), subject -> new ArrayList<>(1)).add(step);
      } else if (step.kind() == TraceStep.Kind.TAX_EXEMPT) {
        exemptions.put(step.subject(), step.source());
      }
    }
  }

  static String of(PricedCart priced) {
    Receipt receipt = new Receipt(priced);
    priced.lines().forEach(receipt::line);
    priced.charges().forEach(receipt::charge);
    receipt.totals(priced.totals());
    receipt.say(
        "Prices of " + priced.at() + "; " + String.join(", ", priced.trace().conventions()));
    return receipt.text.toString();
  }

  private void line(PricedLine line) {
    say(line.quantity() + " x " + line.sku() + " at " + line.unitPrice() + " = " + line.amount());
    prices.getOrDefault(line.id(), List.of()).forEach(this::price);
    line.adjustments().forEach(this::adjustment);
    taxes(line.id(), line.taxes());
  }

  private void adjustment(PriceAdjustment adjustment) {
    say("  " + adjustment.title() + " (" + adjustment.source() + "): " + adjustment.amount());
  }

  private void price(TraceStep step) {
    say("  " + cause(step));
    step.exact().ifPresent(exact -> say("  rounded from " + exact.toPlainString()));
  }

  private static String cause(TraceStep step) {
    return switch (step.kind()) {
      case OVERRIDDEN_PRICE -> "price set by hand: " + step.source();
      case LOCKED_PRICE -> "price as promised";
      case SALE_PRICE -> "price on sale, from the list " + step.source();
      case SPECIAL_PRICE -> "special price, from the list " + step.source();
      case COMPUTED_PRICE -> "computed from the list " + step.source();
      case CATALOG_PROMOTION -> "lowered by " + step.source();
      default -> "price from the list " + step.source();
    };
  }

  private void charge(PricedCharge priced) {
    say(
        priced.charge().title()
            + " ("
            + priced.charge().kind()
            + ") = "
            + priced.charge().amount());
    priced.adjustments().forEach(this::adjustment);
    taxes(priced.charge().id(), priced.taxes());
  }

  private void taxes(LineId subject, List<TaxLine> taxes) {
    taxes.forEach(this::tax);
    if (exemptions.containsKey(subject)) {
      say("  no tax: " + exemptions.get(subject));
    }
  }

  private void tax(TaxLine tax) {
    String rate = tax.code() + ' ' + tax.percent().toPlainString() + " %";
    say(
        tax.included()
            ? "  including " + tax.tax() + " tax " + rate + ", net " + tax.base()
            : "  plus " + tax.tax() + " tax " + rate + " on " + tax.base());
  }

  private void totals(Totals totals) {
    say("Goods: " + totals.goods());
    if (!totals.adjustments().isZero()) {
      say("Adjustments: " + totals.adjustments());
    }
    if (!totals.charges().isZero()) {
      say("Charges: " + totals.charges());
    }
    if (!totals.taxAdded().isZero()) {
      say("Tax on top: " + totals.taxAdded());
    }
    say("To pay: " + totals.grand());
    if (!totals.taxIncluded().isZero()) {
      say("Tax inside: " + totals.taxIncluded());
    }
  }

  private void say(String line) {
    text.append(line).append('\n');
  }
}
