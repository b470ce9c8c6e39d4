package io.omnicommerce.pricing;

import io.omnicommerce.common.Refusal;
import java.util.List;
import java.util.Objects;

/**
 * The delivery methods for some goods.
 *
 * @param offered those that can be chosen, what costs least first, then by id
 * @param refused why others of this market and channel that have a price in the currency cannot be:
 *     {@code delivery.not_offered}, {@code delivery.below_minimum}, {@code
 *     delivery.unknown_weight}; by the id of the method, which stands in the facts
 */
public record DeliveryOffers(List<DeliveryOffer> offered, List<Refusal> refused) {

  public DeliveryOffers {
    offered = List.copyOf(Objects.requireNonNull(offered, "offered"));
    refused = List.copyOf(Objects.requireNonNull(refused, "refused"));
  }
}
