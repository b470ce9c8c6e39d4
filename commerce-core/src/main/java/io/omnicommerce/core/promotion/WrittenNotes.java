package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What happened to a deal, written down. */
final class WrittenNotes implements Notes {

  /** What did not come out even, in minor units, and what would have been taken and was not. */
  final List<Judged.Rounded> rounded;

  final Map<PromotionId, Long> missed;
  final Map<PromotionId, Long> capped;

  /** The lines that stood at their floors, and what others have given in their place. */
  final Map<PromotionId, Set<Integer>> floors;

  final Map<PromotionId, Long> passedOn;

  WrittenNotes() {
    this(List.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private WrittenNotes(
      List<Judged.Rounded> rounded,
      Map<PromotionId, Long> missed,
      Map<PromotionId, Long> capped,
      Map<PromotionId, Set<Integer>> floors,
      Map<PromotionId, Long> passedOn) {
    this.rounded = new ArrayList<>(rounded);
    this.missed = new HashMap<>(missed);
    this.capped = new HashMap<>(capped);
    this.floors = new HashMap<>();
    floors.forEach((id, lines) -> this.floors.put(id, new TreeSet<>(lines)));
    this.passedOn = new HashMap<>(passedOn);
  }

  @Override
  public Notes copy() {
    return new WrittenNotes(rounded, missed, capped, floors, passedOn);
  }

  @Override
  public void adopt(Notes of, CompiledPromotion by, int line) {
    if (of instanceof WrittenNotes other) {
      other.rounded.stream()
          .filter(one -> one.promotion().equals(by.id()) && one.where() == line)
          .filter(one -> !rounded.contains(one))
          .forEach(rounded::add);
    }
  }

  @Override
  public void spread(Deal deal, boolean deliveries, long amount, long[] weights, long[] shares) {
    CompiledPromotion by = deal.current();
    long spread = Deal.sum(shares);
    if (spread < amount) {
      missed(by, Judged.NOWHERE, amount - spread);
    }
    long[] free = deliveries ? weights : withoutFloored(deal, weights, shares);
    List<Judged.Rounded> all = new ArrayList<>();
    for (int line = 0; line < shares.length; line++) {
      if (free[line] > 0) {
        all.add(share(by, free, shares, line, where(deliveries, line)));
      }
    }
    if (all.stream().anyMatch(Judged.Rounded::isUneven)) {
      rounded.addAll(all);
    }
  }

  /** The exact share of a line in what those with a weight get together. */
  private static Judged.Rounded share(
      CompiledPromotion by, long[] weights, long[] shares, int line, int where) {
    long spread = 0;
    for (int other = 0; other < shares.length; other++) {
      spread += weights[other] > 0 ? shares[other] : 0;
    }
    return new Judged.Rounded(
        by.id(),
        where,
        true,
        BigDecimal.valueOf(spread).multiply(BigDecimal.valueOf(weights[line])),
        BigDecimal.valueOf(Deal.sum(weights)),
        shares[line]);
  }

  /** What a floor cuts off is no rounding: the shares of the others are shares of the rest. */
  private long[] withoutFloored(Deal deal, long[] weights, long[] shares) {
    long[] free = weights.clone();
    int line = floored(deal, free, shares);
    while (line >= 0) {
      floors.computeIfAbsent(deal.current().id(), id -> new TreeSet<>()).add(line);
      passOn(deal, share(deal.current(), weights, shares, line, line).exact(), shares[line]);
      free[line] = 0;
      line = floored(deal, free, shares);
    }
    return free;
  }

  private void passOn(Deal deal, BigDecimal exact, long given) {
    long more = exact.setScale(0, RoundingMode.HALF_UP).longValueExact() - given;
    if (more > 0) {
      passedOn.merge(deal.current().id(), more, Math::addExact);
    }
  }

  /** A line that gives all it has above its floor, and less than its share. */
  private static int floored(Deal deal, long[] free, long[] shares) {
    for (int line = 0; line < shares.length; line++) {
      if (free[line] > 0
          && deal.hasFloor(line)
          && shares[line] == deal.room(line)
          && share(deal.current(), free, shares, line, line).isMoreThanRounded()) {
        return line;
      }
    }
    return -1;
  }

  private static int where(boolean deliveries, int place) {
    return deliveries ? Tally.delivery(place) : place;
  }

  @Override
  public void percentage(
      CompiledPromotion by, int line, long amount, long some, long of, long percent, long result) {
    Judged.Rounded one =
        new Judged.Rounded(
            by.id(),
            line,
            false,
            BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(some))
                .multiply(BigDecimal.valueOf(percent)),
            BigDecimal.valueOf(of).multiply(BigDecimal.valueOf(Fraction.PERCENT_ONE)),
            result);
    if (one.isUneven()) {
      rounded.add(one);
    }
  }

  @Override
  public void missed(CompiledPromotion by, int line, long missing) {
    missed.merge(by.id(), missing, Math::addExact);
    if (line != Judged.NOWHERE) {
      floors.computeIfAbsent(by.id(), id -> new TreeSet<>()).add(line);
    }
  }

  @Override
  public void passedOn(CompiledPromotion by, long asked, long given) {
    missed.merge(by.id(), -asked, Math::addExact);
    passedOn.merge(by.id(), given, Math::addExact);
  }

  @Override
  public void capped(CompiledPromotion by, long beyond) {
    capped.merge(by.id(), beyond, Math::addExact);
  }
}
