package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.gbp;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ImportFault;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What promotions of the catalog keep, and what stands beside goods in a priced cart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogPromotionTest {

  private static final PriceListId SALE = PriceListId.of("sale");
  private static final Sku TEE = Sku.of("TEE");

  private final Stall stall = new Stall().sells("TEE", "10.00");

  @Test
  void L15_a_catalog_promotion_does_not_go_below_the_floor() {
    stall.priced(PriceEntry.of(Stall.BASE, TEE, gbp("10.00")).withFloor(gbp("8.00")));
    give(half().build());

    assertThat(total(stall, 3)).isEqualTo(money("24.00"));
  }

  @Test
  void a_floor_that_is_finer_than_the_price_is_rounded_up() {
    stall.priced(PriceEntry.of(Stall.BASE, TEE, gbp("10.00")).withFloor(gbp("8.001")));
    give(half().build());

    assertThat(total(stall, 1)).isEqualTo(money("8.01"));
  }

  @Test
  void a_price_below_its_floor_stays_as_it_is() {
    stall.priced(PriceEntry.of(Stall.BASE, TEE, gbp("10.00")).withFloor(gbp("12.00")));
    give(half().build());

    assertThat(total(stall, 1)).isEqualTo(money("10.00"));
  }

  @Test
  void a_catalog_promotion_leaves_reduced_goods_out_if_it_is_told_so() {
    Stall current = onSale(Conventions.STANDARD.with("catalog_promotion_base", "current_price"));

    give(current, half().build());
    Money everywhere = total(current, 1);
    give(current, half().discountedItems(false).build());

    assertThat(everywhere).isEqualTo(money("4.00"));
    assertThat(total(current, 1)).isEqualTo(money("8.00"));
  }

  @Test
  void it_leaves_them_out_as_well_where_it_is_taken_from_the_original_price() {
    Stall original = onSale(Conventions.STANDARD.with("catalog_promotion_base", "original_price"));

    give(original, half().build());
    Money everywhere = total(original, 1);
    give(original, half().discountedItems(false).build());

    assertThat(everywhere).isEqualTo(money("5.00"));
    assertThat(total(original, 1)).isEqualTo(money("8.00"));
  }

  @Test
  void half_a_piece_cannot_be_given_away_whether_it_is_saved_or_imported() {
    Promotion half =
        Promotion.of(
            PromotionId.of("gift"),
            "Gift",
            new Benefit.Gift(List.of(Sku.of("CAP")), Quantity.parse("0.5")));
    give(half);
    String written = stall.promotions.exportJson(stall.owner);
    stall.sells("CAP", "3.00");

    assertThatThrownBy(() -> give(half))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("gift: benefits[0].quantity");
    assertThat(stall.promotions.checkJson(stall.owner, written).faults())
        .extracting(ImportFault::path)
        .containsExactly("/promotions/0/benefits/0/quantity");
  }

  @Test
  void a_gift_has_an_id_that_no_charge_has() {
    give(
        Promotion.of(PromotionId.of("gift"), "Gift", new Benefit.Gift(List.of(TEE), Quantity.ONE)));
    Charge fee = new Charge(LineId.of("gift-1"), "fee", "Wrap", money("2.00"), "standard");

    PricedCart priced = stall.pricing.price(stall.guest, request(1).withCharges(List.of(fee)));

    assertThat(priced.lines()).extracting(PricedLine::id).doesNotContain(fee.id()).hasSize(2);
  }

  @Test
  void a_charge_may_not_have_the_id_of_a_line() {
    Charge fee = new Charge(LineId.of("1"), "fee", "Wrap", money("2.00"), "standard");

    assertThatThrownBy(() -> request(1).withCharges(List.of(fee)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("charges");
  }

  private static Stall onSale(Conventions conventions) {
    Stall stall = new Stall(conventions).sells("TEE", "10.00");
    stall.prices.save(stall.owner, PriceList.sale(SALE, GBP));
    return stall.priced(PriceEntry.of(SALE, TEE, gbp("8.00")));
  }

  private static Promotion.Builder half() {
    return Promotion.of(
            PromotionId.of("half"),
            "Half",
            new Benefit.ItemPercent(BigDecimal.valueOf(50), ItemFilter.ALL, OptionalLong.empty()))
        .toBuilder()
        .catalog();
  }

  private void give(Promotion promotion) {
    give(stall, promotion);
  }

  private static void give(Stall stall, Promotion promotion) {
    stall.promotions.save(stall.owner, List.of(promotion));
  }

  private static Money total(Stall stall, int quantity) {
    return stall.pricing.price(stall.guest, request(quantity)).totals().grand();
  }

  private static PricingRequest request(int quantity) {
    return PricingRequest.of(GBP, List.of(line("1", "TEE", Integer.toString(quantity))));
  }
}
