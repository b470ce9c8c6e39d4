package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which goods count as reduced already. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingReducedGoodsTest {

  private static final PriceListId SALE = PriceListId.of("sale");

  private final Stall stall = new Stall();

  @BeforeEach
  void half_price_for_what_is_not_reduced() {
    stall.sells("TEE", "10.00");
    stall.prices.save(stall.owner, PriceList.sale(SALE, GBP));
    Benefit half =
        new Benefit.ItemPercent(BigDecimal.valueOf(50), ItemFilter.ALL, OptionalLong.empty());
    stall.promotions.save(
        stall.owner,
        List.of(
            Promotion.of(PromotionId.of("half"), "Half", half).toBuilder()
                .discountedItems(false)
                .build()));
  }

  @Test
  void what_is_on_sale_is_left_out() {
    stall.priced(PriceEntry.of(SALE, Sku.of("TEE"), Stall.gbp("8.00")));

    assertThat(total()).isEqualTo(money("8.00"));
  }

  @Test
  void a_sale_at_the_ordinary_price_reduces_nothing() {
    stall.priced(PriceEntry.of(SALE, Sku.of("TEE"), Stall.gbp("10.00")));

    assertThat(total()).isEqualTo(money("5.00"));
  }

  private Money total() {
    PricingRequest one = PricingRequest.of(GBP, List.of(line("1", "TEE", "1")));
    List<PricedLine> lines = stall.pricing.price(stall.guest, one).lines();
    return lines.get(0).total();
  }
}
