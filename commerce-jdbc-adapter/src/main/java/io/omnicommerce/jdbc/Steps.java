package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.Hold;
import io.omnicommerce.ledger.LedgerStep.Post;
import io.omnicommerce.ledger.LedgerStep.SetFloor;
import io.omnicommerce.ledger.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A decision's steps, sorted by what they write.
 *
 * @param onGroups steps on groups that exist, by the groups' ids
 */
record Steps(
    Optional<Post> post, Optional<Hold> hold, List<LedgerStep> onGroups, List<SetFloor> floors) {

  private static final Steps NONE =
      new Steps(Optional.empty(), Optional.empty(), List.of(), List.of());

  static Steps of(List<LedgerStep> steps) {
    return switch (steps.size()) {
      case 0 -> NONE;
      case 1 -> alone(steps.get(0));
      default -> sorted(steps);
    };
  }

  /** No steps. */
  static Steps none() {
    return NONE;
  }

  private static Steps alone(LedgerStep step) {
    if (step instanceof Hold hold) {
      return new Steps(Optional.empty(), Optional.of(hold), List.of(), List.of());
    } else if (step instanceof Post post) {
      return new Steps(Optional.of(post), Optional.empty(), List.of(), List.of());
    } else if (step instanceof SetFloor floor) {
      return new Steps(Optional.empty(), Optional.empty(), List.of(), List.of(floor));
    }
    return new Steps(Optional.empty(), Optional.empty(), List.of(step), List.of());
  }

  private static Steps sorted(List<LedgerStep> steps) {
    Optional<Post> post = Optional.empty();
    Optional<Hold> hold = Optional.empty();
    List<LedgerStep> onGroups = new ArrayList<>();
    List<SetFloor> floors = new ArrayList<>();
    for (LedgerStep step : steps) {
      if (step instanceof Post posted) {
        post = Optional.of(posted);
      } else if (step instanceof Hold held) {
        hold = Optional.of(held);
      } else if (step instanceof SetFloor floor) {
        floors.add(floor);
      } else {
        onGroups.add(step);
      }
    }
    onGroups.sort(Comparator.comparing(step -> step.batch().orElseThrow()));
    return new Steps(post, hold, onGroups, floors);
  }

  /** The accounts that may be opened by the batch that the steps make. */
  List<Opening> openings() {
    if (hold.isPresent()) {
      return hold.get().content().openings();
    }
    return post.isPresent() ? post.get().content().openings() : List.of();
  }

  /** The ids of the groups that the steps name, in order, each once. */
  List<String> groups() {
    Set<String> ids = new LinkedHashSet<>();
    for (LedgerStep step : onGroups) {
      ids.add(step.batch().orElseThrow().value());
    }
    return List.copyOf(ids);
  }
}
