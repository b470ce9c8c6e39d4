package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceNote;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.PromotionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The unit price of each line, wherever it comes from. */
interface LinePrices {

  /**
   * A line's price and where it comes from.
   *
   * @param computedFrom the list from which the source computed it, if it did
   * @param lowered the catalog promotions that made it of what the source said
   * @param notes what else is to be said of it
   * @param isReduced whether it is lower than it is at other times: on sale, or by them
   */
  record Chosen(
      UnitPrice price,
      TraceStep.Kind kind,
      String source,
      Optional<PriceListId> computedFrom,
      CatalogEntry entry,
      List<PromotionId> lowered,
      List<PriceNote> notes,
      boolean isReduced) {

    /** A price that no list gave. */
    static Chosen byHand(UnitPrice price, TraceStep.Kind kind, String source, CatalogEntry entry) {
      return new Chosen(price, kind, source, Optional.empty(), entry, List.of(), List.of(), false);
    }

    /** A price that holds whatever lists say now, and is reduced if it was then. */
    static Chosen promised(Promised promised, CatalogEntry entry) {
      return new Chosen(
          promised.price(),
          TraceStep.Kind.LOCKED_PRICE,
          "price_lock",
          Optional.empty(),
          entry,
          List.of(),
          List.of(),
          promised.isReduced());
    }
  }

  /** What is sold, in the order of its ids; a line is known by its place here. */
  List<PricingLine> lines();

  Chosen of(int line);

  /** What the line may not fall below, as an amount, if its entry says so. */
  Optional<Money> floor(int line);

  /** The price of a line that a promotion adds. */
  Chosen ofGift(PricingLine gift);

  /**
   * The name of the line that a gift had already, if it was given before.
   *
   * @param taken names that other lines have
   */
  default Optional<LineId> giftLine(Sku sku, Quantity quantity, Set<LineId> taken) {
    return Optional.empty();
  }

  /** Whether something can be a gift here: it is sold and has a price. */
  boolean isSold(Sku sku);

  /** What there is to be given away. */
  GiftStock giftStock();

  /** Whether a gift can be given: it is sold here, has a price, and is there. */
  default boolean canGive(Sku sku, Quantity quantity) {
    return isSold(sku) && giftStock().has(sku, quantity);
  }
}
