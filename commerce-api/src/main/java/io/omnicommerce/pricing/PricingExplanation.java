package io.omnicommerce.pricing;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything about a price: what was applied, and what might have been and why it was not.
 *
 * <p>It is worked out on demand, by the rules that price every cart, and its lists when they are
 * read: a verdict costs little until somebody asks for its findings. {@link
 * PricingService#toJson(PricingExplanation)} writes it down.
 *
 * @param form the form of its JSON: {@value #FORM}; a field that is new makes no new form, one that
 *     is gone or means something else does
 * @param inputs what it was computed from
 * @param prices of each SKU every price row and why it counted or did not, in the order of SKUs;
 *     none where only frozen inputs are explained
 * @param promotions one verdict for each promotion there is: those of the catalog, then those of
 *     carts in the order in which they run, then those that are switched off
 * @param roundings whatever did not come out even
 * @param titles what everything is called, for its text
 */
public record PricingExplanation(
    int form,
    PricingInputs inputs,
    PricedCart priced,
    List<PriceExplanation> prices,
    List<PromotionVerdict> promotions,
    List<RoundingStep> roundings,
    Titles titles) {

  /** The present form. */
  public static final int FORM = 1;

  public PricingExplanation {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(priced, "priced");
    prices = DerivedList.copyOf(Objects.requireNonNull(prices, "prices"));
    promotions = DerivedList.copyOf(Objects.requireNonNull(promotions, "promotions"));
    roundings = DerivedList.copyOf(Objects.requireNonNull(roundings, "roundings"));
    Objects.requireNonNull(titles, "titles");
  }

  /** What became of a promotion. */
  public Optional<PromotionVerdict> verdict(PromotionId promotion) {
    Objects.requireNonNull(promotion, "promotion");
    return promotions.stream().filter(one -> one.promotion().equals(promotion)).findFirst();
  }
}
