package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether gifts can be handed out as promotions count them: no half of what is sold by piece. */
final class GiftQuantities {

  private GiftQuantities() {}

  /** Of gifts that the catalog does not know yet nothing is said. */
  static List<PromotionRules.Fault> faults(Session session, Promotion promotion) {
    List<PromotionRules.Fault> faults = new ArrayList<>();
    for (int i = 0; i < promotion.benefits().size(); i++) {
      if (promotion.benefits().get(i) instanceof Benefit.Gift gift && gift.quantity().scale() > 0) {
        String path = "benefits[" + i + "].quantity";
        tooFine(session, gift)
            .map(sku -> new PromotionRules.Fault(path, "is finer than the unit of " + sku))
            .ifPresent(faults::add);
      }
    }
    return faults;
  }

  /**
   * @throws InvalidInputException {@code promotion.invalid}
   */
  static void check(Session session, Promotion promotion) {
    PromotionRules.refuse(promotion, faults(session, promotion));
  }

  private static Optional<Sku> tooFine(Session session, Benefit.Gift gift) {
    Map<Sku, CatalogEntry> entries = CatalogDocuments.find(session, gift.choice());
    return gift.choice().stream()
        .map(entries::get)
        .filter(Objects::nonNull)
        .filter(entry -> gift.quantity().scale() > entry.unit().decimals())
        .map(CatalogEntry::sku)
        .findFirst();
  }
}
