package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.core.Shop;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each promotion is compiled once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleBooksTest {

  private final Shop shop = Shop.bare();
  private final RuleBooks books = new RuleBooks(HostRules.NONE);

  @Test
  void a_change_of_one_promotion_compiles_no_other() {
    save(IntStream.range(0, 20).mapToObj(number -> promotion(number, "5")).toList());
    List<CompiledPromotion> before = compiled();

    save(List.of(promotion(7, "50")));
    List<CompiledPromotion> after = compiled();

    assertThat(after).hasSize(20);
    for (int place = 0; place < 20; place++) {
      boolean changed = before.get(place).id().value().equals("p-07");
      assertThat(after.get(place) == before.get(place)).isEqualTo(!changed);
    }
  }

  @Test
  void a_promotion_is_compiled_anew_when_it_changes_and_found_again_when_it_changes_back() {
    save(List.of(promotion(1, "5")));
    CompiledPromotion five = compiled().get(0);

    save(List.of(promotion(1, "6")));
    CompiledPromotion six = compiled().get(0);
    save(List.of(promotion(1, "5")));

    assertThat(six).isNotSameAs(five);
    assertThat(six.promotion()).isEqualTo(promotion(1, "6"));
    assertThat(compiled().get(0)).isSameAs(five);
  }

  @Test
  void the_book_of_another_convention_has_the_same_compiled_promotions() {
    save(List.of(promotion(1, "5"), promotion(2, "5")));

    List<CompiledPromotion> other = compiled(Conventions.STANDARD.with("priority_order", "asc"));

    assertThat(other).containsExactlyElementsOf(compiled());
  }

  @Test
  void whoever_asks_in_turn_is_told_what_is_for_them() {
    RuleBook book =
        RuleBook.of(
            List.of(in(promotion(1, "5"), "web"), in(promotion(2, "5"), "till")),
            List.of(),
            Promotion.Stage.CART,
            HostRules.NONE,
            Conventions.STANDARD);

    for (int turn = 0; turn < 3; turn++) {
      assertThat(candidates(book, "web")).containsExactly("p-01");
      assertThat(candidates(book, "till")).containsExactly("p-02");
      assertThat(candidates(book, "app")).isEmpty();
    }
  }

  private static Promotion in(Promotion promotion, String channel) {
    return promotion.toBuilder()
        .conditions(List.of(new Condition.ChannelIn(Set.of(ChannelId.of(channel)))))
        .build();
  }

  private static List<String> candidates(RuleBook book, String channel) {
    Basket.Buyer buyer =
        new Basket.Buyer(
            ChannelId.of(channel),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            0,
            Shop.GBP,
            Shop.START);
    return book.candidatesOf(new Basket(buyer, 0, 0)).stream()
        .map(promotion -> promotion.id().value())
        .toList();
  }

  private void save(List<Promotion> promotions) {
    new CorePromotionService(shop.storage(), HostRules.NONE, shop.secrets())
        .save(Shop.staff(PromotionService.EDIT), promotions);
  }

  private List<CompiledPromotion> compiled() {
    return compiled(Conventions.STANDARD);
  }

  private List<CompiledPromotion> compiled(Conventions conventions) {
    RuleBook book =
        shop.storage()
            .inTransaction(
                Shop.staff(), session -> books.of(session, Promotion.Stage.CART, conventions));
    List<CompiledPromotion> compiled = new ArrayList<>();
    for (int place = 0; place < book.size(); place++) {
      compiled.add(book.at(place));
    }
    return compiled;
  }

  private static Promotion promotion(int number, String percent) {
    String id = "p-%02d".formatted(number);
    return Promotion.of(
        PromotionId.of(id),
        id,
        new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL));
  }
}
