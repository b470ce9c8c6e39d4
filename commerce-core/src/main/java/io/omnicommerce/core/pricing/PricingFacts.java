package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.price.PriceFacts;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.money.Rounding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that a price depends on, beside what is asked for. */
public record PricingFacts(
    ChannelSettings settings,
    Map<Sku, CatalogEntry> entries,
    PriceFacts prices,
    Taxation taxes,
    List<DeliveryMethod> deliveries,
    PromotionFacts promotions,
    GiftStock giftStock,
    Instant at) {

  /** Where gifts are there as often as one likes. */
  public PricingFacts(
      ChannelSettings settings,
      Map<Sku, CatalogEntry> entries,
      PriceFacts prices,
      Taxation taxes,
      List<DeliveryMethod> deliveries,
      PromotionFacts promotions,
      Instant at) {
    this(settings, entries, prices, taxes, deliveries, promotions, GiftStock.UNCOUNTED, at);
  }

  /** The same with this delivery and no other. */
  PricingFacts delivering(DeliveryMethod method) {
    return new PricingFacts(
        settings,
        entries,
        prices,
        taxes,
        List.of(method),
        promotions.delivering(method),
        giftStock,
        at);
  }

  /** How amounts become payable. */
  public Rounding rounding() {
    return settings.conventions().rounding();
  }

  PricingTerms terms() {
    return new PricingTerms(settings.conventions(), taxes, promotions, at);
  }
}
