package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened to a deal, written down. */
final class WrittenNotes implements Notes {

  private static final int DECIMALS = 12;

  /** What did not come out even, in minor units, and what would have been taken and was not. */
  final List<Judged.Rounded> rounded;

  final Map<PromotionId, Long> missed;
  final Map<PromotionId, Long> capped;

  WrittenNotes() {
    this(List.of(), Map.of(), Map.of());
  }

  private WrittenNotes(
      List<Judged.Rounded> rounded, Map<PromotionId, Long> missed, Map<PromotionId, Long> capped) {
    this.rounded = new ArrayList<>(rounded);
    this.missed = new HashMap<>(missed);
    this.capped = new HashMap<>(capped);
  }

  @Override
  public Notes copy() {
    return new WrittenNotes(rounded, missed, capped);
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
  public void spread(
      CompiledPromotion by, boolean deliveries, long amount, long[] weights, long[] shares) {
    long spread = Deal.sum(shares);
    if (spread < amount) {
      missed(by, amount - spread);
    }
    BigDecimal sum = BigDecimal.valueOf(Deal.sum(weights));
    List<Judged.Rounded> all = new ArrayList<>();
    for (int line = 0; line < shares.length; line++) {
      if (weights[line] > 0) {
        BigDecimal exact =
            exact(BigDecimal.valueOf(spread), BigDecimal.valueOf(weights[line]), sum);
        all.add(new Judged.Rounded(by.id(), where(deliveries, line), true, exact, shares[line]));
      }
    }
    if (all.stream().anyMatch(Judged.Rounded::isUneven)) {
      rounded.addAll(all);
    }
  }

  private static int where(boolean deliveries, int place) {
    return deliveries ? Tally.delivery(place) : place;
  }

  @Override
  public void percentage(
      CompiledPromotion by, int line, long amount, long some, long of, long percent, long result) {
    BigDecimal exact =
        exact(
            BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(some)),
            BigDecimal.valueOf(percent),
            BigDecimal.valueOf(of).multiply(BigDecimal.valueOf(Fraction.PERCENT_ONE)));
    Judged.Rounded one = new Judged.Rounded(by.id(), line, false, exact, result);
    if (one.isUneven()) {
      rounded.add(one);
    }
  }

  private static BigDecimal exact(BigDecimal amount, BigDecimal part, BigDecimal whole) {
    return amount.multiply(part).divide(whole, DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
  }

  @Override
  public void missed(CompiledPromotion by, long missing) {
    missed.merge(by.id(), missing, Math::addExact);
  }

  @Override
  public void capped(CompiledPromotion by, long beyond) {
    capped.merge(by.id(), beyond, Math::addExact);
  }
}
