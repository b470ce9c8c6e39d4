package io.omnicommerce.examples.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.omnicommerce.laws.PricingLaws;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs bad rules through the laws, and sees which of them says no, and why. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadOffersAreCaughtTest {

  @TempDir private Path folder;

  @Test
  void good_offers_break_nothing() {
    assertThat(broken(OffersTest.class)).isEmpty();
  }

  @Test
  void offers_that_stack_by_accident_are_sold_below_cost() {
    Map<String, String> broken = broken(BadOffers.StackedByAccident.class);

    assertThat(broken).containsOnlyKeys("nothing_is_sold_below_cost");
    assertThat(broken.get("nothing_is_sold_below_cost")).contains("MUG");
  }

  @Test
  void more_than_the_host_allows_is_not_taken_off() {
    assertThat(broken(BadOffers.MoreThanAThird.class))
        .containsOnlyKeys("promotions_take_no_more_together_than_the_host_allows");
  }

  @Test
  void a_condition_that_changes_its_mind_is_named() {
    assertThat(broken(BadOffers.ImpureCondition.class))
        .isNotEmpty()
        .allSatisfy((law, told) -> assertThat(told).contains("lucky").contains("not pure"));
  }

  @Test
  void a_condition_that_throws_is_named() {
    assertThat(broken(BadOffers.ThrowingCondition.class))
        .isNotEmpty()
        .allSatisfy((law, told) -> assertThat(told).contains("member").contains("threw"));
  }

  @Test
  void a_benefit_that_is_another_each_time_does_not_cost_the_same_again() {
    assertThat(broken(BadOffers.ImpureBenefit.class))
        .containsKey("l11_l12_the_same_purchase_costs_the_same_again");
  }

  @Test
  void a_benefit_that_takes_more_than_there_is_is_named() {
    assertThat(broken(BadOffers.TakesTooMuch.class))
        .isNotEmpty()
        .allSatisfy((law, told) -> assertThat(told).contains("tenner").contains("is left"));
  }

  /** The laws that a set of rules breaks, with what they say. */
  private Map<String, String> broken(Class<? extends PricingLaws> rules) {
    Broken broken = new Broken(new TreeMap<>());
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(rules))
            .configurationParameter("jqwik.database", folder.resolve("failures").toString())
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .build();
    LauncherFactory.create().execute(request, broken);
    return broken.laws();
  }

  private record Broken(Map<String, String> laws) implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result
          .getThrowable()
          .ifPresent(thrown -> laws.put(name(test), String.valueOf(thrown.getMessage())));
    }

    private static String name(TestIdentifier test) {
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(source -> ((MethodSource) source).getMethodName())
          .orElse(test.getDisplayName());
    }
  }
}
