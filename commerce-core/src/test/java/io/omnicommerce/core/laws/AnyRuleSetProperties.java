package io.omnicommerce.core.laws;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.laws.ConventionChoices;
import io.omnicommerce.laws.Laws;
import io.omnicommerce.laws.RuleSets;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The laws that hosts are given, of any shop. */
class AnyRuleSetProperties {

  @Property
  void l11_to_l17_l25_every_law_of_a_priced_purchase(
      @ForAll("cases") Case some, @ForAll Random random) {
    Laws.all(some.till(), some.purchase(), random);
  }

  @Property
  void l19_what_was_not_given_is_not_missed_by_best_deals(@ForAll("bestDeals") Case some) {
    Laws.whatWasNotGivenIsNotMissed(some.till(), some.purchase());
  }

  @Property
  void l19_what_was_not_given_is_not_missed(@ForAll("cases") Case some) {
    Laws.whatWasNotGivenIsNotMissed(some.till(), some.purchase());
  }

  @Property
  void l20_what_is_exclusive_is_alone(@ForAll("cases") Case some) {
    Laws.whatIsExclusiveIsAlone(some.till(), some.purchase());
  }

  @Property
  void a_further_promotion_never_makes_a_best_deal_dearer(
      @ForAll("bestDeals") Case some, @ForAll Random random) {
    Laws.aFurtherPromotionNeverMakesABestDealDearer(some.rules(), some.purchase(), random);
  }

  /** Laws about discounts prove nothing where there are none. */
  @Property
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void something_is_taken_off_a_third_of_all_purchases(@ForAll("cases") Case some) {
    boolean reduced = some.price().totals().adjustments().isNegative();
    Statistics.label("reduced").collect(reduced);
    Statistics.label("reduced").coverage(of -> of.check(true).percentage(p -> p > 33));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Case.in(RuleSets.any());
  }

  @Provide
  Arbitrary<Case> bestDeals() {
    return Case.in(
        RuleSets.any(
            ConventionChoices.any()
                .map(some -> some.with(Convention.STACKING, Convention.Stacking.BEST_ONLY))));
  }
}
