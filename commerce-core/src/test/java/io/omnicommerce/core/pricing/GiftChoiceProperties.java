package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.PromotionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a customer chooses of gifts is what comes, and costs nothing, whatever it is. */
class GiftChoiceProperties {

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void choosing_changes_the_gift_and_never_what_is_paid(
      @ForAll("carts") PricingCase cart, @ForAll Random dice) {
    PricingResult before = priced(cart, List.of());
    List<GiftChoice> choices =
        before.gifts().get().stream().map(gift -> gift.choose(any(gift.choice(), dice))).toList();

    PricingResult after = priced(cart, choices);

    assertThat(after.gifts().get())
        .extracting(gift -> gift.choose(gift.given()))
        .isEqualTo(choices);
    assertThat(gifts(cart, after)).isEqualTo(choices.stream().map(GiftChoice::sku).toList());
    assertThat(after.gifts().get())
        .extracting(OfferedGift::choice)
        .isEqualTo(before.gifts().get().stream().map(OfferedGift::choice).toList());
    assertThat(of(after).totals().grand()).isEqualTo(of(before).totals().grand());
    assertThat(own(cart, after)).isEqualTo(own(cart, before));
    assertThat(of(after).charges()).isEqualTo(of(before).charges());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void what_was_chosen_is_frozen_with_the_price(
      @ForAll("carts") PricingCase cart, @ForAll Random dice) {
    List<GiftChoice> choices =
        priced(cart, List.of()).gifts().get().stream()
            .map(gift -> gift.choose(any(gift.choice(), dice)))
            .toList();
    PricingResult priced = priced(cart, choices);

    assertThat(Replay.of(priced.inputs().get(), HostRules.NONE)).isEqualTo(of(priced));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void a_choice_of_what_is_not_offered_counts_for_nothing(@ForAll("carts") PricingCase cart) {
    PricingResult before = priced(cart, List.of());
    List<GiftChoice> stray = new ArrayList<>();
    before.gifts().get().forEach(gift -> stray.add(gift.choose(Sku.of("X"))));
    stray.add(GiftChoice.of(PromotionId.of("gone"), Sku.of("A")));

    assertThat(of(priced(cart, stray))).isEqualTo(of(before));
  }

  private static PricingResult priced(PricingCase cart, List<GiftChoice> choices) {
    return PricingRules.tryPrice(cart.facts(), cart.request().withGiftChoices(choices), Map.of());
  }

  private static PricedCart of(PricingResult result) {
    return result.priced().orElseThrow();
  }

  private static List<Sku> gifts(PricingCase cart, PricingResult result) {
    return of(result)
        .lines()
        .subList(cart.request().lines().size(), of(result).lines().size())
        .stream()
        .map(PricedLine::sku)
        .toList();
  }

  private static List<PricedLine> own(PricingCase cart, PricingResult result) {
    return of(result).lines().subList(0, cart.request().lines().size());
  }

  private static Sku any(List<Sku> choice, Random dice) {
    return choice.get(dice.nextInt(choice.size()));
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any().filter(cart -> !priced(cart, List.of()).gifts().get().isEmpty());
  }
}
