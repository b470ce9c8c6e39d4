package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Campaigns.amount;
import static io.omnicommerce.core.checkout.Campaigns.fixed;
import static io.omnicommerce.core.checkout.Campaigns.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Why a cart costs what it costs. A mug is 4.99, delivery 3.95. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartExplanationServiceTest {

  private static final CallContext DESK =
      Shop.staff(PriceService.VIEW, PriceService.OVERRIDE, CartService.ASSIST, CartService.CHARGE);

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;
  private final CartService carts = buying.carts;
  private final PricingService pricing = buying.shop.pricing();

  @Test
  void it_explains_exactly_what_the_view_shows() {
    campaigns.run(percent("tenth", "10"), fifty());
    CartId cart = buying.mugs(Shop.ADA, 3);

    PricingExplanation explained = carts.explanation(DESK, cart);

    assertThat(explained.priced()).isEqualTo(campaigns.priced(Shop.ADA, cart));
    assertThat(explained.verdict(PromotionId.of("tenth")).orElseThrow().verdict())
        .isEqualTo(Verdict.APPLIED);
    assertThat(explained.verdict(PromotionId.of("fifty")).orElseThrow().verdict())
        .isEqualTo(Verdict.CONDITION_NOT_MET);
    assertThat(explained.prices()).hasSize(1);
    assertThat(explained.roundings()).isNotEmpty();
    assertThat(pricing.replay(explained.inputs())).isEqualTo(explained.priced());
  }

  @Test
  void as_text_a_clerk_can_read_it_aloud_and_as_json_it_comes_back() {
    campaigns.run(percent("tenth", "10"), fifty());
    PricingExplanation explained = carts.explanation(DESK, buying.mugs(Shop.ADA, 3));

    assertThat(pricing.explain(explained))
        .contains("3 x Mug, red at GBP 4.99 = GBP 14.97")
        .contains("To pay: GBP 17.42")
        .contains("asks for GBP 50.00 of goods, found GBP 14.97");
    assertThat(pricing.fromJson(pricing.toJson(explained))).isEqualTo(explained);
  }

  @Test
  void prices_that_were_promised_or_set_by_hand_are_explained_as_such() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    carts.add(Shop.ADA, cart, Shop.BOOK, Quantity.ONE);
    carts.lockPrices(Shop.ADA, cart, Duration.ofHours(1));
    carts.overridePrice(DESK, cart, LineId.of("0002"), UnitPrice.of("6.00", Shop.GBP), "scratched");
    buying.shop.price(Shop.MUG_RED, "9.99");

    PricingExplanation explained = carts.explanation(DESK, cart);

    assertThat(explained.priced().trace().steps())
        .extracting(TraceStep::kind)
        .contains(TraceStep.Kind.LOCKED_PRICE, TraceStep.Kind.OVERRIDDEN_PRICE);
    assertThat(explained.priced().totals().goods()).isEqualTo(gbp("10.99"));
  }

  @Test
  void it_tells_what_others_get_so_it_is_for_those_who_may_see_prices() {
    CartId cart = buying.mugs(Shop.ADA, 1);

    assertThatThrownBy(() -> carts.explanation(Shop.ADA, cart))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("price.view");
    assertThatThrownBy(() -> carts.explanation(Shop.staff(PriceService.VIEW), cart))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> carts.explanation(Shop.staff(CartService.ASSIST), cart))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void what_has_no_price_is_refused_with_the_first_problem_of_the_view() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    Charge off = new Charge(LineId.of("off"), "goodwill", "Goodwill", gbp("-50.00"), "standard");
    carts.charge(DESK, cart, off);

    assertThatThrownBy(() -> carts.explanation(DESK, cart))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.code())
                    .isEqualTo(carts.view(Shop.ADA, cart).problems().get(0).code())
                    .isEqualTo(PricingService.NEGATIVE_TOTAL));
  }

  private static Promotion fifty() {
    return fixed("fifty", "5.00").toBuilder()
        .when(new Condition.SubtotalAtLeast(amount("50.00"), ItemFilter.ALL))
        .build();
  }
}
