package io.omnicommerce.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.CatalogService;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommerceExceptionTest {

  @Test
  void a_line_of_a_log_has_the_code_and_the_facts() {
    RefusedException refused =
        new RefusedException(
            CatalogService.UNKNOWN_SKU, "There is no SKU NOPE.", Facts.of("sku", "NOPE"));

    assertThat(refused)
        .hasToString("RefusedException [catalog.unknown_sku]: There is no SKU NOPE. {sku=NOPE}");
  }
}
