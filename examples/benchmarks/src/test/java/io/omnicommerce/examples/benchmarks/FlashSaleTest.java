package io.omnicommerce.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@Tag("race")
class FlashSaleTest {

  // L38: two JVMs, whole checkouts.
  @Test
  void two_jvms_sell_what_is_there_and_not_one_more() {
    assumeTrue(System.getProperty("omnicommerce.databases", "postgres").contains("postgres"));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try (Postgres postgres = Postgres.open("")) {
      assertThat(new FlashSale(postgres, 200, 1_000, classPath).run()).isEmpty();
    }
  }
}
