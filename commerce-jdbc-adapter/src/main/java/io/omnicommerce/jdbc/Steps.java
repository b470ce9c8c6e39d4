package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.Hold;
import io.omnicommerce.ledger.LedgerStep.Post;
import io.omnicommerce.ledger.LedgerStep.SetFloor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A decision's steps, sorted by what they write.
 *
 * @param onGroups steps on groups that exist, by the groups' ids
 */
record Steps(
    Optional<Post> post, Optional<Hold> hold, List<LedgerStep> onGroups, List<SetFloor> floors) {

  static Steps of(List<LedgerStep> steps) {
    return new Steps(
        only(steps, Post.class).stream().findFirst(),
        only(steps, Hold.class).stream().findFirst(),
        steps.stream()
            .filter(Steps::isOnGroup)
            .sorted(Comparator.comparing(step -> step.batch().orElseThrow()))
            .toList(),
        only(steps, SetFloor.class));
  }

  /** The ids of the groups that the steps name, in order, each once. */
  List<String> groups() {
    return onGroups.stream().map(step -> step.batch().orElseThrow().value()).distinct().toList();
  }

  private static boolean isOnGroup(LedgerStep step) {
    return !(step instanceof Post || step instanceof Hold || step instanceof SetFloor);
  }

  private static <S> List<S> only(List<LedgerStep> steps, Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
