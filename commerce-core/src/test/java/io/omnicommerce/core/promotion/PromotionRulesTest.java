package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What can be right of a promotion, whoever saves it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromotionRulesTest {

  private static final Amount FIVE = Amount.of(Money.of("5.00", Kiosk.USD));

  @Test
  void what_a_catalog_promotion_cannot_keep_is_refused_by_its_path() {
    Promotion.Builder shelf = promotion(percent(OptionalLong.of(1))).toBuilder().catalog();

    assertThat(faults(shelf.onCoupon(true).build())).contains("onCoupon");
    assertThat(faults(shelf.amountMax(FIVE).build())).contains("amountMax");
    assertThat(faults(shelf.usesMax(3).build())).contains("usesMax");
    assertThat(faults(shelf.budget(Budget.of(Money.of("5.00", Kiosk.USD))).build()))
        .containsExactly("onCoupon", "amountMax", "usesMax", "budget", "benefits[0].unitsPerLine");
  }

  @Test
  void what_a_catalog_promotion_can_keep_is_let_be() {
    Promotion.Builder shelf = promotion(percent(OptionalLong.empty())).toBuilder().catalog();

    assertThat(faults(shelf.exclusive(true).stop(true).discountedItems(false).build())).isEmpty();
  }

  @Test
  void a_promotion_of_carts_may_have_all_of_that() {
    Promotion.Builder cart = promotion(percent(OptionalLong.of(1))).toBuilder();

    assertThat(faults(cart.onCoupon(true).exclusive(true).amountMax(FIVE).usesMax(3).build()))
        .isEmpty();
  }

  @Test
  void conditions_of_nothing_are_refused_wherever_they_stand() {
    assertThat(asked(new Condition.Any(List.of()))).containsExactly("conditions[0].conditions");
    assertThat(asked(new Condition.All(List.of()))).containsExactly("conditions[0].conditions");
    assertThat(asked(new Condition.CustomerIn(Set.of()))).containsExactly("conditions[0].groups");
    assertThat(asked(new Condition.ChannelIn(Set.of()))).containsExactly("conditions[0].channels");
    assertThat(asked(new Condition.LocationIn(Set.of())))
        .containsExactly("conditions[0].locations");
    assertThat(asked(new Condition.CountryIn(Set.of()))).containsExactly("conditions[0].countries");
    assertThat(asked(new Condition.PaymentMethodIn(Set.of())))
        .containsExactly("conditions[0].methods");
    assertThat(asked(new Condition.Not(new Condition.DeliveryMethodIn(Set.of()))))
        .containsExactly("conditions[0].condition.methods");
  }

  @Test
  void tiers_are_refused_if_there_are_none_or_two_from_one_threshold() {
    assertThat(faults(promotion(percentTiers()))).containsExactly("benefits[0].tiers");
    assertThat(faults(promotion(amountTiers()))).containsExactly("benefits[0].tiers");
    assertThat(faults(promotion(percentTiers("2", "3", "2.0"))))
        .containsExactly("benefits[0].tiers[2].from");
    assertThat(faults(promotion(amountTiers("1", "1"))))
        .containsExactly("benefits[0].tiers[1].from");
    assertThat(faults(promotion(percentTiers("2", "3"), amountTiers("0", "1")))).isEmpty();
  }

  @Test
  void an_amount_at_most_counts_no_gifts() {
    Benefit gift = new Benefit.Gift(List.of(Sku.of("A")), Quantity.ONE);

    assertThat(
            faults(
                promotion(percent(OptionalLong.empty()), gift).toBuilder().amountMax(FIVE).build()))
        .containsExactly("benefits[1]");
  }

  private static List<String> asked(Condition condition) {
    return faults(promotion(percent(OptionalLong.empty())).toBuilder().when(condition).build());
  }

  private static List<String> faults(Promotion promotion) {
    return PromotionRules.faults(promotion, HostRules.NONE).stream()
        .map(PromotionRules.Fault::path)
        .toList();
  }

  private static Promotion promotion(Benefit... benefits) {
    return Promotion.of(PromotionId.of("p"), "P", benefits);
  }

  private static Benefit percent(OptionalLong unitsPerLine) {
    return new Benefit.ItemPercent(BigDecimal.TEN, ItemFilter.ALL, unitsPerLine);
  }

  private static Benefit percentTiers(String... from) {
    return new Benefit.TieredItemPercent(
        Benefit.TierBasis.QUANTITY,
        BigDecimal.ZERO,
        Arrays.stream(from)
            .map(least -> new Benefit.PercentTier(new BigDecimal(least), BigDecimal.TEN))
            .toList(),
        ItemFilter.ALL);
  }

  private static Benefit amountTiers(String... from) {
    return new Benefit.TieredOrderFixed(
        Benefit.TierBasis.QUANTITY,
        Optional.empty(),
        Arrays.stream(from)
            .map(least -> new Benefit.AmountTier(new BigDecimal(least), FIVE))
            .toList(),
        ItemFilter.ALL);
  }
}
