package io.omnicommerce.core.pricing;

import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Titles;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxLine;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a priced cart as text, every amount with its cause. */
public final class Receipt {

  private static final Set<TraceStep.Kind> NO_PRICES =
      EnumSet.of(
          TraceStep.Kind.ADJUSTMENT,
          TraceStep.Kind.CHARGE,
          TraceStep.Kind.TAX_ADDED,
          TraceStep.Kind.TAX_INCLUDED,
          TraceStep.Kind.TAX_EXEMPT);

  private final StringBuilder text = new StringBuilder();
  private final Map<LineId, List<TraceStep>> prices = new HashMap<>();
  private final Map<LineId, String> exemptions = new HashMap<>();
  private final PricedCart priced;
  private final ReceiptNames names;

  private Receipt(PricedCart priced, Titles titles) {
    this.priced = priced;
    names = new ReceiptNames(priced, titles);
    for (TraceStep step : priced.trace().steps()) {
      if (!NO_PRICES.contains(step.kind())) {
        prices.computeIfAbsent(step.subject(), subject -> new ArrayList<>(1)).add(step);
      } else if (step.kind() == TraceStep.Kind.TAX_EXEMPT) {
        exemptions.put(step.subject(), step.source());
      }
    }
  }

  /** By ids, with times in UTC. */
  static String of(PricedCart priced) {
    return of(priced, Titles.NONE);
  }

  /** By titles where they are known. */
  public static String of(PricedCart priced, Titles titles) {
    Receipt receipt = new Receipt(priced, titles);
    priced.lines().forEach(receipt::line);
    priced.charges().forEach(receipt::charge);
    receipt.totals(priced.totals());
    receipt.say(ReceiptWords.terms(priced, titles));
    return receipt.text.toString();
  }

  private void line(PricedLine line) {
    say(
        line.quantity()
            + " x "
            + names.of(line.sku())
            + " at "
            + line.unitPrice()
            + " = "
            + line.amount());
    prices.getOrDefault(line.id(), List.of()).forEach(this::price);
    line.adjustments().forEach(this::adjustment);
    taxes(line.id(), line.taxes());
  }

  private void adjustment(PriceAdjustment adjustment) {
    say("  " + names.of(adjustment) + ": " + adjustment.amount());
  }

  private void price(TraceStep step) {
    say("  " + cause(step));
    if (names.isAmount(step)) {
      step.exact().ifPresent(exact -> say("  rounded from " + exact.toPlainString()));
    }
  }

  private String cause(TraceStep step) {
    return switch (step.kind()) {
      case OVERRIDDEN_PRICE -> "price set by hand: " + step.source();
      case LOCKED_PRICE -> "price as promised";
      case SALE_PRICE -> "price on sale, from the list " + list(step);
      case SPECIAL_PRICE -> "special price, from the list " + list(step);
      case COMPUTED_PRICE -> "computed from the list " + list(step);
      case CATALOG_PROMOTION -> "lowered by " + names.of(PromotionId.of(step.source()));
      case FORMER_PRICE -> "instead of " + unitPrice(step);
      case HOME_PRICE -> unitPrice(step) + " at home, without the tax that is in it there";
      case RAISED_PRICE -> "raised to the floor of " + unitPrice(step);
      default -> "price from the list " + list(step);
    };
  }

  private String list(TraceStep step) {
    return names.of(PriceListId.of(step.source()));
  }

  private static UnitPrice unitPrice(TraceStep step) {
    Currency currency = step.delta().currency();
    return UnitPrice.of(step.exact().orElseThrow().toPlainString(), currency);
  }

  private void charge(PricedCharge of) {
    say(of.charge().title() + " (" + of.charge().kind() + ") = " + of.charge().amount());
    of.adjustments().forEach(this::adjustment);
    taxes(of.charge().id(), of.taxes());
  }

  private void taxes(LineId subject, List<TaxLine> taxes) {
    taxes.forEach(this::tax);
    if (exemptions.containsKey(subject)) {
      say("  no tax: " + exemptions.get(subject));
    }
  }

  private void tax(TaxLine tax) {
    say(
        tax.included()
            ? "  including " + tax.tax() + " tax " + rate(tax) + ", net " + tax.base()
            : "  plus " + tax.tax() + " tax " + rate(tax) + " on " + tax.base());
  }

  private static String rate(TaxLine tax) {
    return tax.code() + ' ' + tax.percent().toPlainString() + " %";
  }

  private void totals(Totals totals) {
    say("Goods: " + totals.goods());
    if (!totals.adjustments().isZero()) {
      say("Adjustments: " + totals.adjustments());
      adjusted().forEach((name, amount) -> say("  " + name + ": " + amount));
    }
    if (!totals.charges().isZero()) {
      say("Charges: " + totals.charges());
    }
    if (!totals.taxAdded().isZero()) {
      say("Tax on top: " + totals.taxAdded());
      rates(false);
    }
    say("To pay: " + totals.grand());
    if (!totals.taxIncluded().isZero()) {
      say("Tax inside: " + totals.taxIncluded());
      rates(true);
    }
  }

  /** The sum of each cause, over all lines and charges. */
  private Map<String, Money> adjusted() {
    Map<String, Money> sums = new LinkedHashMap<>();
    ReceiptNames.adjustments(priced)
        .forEach(one -> sums.merge(names.of(one), one.amount(), Money::plus));
    return sums;
  }

  private void rates(boolean included) {
    priced.taxes().stream()
        .filter(tax -> tax.included() == included)
        .forEach(tax -> say("  " + rate(tax) + ": " + tax.tax() + ", net " + tax.base()));
  }

  private void say(String line) {
    text.append(line).append('\n');
  }
}
