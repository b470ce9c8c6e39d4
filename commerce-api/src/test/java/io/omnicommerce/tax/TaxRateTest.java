package io.omnicommerce.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.TimeWindow;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxRateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "100.01", "101", "20.00001", "1e1", "20%", "NaN", "1E+999999999", "٢٠"})
  void what_is_no_percentage_is_refused(String percent) {
    assertThatThrownBy(() -> TaxRate.added("GB", "standard", percent))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(TaxRate.INVALID));
  }

  @Test
  void a_percentage_that_would_fill_memory_is_refused() {
    BigDecimal bomb = new BigDecimal("1E+1000000000");

    assertThatThrownBy(
            () -> new TaxRate("GB", "standard", TaxArea.EVERYWHERE, bomb, true, TimeWindow.ALWAYS))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_rate_reaches_from_nothing_to_everything() {
    assertThat(TaxRate.added("GB", "zero", "0").percent()).isZero();
    assertThat(TaxRate.included("GB", "all", "100.0000").percent()).isEqualByComparingTo("100");
  }
}
