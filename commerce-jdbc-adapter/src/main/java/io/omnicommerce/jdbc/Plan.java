package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Balance;
import io.omnicommerce.storage.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an attempt is told beside the decision.
 *
 * @param steps the decision's steps, sorted
 * @param opens the accounts to be opened if they are not there
 * @param due groups to be expired on the way
 * @param known balances as they were read before the first write
 */
record Plan(Steps steps, Set<String> opens, List<String> due, Map<String, Balance> known) {

  /** To begin with, the accounts of which a batch says that it may be their first. */
  static Plan of(Decision decision) {
    Steps steps = Steps.of(decision.steps());
    Set<String> opens = new HashSet<>();
    steps.openings().forEach(opening -> opens.add(opening.account().toString()));
    return new Plan(steps, opens, List.of(), Map.of());
  }

  Plan opening(Set<String> more) {
    Set<String> all = new HashSet<>(opens);
    all.addAll(more);
    return new Plan(steps, all, due, known);
  }
}
