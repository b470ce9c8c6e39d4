package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Opening;
import io.omnicommerce.storage.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an attempt is told beside the decision.
 *
 * @param opens the accounts to be opened if they are not there
 * @param due groups to be expired on the way
 * @param known balances as they were read before the first write
 */
record Plan(Set<String> opens, List<String> due, Map<String, Balance> known) {

  /** To begin with, the accounts of which a batch says that it may be their first. */
  static Plan of(Decision decision) {
    Steps steps = Steps.of(decision.steps());
    return new Plan(
        Stream.concat(
                steps.post().stream().flatMap(post -> post.content().openings().stream()),
                steps.hold().stream().flatMap(hold -> hold.content().openings().stream()))
            .map(Opening::account)
            .map(Object::toString)
            .collect(Collectors.toSet()),
        List.of(),
        Map.of());
  }

  Plan opening(Set<String> more) {
    Set<String> all = new HashSet<>(opens);
    all.addAll(more);
    return new Plan(all, due, known);
  }
}
