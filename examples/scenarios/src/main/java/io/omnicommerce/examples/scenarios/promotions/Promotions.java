package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The promotions of a case as the library's own. */
public final class Promotions {

  private static final Named<Budget.Last> LAST =
      new Named<>(
          "budget_last",
          Map.of("whole_only", Budget.Last.WHOLE_ONLY, "what_is_left", Budget.Last.WHAT_IS_LEFT));

  private Promotions() {}

  /** Promotions of carts. */
  public static List<Offer> cart(List<Fields> all, Channels channels) {
    return all.stream().map(fields -> cart(fields, channels)).toList();
  }

  private static Offer cart(Fields fields, Channels channels) {
    Promotion promotion = promotion(fields, channels);
    int used = fields.findWhole("used").orElse(0);
    Optional<Money> spent = fields.findDecimal("budget_used").map(channels::money);
    Offer offer = new Offer(promotion, used, spent, CouponTerms.find(fields, promotion.id()));
    fields.allRead();
    return offer;
  }

  private static Promotion promotion(Fields fields, Channels channels) {
    Promotion open =
        common(fields, all(fields, "actions", channels, Actions.BY_TYPE)).toBuilder()
            .discountedItems(fields.flagOr("applies_to_discounted_items", true))
            .onCoupon(fields.has("coupon"))
            .conditions(conditions(fields, channels))
            .build();
    Promotion limited =
        fields
            .findWhole("usage_limit")
            .map(most -> open.toBuilder().usesMax(most).build())
            .orElse(open);
    return budget(fields, channels)
        .map(budget -> limited.toBuilder().budget(budget).build())
        .orElse(limited);
  }

  private static Optional<Budget> budget(Fields fields, Channels channels) {
    Budget.Last last = LAST.get(fields.textOr("budget_last", "whole_only"));
    return fields
        .findDecimal("budget")
        .map(amount -> new Budget(List.of(channels.money(amount)), last));
  }

  /** Promotions that lower prices as the catalog shows them. */
  public static List<Promotion> catalog(List<Fields> all, Channels channels) {
    return all.stream().map(fields -> catalog(fields, channels)).toList();
  }

  private static Promotion catalog(Fields fields, Channels channels) {
    Promotion promotion =
        common(fields, List.of(price(new Words(fields, channels)))).toBuilder()
            .catalog()
            .conditions(conditions(fields, channels))
            .build();
    fields.allRead();
    return promotion;
  }

  private static Benefit price(Words words) {
    ItemFilter items = Filters.of(words.fields());
    return words.fields().has("percent")
        ? new Benefit.ItemPercent(words.percent(), items, OptionalLong.empty())
        : new Benefit.ItemFixed(words.amount(), items, OptionalLong.empty());
  }

  private static Promotion common(Fields fields, List<Benefit> benefits) {
    String id = fields.text("id");
    return Promotion.of(
            PromotionId.of(id), fields.textOr("title", id), benefits.toArray(Benefit[]::new))
        .toBuilder()
        .priority(fields.findWhole("priority").orElse(0))
        .exclusive(fields.flagOr("exclusive", false))
        .stop(fields.flagOr("stop", false))
        .enabled(fields.flagOr("enabled", true))
        .window(Terms.window(fields, "starts_at", "ends_at"))
        .build();
  }

  private static List<Condition> conditions(Fields fields, Channels channels) {
    List<Condition> conditions = new ArrayList<>(all(fields, "rules", channels, Rules.BY_TYPE));
    List<String> only = fields.texts("channels");
    if (!only.isEmpty()) {
      conditions.add(
          new Condition.ChannelIn(only.stream().map(ChannelId::of).collect(Collectors.toSet())));
    }
    return conditions;
  }

  private static <T> List<T> all(
      Fields fields, String name, Channels channels, Named<Function<Words, T>> types) {
    return fields.objects(name).stream().map(one -> one(one, channels, types)).toList();
  }

  private static <T> T one(Fields fields, Channels channels, Named<Function<Words, T>> types) {
    T read = types.get(fields.text("type")).apply(new Words(fields, channels));
    fields.allRead();
    return read;
  }
}
