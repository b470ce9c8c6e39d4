package io.omnicommerce.core.promotion;

import static io.omnicommerce.core.promotion.Kiosk.itemPercent;
import static io.omnicommerce.core.promotion.Kiosk.promo;
import static io.omnicommerce.core.promotion.Kiosk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookupsTest {

  private static final Set<Sku> MUG = Set.of(Sku.of("MUG"));

  @Test
  void nothing_is_looked_up_for_promotions_that_these_goods_cannot_get() {
    Kiosk kiosk =
        new Kiosk()
            .promotion(forGroup("vips", gift("BAG"), "vip"))
            .promotion(about("toys", ItemFilter.categories("toys")).usesMax(5).build())
            .promotion(about("cups", ItemFilter.skus(Sku.of("CUP"))).usesMax(5).build())
            .promotion(promo("coupon", gift("PIN")).toBuilder().onCoupon(true).build());

    assertThat(lookups(kiosk, Set.of())).isEqualTo(Lookups.NOTHING);
    assertThat(lookups(kiosk, Set.of("toys")).limited()).containsOnlyKeys(PromotionId.of("toys"));
    assertThat(lookups(kiosk.groups("vip"), Set.of()).gifts()).containsExactly(Sku.of("BAG"));
    assertThat(lookups(kiosk.coupons("coupon"), Set.of()).gifts())
        .containsExactly(Sku.of("BAG"), Sku.of("PIN"));
  }

  @Test
  void what_goods_may_get_from_an_amount_on_is_looked_up() {
    Budget budget = Budget.of(Money.of("10.00", Kiosk.USD));
    Promotion big =
        promo("big", itemPercent("10")).toBuilder()
            .when(new Condition.SubtotalAtLeast(usd("100"), ItemFilter.ALL))
            .budget(budget)
            .build();

    assertThat(lookups(new Kiosk().promotion(big), Set.of()).budgets())
        .containsEntry(big.id(), budget);
  }

  private static Lookups lookups(Kiosk kiosk, Set<String> categories) {
    return kiosk.book().lookups(kiosk.basket().buyer, MUG, categories);
  }

  private static Promotion forGroup(String id, Benefit benefit, String group) {
    return promo(id, benefit).toBuilder().when(new Condition.CustomerIn(Set.of(group))).build();
  }

  private static Promotion.Builder about(String id, ItemFilter items) {
    return promo(id, itemPercent("10")).toBuilder().when(new Condition.Contains(items));
  }

  private static Benefit gift(String sku) {
    return new Benefit.Gift(List.of(Sku.of(sku)), Quantity.ONE);
  }
}
