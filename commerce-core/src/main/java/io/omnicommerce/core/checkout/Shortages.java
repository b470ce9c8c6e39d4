package io.omnicommerce.core.checkout;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.inventory.StockRefusals;
import io.omnicommerce.core.promotion.PromotionAccounts;
import io.omnicommerce.core.value.GiftCardAccounts;
import io.omnicommerce.ledger.Shortfall;
import java.util.ArrayList;
import java.util.List;

/** What the ledger could not give, of goods and of uses. */
final class Shortages {

  private Shortages() {}

  static List<Refusal> of(List<Shortfall> shortfalls, Entries entries) {
    List<Refusal> refusals = new ArrayList<>();
    for (Shortfall shortfall : shortfalls) {
      if (PromotionAccounts.isUse(shortfall.account())) {
        refusals.add(Redemptions.refusal(shortfall));
      } else if (GiftCardAccounts.isGiftCard(shortfall.account())) {
        refusals.add(GiftCardParts.refusal(shortfall));
      } else {
        refusals.addAll(StockRefusals.of(List.of(shortfall), entries));
      }
    }
    return refusals.stream().distinct().toList();
  }
}
