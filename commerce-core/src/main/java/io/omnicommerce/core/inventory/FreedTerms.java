package io.omnicommerce.core.inventory;

import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What bounded goods beside the shelves, such as an allotment, is free with them. */
public final class FreedTerms {

  private final Session session;
  private final Map<BatchId, Optional<HoldGroup>> groups = new HashMap<>();
  private final Map<BatchId, Map<Integer, Long>> freed = new HashMap<>();
  private final List<LedgerStep> steps;

  private FreedTerms(Session session, List<LedgerStep> steps) {
    this.session = session;
    this.steps = new ArrayList<>(steps);
  }

  /** These steps, and those that free what bounded the goods that they give back. */
  public static List<LedgerStep> with(Session session, List<LedgerStep> steps) {
    FreedTerms terms = new FreedTerms(session, steps);
    for (LedgerStep step : steps) {
      if (step instanceof LedgerStep.ReleaseLine goods) {
        terms.free(goods);
      }
    }
    return terms.steps;
  }

  private void free(LedgerStep.ReleaseLine goods) {
    Optional<HoldGroup> group = groups.computeIfAbsent(goods.id(), session.ledger()::batch);
    Optional<HoldLine> from = group.flatMap(held -> line(held, goods.line()));
    if (from.isEmpty()) {
      return;
    }
    long left = goods.amount();
    for (HoldLine term : group.get().lines()) {
      if (bounds(term, from.get())) {
        left -= release(goods.id(), term, left);
      }
    }
  }

  private static Optional<HoldLine> line(HoldGroup group, int number) {
    return group.lines().stream().filter(line -> line.line() == number).findFirst();
  }

  private static boolean bounds(HoldLine term, HoldLine goods) {
    return TermAccounts.isAllotment(term.from())
        && term.from().holder().equals(goods.from().item());
  }

  /** As much of it as is open and was not freed in this decision yet. */
  private long release(BatchId id, HoldLine term, long wanted) {
    Map<Integer, Long> before = freed.computeIfAbsent(id, any -> new HashMap<>());
    long open = term.open() - before.getOrDefault(term.line(), 0L);
    long more = Math.min(wanted, open);
    if (more > 0) {
      before.merge(term.line(), more, Math::addExact);
      steps.add(new LedgerStep.ReleaseLine(id, term.line(), more));
    }
    return Math.max(more, 0);
  }
}
