package io.omnicommerce.core.inventory;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses again where goods come from when somebody else was faster at the place that was chosen:
 * another place may still have them. No choice is tried twice, so who is refused has lost
 * everywhere.
 */
public final class Elsewhere {

  /** More than that is lost only where places are emptied faster than they can be chosen. */
  private static final int CHOICES_MAX = 16;

  private final Set<List<Leg>> lost = new HashSet<>();

  private Elsewhere() {}

  /**
   * Decides, each time anew.
   *
   * @param work one transaction, which asks {@link #check} when its goods are refused
   */
  public static <R> R deciding(Function<Elsewhere, R> work) {
    Elsewhere elsewhere = new Elsewhere();
    while (true) {
      try {
        return work.apply(elsewhere);
      } catch (Lost again) {
        // Nothing of the decision was written.
      }
    }
  }

  /**
   * Ends the transaction if goods were refused that may be chosen from elsewhere.
   *
   * @param chosen what was to be taken
   */
  public void check(CommitResult.Refused refused, List<Leg> chosen) {
    boolean goods =
        refused.shortfalls().stream().map(Shortfall::account).anyMatch(Elsewhere::isGoods);
    if (goods && lost.size() < CHOICES_MAX && lost.add(List.copyOf(chosen))) {
      throw new Lost();
    }
  }

  private static boolean isGoods(AccountId account) {
    return StockAccounts.isStock(account)
        || TermAccounts.isTerm(account)
        || TermAccounts.isOfOthers(account);
  }

  /** Seen by nobody but {@link #deciding}. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("what was chosen has gone meanwhile", null, false, false);
    }
  }
}
