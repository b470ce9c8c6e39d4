package io.omnicommerce.core.price;

import io.omnicommerce.price.PriceCandidate.Verdict;
import java.util.Comparator;

/** Criteria in their order: the first that tells two offers apart decides. */
final class Preference implements Comparator<Offer> {

  private final Criterion[] criteria;

  Preference(Criterion... criteria) {
    this.criteria = criteria.clone();
  }

  /** This preference, after another criterion. */
  Preference after(Criterion first) {
    Criterion[] more = new Criterion[criteria.length + 1];
    more[0] = first;
    System.arraycopy(criteria, 0, more, 1, criteria.length);
    return new Preference(more);
  }

  @Override
  public int compare(Offer first, Offer second) {
    for (Criterion criterion : criteria) {
      int told = criterion.compare(first, second);
      if (told != 0) {
        return told;
      }
    }
    return 0;
  }

  /** Why the second lost against the first. */
  Verdict verdict(Offer winner, Offer loser) {
    for (Criterion criterion : criteria) {
      if (criterion.compare(winner, loser) != 0) {
        return criterion.verdict();
      }
    }
    return Verdict.LARGER_ID;
  }
}
