package io.omnicommerce.core.pricing;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.Occasion;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes a price again from what it was computed from. Pure. */
final class Replay {

  private Replay() {}

  static PricedCart of(PricingInputs inputs, HostRules host) {
    PricingRequest request = request(inputs);
    LinePrices prices = new FrozenPrices(inputs, request);
    return PricingRules.sheet(terms(inputs, host), request, inputs.charges(), prices).priced();
  }

  static PricingTerms terms(PricingInputs inputs, HostRules host) {
    Conventions conventions = inputs.conventions();
    return new PricingTerms(
        conventions,
        Taxation.ofRates(inputs.rates(), conventions),
        new PromotionFacts(
            RuleBook.of(List.of(), List.of(), Promotion.Stage.CATALOG, host, conventions),
            RuleBook.of(
                inputs.promotions(), inputs.lanes(), Promotion.Stage.CART, host, conventions),
            buyer(inputs),
            inputs.coupons(),
            Set.of(),
            host),
        inputs.at());
  }

  static PricingRequest request(PricingInputs inputs) {
    return PricingRequest.of(inputs.currency(), inputs.lines().stream().map(Replay::line).toList())
        .withGiftChoices(inputs.occasion().giftChoices())
        .withTaxTerms(inputs.taxTerms());
  }

  private static PricingLine line(FrozenLine line) {
    return PricingLine.of(line.id(), line.sku(), line.quantity());
  }

  private static Basket.Buyer buyer(PricingInputs inputs) {
    Occasion occasion = inputs.occasion();
    return new Basket.Buyer(
        occasion.channel(),
        occasion.location(),
        occasion.groups(),
        occasion.country(),
        occasion.paymentMethod(),
        occasion.deliveries(),
        occasion.unlocked(),
        occasion.exhausted(),
        budgets(occasion),
        occasion.orders(),
        inputs.currency(),
        inputs.at(),
        new Basket.Caller(occasion.customer(), occasion.attributes()));
  }

  private static Map<PromotionId, Long> budgets(Occasion occasion) {
    Map<PromotionId, Long> budgets = new HashMap<>();
    occasion.budgets().forEach((id, left) -> budgets.put(PromotionId.of(id), left.minor()));
    return budgets;
  }
}
