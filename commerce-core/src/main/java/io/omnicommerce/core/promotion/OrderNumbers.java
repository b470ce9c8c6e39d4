package io.omnicommerce.core.promotion;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Promotions for a customer's n-th order. How many orders there are is read, so carts that are
 * ordered at once would all be the first: therefore the n-th order is a use that is there once.
 */
public final class OrderNumbers {

  private OrderNumbers() {}

  /** Whether it is the number of an order that makes a promotion due. */
  public static boolean count(Promotion promotion) {
    return asks(promotion.conditions(), true);
  }

  private static boolean asks(List<Condition> conditions, boolean hold) {
    for (Condition condition : conditions) {
      if (asks(condition, hold)) {
        return true;
      }
    }
    return false;
  }

  /** What is given to all but the n-th order is given to several. */
  private static boolean asks(Condition condition, boolean holds) {
    if (condition instanceof Condition.Not not) {
      return asks(not.condition(), !holds);
    }
    if (condition instanceof Condition.All all) {
      return asks(all.conditions(), holds);
    }
    if (condition instanceof Condition.Any any) {
      return asks(any.conditions(), holds);
    }
    return holds && condition instanceof Condition.NthOrder;
  }

  /**
   * The promotions that another order of the customer's takes already, under the same number.
   *
   * @param before how many orders there are
   */
  public static Set<PromotionId> taken(
      Session session, RuleBook book, CustomerId customer, long before) {
    Set<PromotionId> counting = book.countingOrders();
    if (counting.isEmpty()) {
      return Set.of();
    }
    List<AccountId> accounts =
        counting.stream().map(id -> PromotionAccounts.order(id, customer, before + 1)).toList();
    Map<AccountId, Balance> balances = session.ledger().balancesWithoutDue(accounts);
    return balances.entrySet().stream()
        .filter(balance -> PromotionAccounts.used(balance.getValue()) > 0)
        .map(balance -> PromotionId.of(balance.getKey().item()))
        .collect(Collectors.toSet());
  }
}
