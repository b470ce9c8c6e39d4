package io.omnicommerce.pricing;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.PromotionId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What promotions saw of a sale beside the goods.
 *
 * @param groups those of the buyer
 * @param country where it goes, if that was known
 * @param orders how many orders the buyer had placed before; 0 where no promotion asked
 * @param unlocked the promotions that the given coupons opened
 * @param exhausted the promotions that might not be used any more
 * @param budgets what was left of the budgets of promotions, by the promotion's id
 * @param giftChoices what the buyer had chosen of the gifts of promotions
 * @param customer who bought; empty where no rule of the host's own might have looked at it
 * @param attributes what the host knew of the call; empty where no rule of its own might have
 *     looked
 */
public record Occasion(
    ChannelId channel,
    Optional<LocationId> location,
    Set<String> groups,
    Optional<CountryCode> country,
    Optional<String> paymentMethod,
    Set<DeliveryMethodId> deliveries,
    long orders,
    Set<PromotionId> unlocked,
    Set<PromotionId> exhausted,
    Map<String, Money> budgets,
    List<GiftChoice> giftChoices,
    Optional<CustomerId> customer,
    Map<String, String> attributes) {

  public Occasion {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(location, "location");
    groups = Set.copyOf(Objects.requireNonNull(groups, "groups"));
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(paymentMethod, "paymentMethod");
    paymentMethod.ifPresent(method -> Text.id(method, "paymentMethod"));
    deliveries = Set.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    unlocked = Set.copyOf(Objects.requireNonNull(unlocked, "unlocked"));
    exhausted = Set.copyOf(Objects.requireNonNull(exhausted, "exhausted"));
    budgets = Map.copyOf(Objects.requireNonNull(budgets, "budgets"));
    budgets.keySet().forEach(promotion -> Text.id(promotion, "promotion"));
    giftChoices = List.copyOf(Objects.requireNonNull(giftChoices, "giftChoices"));
    Objects.requireNonNull(customer, "customer");
    attributes = Map.copyOf(Objects.requireNonNull(attributes, "attributes"));
    attributes.forEach((name, value) -> Text.name(value, Text.name(name, "attribute")));
  }
}
