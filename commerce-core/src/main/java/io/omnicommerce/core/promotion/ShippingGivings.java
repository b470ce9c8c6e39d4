package io.omnicommerce.core.promotion;

import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.promotion.Benefit;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** Benefits on deliveries. */
final class ShippingGivings {

  private ShippingGivings() {}

  static Giving percent(Benefit.ShippingPercent benefit) {
    long percent = Fraction.ofPercent(benefit.percent());
    Giving.Spread giving =
        deal -> each(deal, benefit.methods(), fee -> deal.parts.percentOf(fee, percent));
    return giving;
  }

  static Giving fixed(Benefit.ShippingFixed benefit) {
    Giving.Spread giving =
        deal -> each(deal, benefit.methods(), fee -> deal.amount(benefit.amount(), 0));
    return giving;
  }

  static Giving across(Benefit.ShippingFixedAcross benefit) {
    Giving.Spread giving = deal -> across(deal, benefit);
    return giving;
  }

  private static void across(Deal deal, Benefit.ShippingFixedAcross benefit) {
    long[] weights = new long[deal.feesLeft.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = deal.includesDelivery(benefit.methods(), i) ? deal.feesLeft[i] : 0;
    }
    long amount = Math.min(deal.amount(benefit.amount(), 0), Deal.sum(weights));
    if (amount > 0) {
      long[] shares = deal.policies.apportion().split(amount, weights);
      deal.notes.spread(deal, true, amount, weights, shares);
      for (int i = 0; i < shares.length; i++) {
        deal.takeFee(i, shares[i]);
      }
    }
  }

  private static void each(Deal deal, Set<DeliveryMethodId> methods, LongUnaryOperator off) {
    for (int i = 0; i < deal.feesLeft.length; i++) {
      if (deal.includesDelivery(methods, i)) {
        deal.takeFee(
            i, off.applyAsLong(deal.parts.isAdditive() ? deal.basket.fees[i] : deal.feesLeft[i]));
      }
    }
  }
}
