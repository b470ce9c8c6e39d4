package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromotionSchemaTest {

  private static final Path PUBLISHED = Path.of("..", "docs", "schema", "promotion.schema.json");

  @Test
  void the_published_schema_is_that_of_the_records() throws IOException {
    assertThat(Files.readString(PUBLISHED))
        .as("what should stand in " + PUBLISHED + " is the text that was expected")
        .isEqualTo(PromotionSchema.text());
  }

  @Test
  void it_is_json_with_a_definition_of_each_kind() {
    Draft anything = new Draft(1);
    List.of("$schema", "title", "type", "properties", "additionalProperties", "$defs")
        .forEach(anything::note);

    assertThat(anything.read(PromotionSchema.text()).faults()).isEmpty();
    assertThat(PromotionSchema.text())
        .contains("\"const\": \"BuyXGetY\"", "\"const\": \"During\"", "\"Budget\"", "\"Coupon\"");
  }
}
