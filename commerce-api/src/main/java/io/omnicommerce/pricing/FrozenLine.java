package io.omnicommerce.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.promotion.PromotionId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A line with its unit price, before promotions and tax.
 *
 * @param unitPrice as it was chosen, lowered by catalog promotions, where the line goes
 * @param kind how the price was found, as the trace says it
 * @param source what gave it: a price list, a reason
 * @param computedFrom the list from whose row the price was computed, if it was
 * @param lowered the catalog promotions that had lowered it
 * @param notes what else is to be said of the unit price
 * @param reduced whether it was reduced already, for promotions that spare reduced goods
 * @param categories those of the catalog
 * @param floor the amount below which promotions might not bring it
 */
public record FrozenLine(
    LineId id,
    Sku sku,
    Quantity quantity,
    UnitPrice unitPrice,
    TraceStep.Kind kind,
    String source,
    Optional<PriceListId> computedFrom,
    List<PromotionId> lowered,
    List<PriceNote> notes,
    boolean reduced,
    String taxCategory,
    Set<String> categories,
    Optional<Money> floor) {

  public FrozenLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unitPrice, "unitPrice");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(computedFrom, "computedFrom");
    lowered = List.copyOf(Objects.requireNonNull(lowered, "lowered"));
    notes = List.copyOf(Objects.requireNonNull(notes, "notes"));
    Text.id(taxCategory, "taxCategory");
    categories = Set.copyOf(Objects.requireNonNull(categories, "categories"));
    Objects.requireNonNull(floor, "floor");
  }
}
