package io.omnicommerce.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OwnScenariosTest {

  @TestFactory
  List<DynamicTest> every_own_example_is_met() throws Exception {
    return CaseFiles.read(List.of(Running.OWN_CASES), Optional.empty()).stream()
        .map(one -> DynamicTest.dynamicTest(one.id(), () -> assertMet(Judge.judge(one))))
        .toList();
  }

  @Test
  void the_runner_ends_well_on_all_of_them() {
    Running running = Running.of(Running.OWN_CASES);

    assertThat(running.status()).isZero();
    assertThat(running.last()).matches("total: [1-9][0-9]* passed, 0 failed, 0 unsupported");
  }

  private static void assertMet(CaseResult result) {
    assertThat(result.reason()).isEmpty();
    assertThat(result.result()).isEqualTo(CaseResult.Kind.PASSED);
  }
}
