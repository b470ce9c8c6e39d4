package io.omnicommerce.core.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An order keeps what its prices were computed from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FrozenPricesTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT, OrderService.VIEW);
  private static final PromotionId SPRING = PromotionId.of("spring");

  private final Buying buying = new Buying();
  private final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());
  private final OrderService orders =
      new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);

  @Test
  void an_order_is_priced_again_as_it_was_whatever_has_changed_since() {
    promotions.save(OFFICE, List.of(percent("7.5")));
    Order order = ordered();
    promotions.save(OFFICE, List.of(percent("50")));
    buying.shop.price(Shop.MUG_RED, "99.99");
    buying.shop.conventions(Conventions.STANDARD.withRounding(Rounding.DOWN));

    PricedCart replayed =
        buying.shop.pricing().replay(orders.pricedFrom(OFFICE, order.id()).orElseThrow());

    assertThat(order.totals().adjustments().isNegative()).isTrue();
    assertThat(replayed.totals()).isEqualTo(order.totals());
    assertThat(replayed.trace()).isEqualTo(order.trace());
    assertThat(replayed.charges()).isEqualTo(order.charges());
    assertThat(replayed.lines()).isEqualTo(order.lines().stream().map(OrderLine::priced).toList());
  }

  @Test
  void a_receipt_of_an_order_is_not_changed_by_what_has_changed_since() {
    promotions.save(OFFICE, List.of(percent("7.5")));
    Order order = ordered();
    String receipt = orders.receipt(OFFICE, order.id());
    promotions.save(OFFICE, List.of(percent("50")));
    buying.shop.price(Shop.MUG_RED, "99.99");

    assertThat(receipt).contains("  Spring: GBP -1.12\n").doesNotContain("again");
    assertThat(orders.receipt(OFFICE, order.id())).isEqualTo(receipt);
  }

  @Test
  void of_the_promotions_those_are_kept_that_gave_something() {
    Promotion never =
        Promotion.of(PromotionId.of("other"), "Other", half(ItemFilter.skus(Shop.BOOK)));
    promotions.save(OFFICE, List.of(percent("7.5"), never));

    PricingInputs inputs = orders.pricedFrom(OFFICE, ordered().id()).orElseThrow();

    assertThat(inputs.promotions()).containsExactly(percent("7.5"));
    assertThat(inputs.lines()).hasSize(1);
    assertThat(inputs.rates()).isNotEmpty();
  }

  @Test
  void what_is_kept_names_no_customer() {
    PricingInputs inputs = orders.pricedFrom(OFFICE, ordered().id()).orElseThrow();

    assertThat(Json.codec(PricingInputs.class).encode(inputs))
        .doesNotContain(Shop.ADA_ID.value(), "@");
  }

  @Test
  void it_is_for_those_who_may_see_orders_of_others() {
    Order order = ordered();

    assertThatThrownBy(() -> orders.pricedFrom(Shop.ADA, order.id()))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> orders.pricedFrom(OFFICE, OrderId.of("none")))
        .isInstanceOf(NotFoundException.class);
  }

  private Order ordered() {
    return buying.order(buying.place(buying.mugs(Shop.ADA, 3), "a"));
  }

  private static Promotion percent(String percent) {
    return Promotion.of(
        SPRING,
        "Spring",
        new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL));
  }

  private static Benefit half(ItemFilter items) {
    return new Benefit.OrderPercent(new BigDecimal("50"), Optional.empty(), items);
  }
}
