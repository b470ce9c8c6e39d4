package io.omnicommerce.promotion;

import java.util.List;
import java.util.Objects;

/**
 * What an import has done, or would do.
 *
 * @param saved whether everything was saved; nothing was otherwise
 * @param lanes how many of them could be read
 * @param faults all that were found, at most {@value #FAULTS_MAX}
 */
public record ImportReport(
    boolean saved, int lanes, int promotions, int coupons, List<ImportFault> faults) {

  /** More faults than these are not told. */
  public static final int FAULTS_MAX = 100;

  public ImportReport {
    faults = List.copyOf(Objects.requireNonNull(faults, "faults"));
  }

  /** Whether nothing stands in the way of saving it. */
  public boolean isFaultless() {
    return faults.isEmpty();
  }
}
