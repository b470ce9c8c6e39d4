package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The units that are missing for benefits of several: what each needs, and what is there. */
final class Shortages {

  /** So many units are needed of some goods, and so many are there. */
  private record Need(long asked, String of, long found) {}

  private final Deal deal;

  private Shortages(Deal deal) {
    this.deal = deal;
  }

  /**
   * @param deal in which the promotion has just given nothing
   */
  static List<ConditionFinding> of(Promotion promotion, Deal deal) {
    Shortages shortages = new Shortages(deal);
    List<ConditionFinding> findings = new ArrayList<>();
    for (int i = 0; i < promotion.benefits().size(); i++) {
      Benefit benefit = promotion.benefits().get(i);
      String path = "benefits[" + i + ']';
      shortages.need(benefit).map(need -> finding(path, benefit, need)).ifPresent(findings::add);
    }
    return findings;
  }

  private static ConditionFinding finding(String path, Benefit benefit, Need need) {
    return new ConditionFinding(
        path, benefit.getClass().getSimpleName(), need.asked() + need.of(), "" + need.found());
  }

  private Optional<Need> need(Benefit benefit) {
    if (benefit instanceof Benefit.QuantityGroup group) {
      return inGroup(group.size(), group.items());
    }
    if (benefit instanceof Benefit.GroupPrice group) {
      return inGroup(group.size(), group.items());
    }
    if (benefit instanceof Benefit.UnitsInEvery every) {
      return onLine(every.of(), every.items());
    }
    return benefit instanceof Benefit.BuyXGetY sets ? ofSet(sets) : Optional.empty();
  }

  private Optional<Need> ofSet(Benefit.BuyXGetY sets) {
    if (sets.buy().equals(sets.get())) {
      return missing(Math.addExact(sets.buyQuantity(), sets.getQuantity()), sets.buy());
    }
    return missing(sets.buyQuantity(), sets.buy())
        .or(() -> missing(sets.getQuantity(), sets.get()));
  }

  private Optional<Need> inGroup(long asked, ItemFilter items) {
    return need(asked, Findings.of(items), Units.of(deal, items).total());
  }

  /** Units that another such promotion has used are not there. */
  private Optional<Need> missing(long asked, ItemFilter items) {
    boolean reuse = deal.policies.bxgyUnitReuse() == Convention.BxgyUnitReuse.ALLOWED;
    Units units = reuse ? Units.of(deal, items) : Units.unused(deal, items);
    return need(asked, Findings.of(items), units.total());
  }

  private Optional<Need> onLine(long asked, ItemFilter items) {
    Units units = Units.of(deal, items);
    long most = IntStream.range(0, deal.basket.lines).mapToLong(units::of).max().orElse(0);
    return need(asked, Findings.of(items) + " on a line", most);
  }

  private static Optional<Need> need(long asked, String of, long found) {
    return found < asked ? Optional.of(new Need(asked, of, found)) : Optional.empty();
  }
}
