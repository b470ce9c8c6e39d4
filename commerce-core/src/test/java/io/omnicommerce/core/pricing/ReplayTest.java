package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Prices computed again from what was kept of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayTest {

  @Test
  void what_rounds_to_nothing_has_no_part_in_what_others_take_and_is_not_kept() {
    Stall stall = new Stall(Conventions.STANDARD.with("stacking", "additive")).sells("PIN", "1.00");
    stall.promotions.save(stall.owner, List.of(percent("a", "0.4"), percent("b", "1.1")));

    PricingResult result = priced(stall, Stall.line("1", "PIN", "1"));
    PricedCart priced = result.priced().orElseThrow();
    PricingInputs kept = result.inputs().get();

    assertThat(priced.line(priced.lines().get(0).id()).orElseThrow().adjustments())
        .as("0.4 % of 1.00 is nothing, and does not make 1.1 % two cents")
        .extracting(adjustment -> adjustment.source() + " " + adjustment.amount())
        .containsExactly("b GBP -0.01");
    assertThat(kept.promotions()).extracting(Promotion::id).containsExactly(PromotionId.of("b"));
    assertThat(stall.pricing.replay(kept)).isEqualTo(priced);
  }

  @Test
  void a_gift_is_given_again_although_nobody_looks_at_the_catalog() {
    Stall stall = new Stall().sells("MUG", "8.00").sells("PIN", "1.00");
    Benefit pin = new Benefit.Gift(List.of(Sku.of("GONE"), Sku.of("PIN")), Quantity.ONE);
    stall.promotions.save(stall.owner, List.of(Promotion.of(PromotionId.of("pin"), "A pin", pin)));

    PricingResult result = priced(stall, Stall.line("1", "MUG", "1"));
    PricingInputs kept = result.inputs().get();

    assertThat(kept.gifts()).extracting(FrozenLine::sku).containsExactly(Sku.of("PIN"));
    assertThat(stall.pricing.replay(kept)).isEqualTo(result.priced().orElseThrow());
  }

  @Test
  void inputs_that_were_made_up_are_refused() {
    Stall stall = new Stall().sells("MUG", "8.00");
    PricingInputs kept = priced(stall, Stall.line("1", "MUG", "1")).inputs().get();
    PricingInputs twice =
        new PricingInputs(
            kept.at(),
            kept.currency(),
            kept.conventions(),
            kept.occasion(),
            List.of(kept.lines().get(0), kept.lines().get(0)),
            kept.gifts(),
            kept.charges(),
            kept.lanes(),
            kept.promotions(),
            kept.coupons(),
            kept.rates(),
            kept.taxTerms());

    assertThatThrownBy(() -> stall.pricing.replay(twice)).isInstanceOf(InvalidInputException.class);
  }

  private static PricingResult priced(Stall stall, PricingLine... lines) {
    PricingRequest request = PricingRequest.of(Stall.GBP, List.of(lines));
    return stall.storage.inTransaction(
        stall.owner,
        session -> stall.rules.tryPrice(session, request, Redeemer.NOBODY, Map.of(), Stall.NOON));
  }

  private static Promotion percent(String id, String percent) {
    return Promotion.of(
        PromotionId.of(id),
        id,
        new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL));
  }
}
