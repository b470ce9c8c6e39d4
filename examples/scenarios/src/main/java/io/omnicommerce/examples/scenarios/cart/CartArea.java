package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;

/** Carts: promotions, delivery, taxes, totals, coupons. */
public final class CartArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    if (parts.given().has(BareTax.KEY)) {
      return BareTax.play(parts);
    }
    if (parts.given().has(Voucher.KEY)) {
      return Voucher.play(parts);
    }
    return parts.given().has(Campaign.KEY) ? Campaign.play(parts) : playCart(parts);
  }

  private static Outcome playCart(Parts parts) {
    Shop shop = Shop.open(parts);
    Basket basket = new Basket(shop);
    parts.when().forEach(step -> take(basket, step));
    CartResult result = basket.result();
    return key -> CartAnswers.BY_KEY.get(key).apply(result);
  }

  private static void take(Basket basket, Step step) {
    CartOps.BY_NAME.get(step.op()).accept(basket, step.fields());
    step.fields().allRead();
  }
}
