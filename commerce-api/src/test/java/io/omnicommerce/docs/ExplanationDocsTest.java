package io.omnicommerce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.RoundingStep;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What explanations say stands in docs/rooms/pricing.md, and nothing else does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationDocsTest {

  private static final Path PAGE = Path.of("..", "docs", "rooms", "pricing.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  @Test
  void every_verdict_and_every_field_has_its_row() throws IOException {
    String page = Files.readString(PAGE);

    List<String> rows = ROW.matcher(page).results().map(found -> found.group(1)).toList();

    assertThat(rows.stream().filter(row -> row.equals(row.toUpperCase(Locale.ROOT))))
        .containsExactlyElementsOf(Arrays.stream(Verdict.values()).map(Enum::name).toList());
    assertThat(rows)
        .containsAll(
            Arrays.stream(PricingExplanation.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    assertThat(page)
        .contains(Arrays.stream(RoundingStep.Kind.values()).map(kind -> "`" + kind + "`").toList());
  }
}
