package io.omnicommerce.core.delivery;

import io.omnicommerce.channel.Location;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.storage.Session;
import java.util.Currency;
import java.util.Optional;

/** What customers choose, beside what is offered. */
public final class DeliveryChoices {

  private DeliveryChoices() {}

  /**
   * Why a choice cannot be had, or empty if it can.
   *
   * @throws io.omnicommerce.common.NotFoundException {@code delivery.unknown_method}, {@code
   *     channel.unknown_location}
   */
  public static Optional<Refusal> refusal(
      Session session, ChannelSettings settings, Currency currency, DeliveryChoice choice) {
    Optional<Location> pickup =
        choice.pickup().map(place -> ChannelDocuments.location(session, place));
    return DeliveryRules.offer(
            DeliveryDocuments.require(session, choice.method()), settings, currency, choice)
        .or(() -> pickup.flatMap(place -> DeliveryRules.fetchedAt(choice.method(), place)));
  }
}
