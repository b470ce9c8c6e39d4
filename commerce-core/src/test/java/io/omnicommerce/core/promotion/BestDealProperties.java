package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The best deal beside every way to share the lines out among the promotions. */
class BestDealProperties {

  private static final List<String> SKUS = List.of("A", "B", "C", "D");

  record Line(String sku, long minor, int quantity) {}

  record Case(List<Line> lines, List<Benefit> benefits, String rounding) {}

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void no_way_to_share_the_lines_out_saves_more_than_the_best_deal(@ForAll("cases") Case some) {
    Evaluation.Outcome outcome =
        kiosk(some, some.lines(), some.benefits()).convention("stacking", "best_only").outcome();
    long most = most(some, new int[some.lines().size()], 0);

    assertThat(outcome.gap()).isZero();
    assertThat(saved(outcome)).isGreaterThanOrEqualTo(most);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void of_many_lines_no_way_saves_more_than_the_gap_says(
      @ForAll("large") Case some, @ForAll Random random) {
    Evaluation.Outcome outcome =
        kiosk(some, some.lines(), some.benefits()).convention("stacking", "best_only").outcome();

    for (int i = 0; i < 20; i++) {
      int[] owner = random.ints(some.lines().size(), 0, some.benefits().size()).toArray();
      assertThat(shared(some, owner)).isLessThanOrEqualTo(saved(outcome) + outcome.gap());
    }
  }

  private static long saved(Evaluation.Outcome outcome) {
    long[] saved = {0};
    outcome.forEach((promotion, line, delivery, amount) -> saved[0] += amount);
    return saved[0];
  }

  /** Of all ways in which the lines from one on belong to a promotion, or to none. */
  private static long most(Case some, int[] owner, int line) {
    if (line == owner.length) {
      return shared(some, owner);
    }
    long most = 0;
    for (int of = 0; of <= some.benefits().size(); of++) {
      owner[line] = of;
      most = Math.max(most, most(some, owner, line + 1));
    }
    return most;
  }

  private static long shared(Case some, int[] owner) {
    long total = 0;
    for (int of = 0; of < some.benefits().size(); of++) {
      List<Line> lines = new ArrayList<>();
      for (int line = 0; line < owner.length; line++) {
        if (owner[line] == of) {
          lines.add(some.lines().get(line));
        }
      }
      total += total(kiosk(some, lines, some.benefits().subList(of, of + 1)));
    }
    return total;
  }

  private static long total(Kiosk kiosk) {
    return Kiosk.minor(kiosk.total());
  }

  private static Kiosk kiosk(Case some, List<Line> lines, List<Benefit> benefits) {
    Kiosk kiosk = new Kiosk().convention("percent_rounding", some.rounding());
    for (Line line : lines) {
      kiosk.with(line.sku(), BigDecimal.valueOf(line.minor(), 2).toPlainString(), line.quantity());
    }
    for (int i = 0; i < benefits.size(); i++) {
      kiosk.promotion(Promotion.of(PromotionId.of("p" + i), "p", benefits.get(i)));
    }
    return kiosk;
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(1, 4, 3);
  }

  @Provide
  Arbitrary<Case> large() {
    return cases(20, 30, 6);
  }

  private static Arbitrary<Case> cases(int least, int lines, int promotions) {
    return Combinators.combine(
            line().list().ofMinSize(least).ofMaxSize(lines),
            benefit().list().ofMinSize(1).ofMaxSize(promotions),
            Arbitraries.of("per_line", "per_order"))
        .as(Case::new);
  }

  private static Arbitrary<Line> line() {
    return Combinators.combine(
            Arbitraries.of(SKUS),
            Arbitraries.longs().between(0, 4_000),
            Arbitraries.integers().between(1, 3))
        .as(Line::new);
  }

  private static Arbitrary<Benefit> benefit() {
    Arbitrary<ItemFilter> items =
        Arbitraries.of(
            ItemFilter.ALL,
            ItemFilter.skus(Sku.of("A"), Sku.of("B")),
            ItemFilter.skus(Sku.of("B"), Sku.of("C"), Sku.of("D")),
            ItemFilter.skus(Sku.of("D")));
    Arbitrary<BigDecimal> percent =
        Arbitraries.longs().between(0, 500).map(tenths -> BigDecimal.valueOf(tenths, 1));
    Arbitrary<Amount> off =
        Arbitraries.longs()
            .between(1, 2_500)
            .map(minor -> Amount.of(Money.ofMinor(minor, Kiosk.USD)));
    return Arbitraries.oneOf(
        Combinators.combine(percent, items)
            .as((some, of) -> new Benefit.ItemPercent(some, of, OptionalLong.empty())),
        Combinators.combine(off, items)
            .as((some, of) -> new Benefit.ItemFixed(some, of, OptionalLong.empty())),
        Combinators.combine(percent, items)
            .as((some, of) -> new Benefit.OrderPercent(some, Optional.empty(), of)),
        Combinators.combine(percent, off, items)
            .as((some, most, of) -> new Benefit.OrderPercent(some, Optional.of(most), of)),
        Combinators.combine(off, items).as(Benefit.OrderFixed::new));
  }
}
