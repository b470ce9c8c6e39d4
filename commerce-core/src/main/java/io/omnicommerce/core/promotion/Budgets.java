package io.omnicommerce.core.promotion;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of the budgets of promotions. Only a view of the moment: the ledger refuses what is
 * not there any more when it is ordered.
 */
public final class Budgets {

  private Budgets() {}

  /** In minor units of a currency, in one round trip if there are any; 0 where there is none. */
  public static Map<PromotionId, Long> left(
      Session session, Map<PromotionId, Budget> budgets, Currency currency) {
    if (budgets.isEmpty()) {
      return Map.of();
    }
    List<AccountId> accounts =
        budgets.keySet().stream().map(id -> PromotionAccounts.budget(id, currency)).toList();
    Map<AccountId, Balance> balances = session.ledger().balancesWithoutDue(accounts);
    Map<PromotionId, Long> left = new HashMap<>();
    budgets.forEach(
        (id, budget) -> {
          long all = budget.in(currency).map(Money::minor).orElse(0L);
          left.put(id, Math.max(0, all - spent(balances, id, currency)));
        });
    return left;
  }

  private static long spent(
      Map<AccountId, Balance> balances, PromotionId promotion, Currency currency) {
    return Optional.ofNullable(balances.get(PromotionAccounts.budget(promotion, currency)))
        .map(PromotionAccounts::used)
        .orElse(0L);
  }
}
