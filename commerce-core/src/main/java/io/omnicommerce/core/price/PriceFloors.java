package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.Session;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** How far a price may be overridden. */
public final class PriceFloors {

  private PriceFloors() {}

  /**
   * Why a SKU may not have this price here and now, or empty if it may. The floor is that of the
   * entry that counts for one unit and anybody.
   */
  public static Optional<Refusal> check(
      Session session, Currency currency, Sku sku, UnitPrice price) {
    PriceQuestion question =
        PriceQuestion.of(
            ChannelDocuments.settings(session),
            session.context(),
            Buyer.ANYBODY,
            Optional.empty(),
            currency,
            session.now());
    PriceFacts facts = PriceDocuments.facts(session, question, List.of(sku));
    return refusal(facts, sku, Quantity.ONE, price);
  }

  /** As the other, from facts that are loaded. */
  public static Optional<Refusal> refusal(
      PriceFacts facts, Sku sku, Quantity quantity, UnitPrice price) {
    return facts
        .floor(sku, quantity)
        .filter(floor -> price.compareTo(floor) < 0)
        .map(floor -> belowFloor(sku, price, floor));
  }

  private static Refusal belowFloor(Sku sku, UnitPrice price, UnitPrice floor) {
    return Refusal.of(
        PriceService.BELOW_FLOOR,
        "The price of "
            + sku
            + " may not be below its floor of "
            + floor
            + "; asked: "
            + price
            + ".",
        Facts.of("sku", sku, "floor", floor).with("price", price));
  }
}
