package io.omnicommerce.core.promotion;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How often promotions were used. */
public final class Uses {

  private Uses() {}

  /** Of these promotions with their limits those that may not be used any more. */
  public static Set<PromotionId> exhausted(Session session, Map<PromotionId, Long> limits) {
    if (limits.isEmpty()) {
      return Set.of();
    }
    List<AccountId> accounts = limits.keySet().stream().map(PromotionAccounts::uses).toList();
    Map<AccountId, Balance> balances = session.ledger().balancesWithoutDue(accounts);
    return limits.entrySet().stream()
        .filter(limit -> used(balances, limit.getKey()) >= limit.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static long used(Map<AccountId, Balance> balances, PromotionId promotion) {
    Balance balance = balances.get(PromotionAccounts.uses(promotion));
    return balance == null ? 0 : PromotionAccounts.used(balance);
  }
}
