package io.omnicommerce.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTest {

  private static final String TWO_MUGS =
      """
      "given": {"currency": "EUR", "catalog": [{"sku": "MUG", "price": "10.00"}]},
      "when": [{"op": "add_item", "sku": "MUG", "quantity": 2}],
      """;

  @TempDir Path folder;

  @Test
  void a_figure_that_is_met_is_not_worth_a_line() throws Exception {
    Running running = totals(TWO_MUGS + "\"expect\": {\"grand_total\": \"20.00\"}");

    assertThat(running.status()).isZero();
    assertThat(running.lines())
        .containsExactly(
            "totals: 1 passed, 0 failed, 0 unsupported",
            "total: 1 passed, 0 failed, 0 unsupported");
  }

  @Test
  void promotions_of_the_hosts_own_are_in_the_shop_of_every_case() throws Exception {
    Path rules =
        rules(
            "{\"id\": \"ours\", \"title\": \"Ours\", \"benefits\":"
                + " [{\"is\": \"OrderPercent\", \"percent\": 10, \"items\": {}}]}");
    String expect = TWO_MUGS + "\"expect\": {\"discounts_by_promotion\": {\"ours\": \"2.00\"}}";
    Path cases = Running.file(folder, "totals", expect);

    assertThat(Running.of("--promotions", rules, cases).status()).isZero();
    assertThat(Running.of(cases).status()).isEqualTo(1);
  }

  @Test
  void promotions_that_cannot_be_imported_are_refused_with_the_fault() throws Exception {
    Path rules = rules("{\"id\": \"ours\", \"title\": \"Ours\"}");
    Path cases = Running.file(folder, "totals", TWO_MUGS + "\"expect\": {\"line_count\": 1}");

    Running running = Running.of("--promotions", rules, cases);

    assertThat(running.status()).isEqualTo(2);
    assertThat(running.last()).contains("/promotions/0/benefits (ours): is missing");
  }

  private Path rules(String promotion) throws IOException {
    return Files.writeString(folder.resolve("rules.txt"), "{\"promotions\": [" + promotion + "]}");
  }

  @Test
  void the_examples_of_the_page_are_met() throws Exception {
    String page = Files.readString(Path.of("..", "..", "docs", "scenarios.md"));
    List<String> examples =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(examples).hasSize(2);
    for (int i = 0; i < examples.size(); i++) {
      Path file = Files.writeString(folder.resolve(i + ".json"), examples.get(i));
      assertThat(Running.of(file).last()).isEqualTo("total: 1 passed, 0 failed, 0 unsupported");
    }
  }

  @Test
  void a_figure_that_is_not_met_is_told_with_what_came_out() throws Exception {
    Running running =
        totals(TWO_MUGS + "\"expect\": {\"grand_total\": \"20.01\", \"line_count\": 1}");

    assertThat(running.status()).isEqualTo(1);
    assertThat(running.lines())
        .startsWith("C-1  failed  grand_total expected \"20.01\" but came out as \"20.00\"");
    assertThat(running.last()).isEqualTo("total: 0 passed, 1 failed, 0 unsupported");
  }

  @Test
  void an_expectation_that_nobody_knows_is_unsupported() throws Exception {
    assertUnsupported(
        TWO_MUGS + "\"expect\": {\"grand_total\": \"20.00\", \"loyalty_points\": 20}",
        "the expect key 'loyalty_points' is not known");
  }

  @Test
  void a_step_that_nobody_knows_is_unsupported() throws Exception {
    assertUnsupported(
        "\"given\": {}, \"when\": [{\"op\": \"wrap\"}], \"expect\": {\"line_count\": 0}",
        "the op 'wrap' is not known");
  }

  @Test
  void a_policy_that_nobody_knows_is_unsupported() throws Exception {
    assertUnsupported(
        TWO_MUGS + "\"policies\": {\"moon\": \"full\"}, \"expect\": {\"grand_total\": 20}",
        "the policy moon=full is not known");
  }

  @Test
  void a_value_of_a_policy_that_nobody_knows_is_unsupported() throws Exception {
    assertUnsupported(
        TWO_MUGS + "\"policies\": {\"rounding\": \"UPWARD\"}, \"expect\": {\"grand_total\": 20}",
        "the policy rounding=UPWARD is not known");
  }

  @Test
  void a_word_that_nobody_has_read_is_unsupported() throws Exception {
    assertUnsupported(
        "\"given\": {\"catalog\": [{\"sku\": \"A\", \"price\": 1, \"colour\": \"red\"}]},"
            + " \"expect\": {\"line_count\": 0}",
        "given.catalog.colour is not known");
  }

  @Test
  void a_case_that_expects_nothing_is_not_met() throws Exception {
    assertUnsupported(TWO_MUGS + "\"expect\": {}", "expect names nothing");
  }

  @Test
  void a_feature_that_nobody_knows_excuses_a_figure_that_is_not_met() throws Exception {
    assertUnsupported(
        TWO_MUGS + "\"features\": [\"teleport\"], \"expect\": {\"line_count\": 3}",
        "the features [teleport] are not known; line_count expected 3 but came out as \"1\"");
  }

  @Test
  void a_feature_that_is_known_excuses_nothing() throws Exception {
    Running running =
        totals(TWO_MUGS + "\"features\": [\"surcharge\"], \"expect\": {\"line_count\": 3}");

    assertThat(running.status()).isEqualTo(1);
  }

  @Test
  void an_area_that_nobody_plays_is_unsupported() throws Exception {
    Running running = Running.ofCase(folder, "weather", "\"expect\": {\"sun\": true}");

    assertThat(running.status()).isZero();
    assertThat(running.lines())
        .contains("C-1  unsupported  the area 'weather' is not known")
        .contains("weather: 0 passed, 0 failed, 1 unsupported");
  }

  @Test
  void what_the_library_refuses_has_failed_with_its_code() throws Exception {
    Running running =
        totals(
            "\"given\": {}, \"when\": [{\"op\": \"add_item\", \"sku\": \"GHOST\"}],"
                + " \"expect\": {\"line_count\": 1}");

    assertThat(running.status()).isEqualTo(1);
    assertThat(running.lines().get(0)).startsWith("C-1  failed  catalog.unknown_sku: ");
  }

  @Test
  void results_are_written_as_json() throws Exception {
    Path out = folder.resolve("out.json");
    Path file = Running.file(folder, "totals", TWO_MUGS + "\"expect\": {\"line_count\": 2}");

    Running.of("--json", out, file);

    JsonNode result = JsonMapper.builder().build().readTree(Files.readString(out)).get(0);
    assertThat(result.get("id").textValue()).isEqualTo("C-1");
    assertThat(result.get("area").textValue()).isEqualTo("totals");
    assertThat(result.get("result").textValue()).isEqualTo("failed");
    assertThat(result.get("expected").get("line_count").intValue()).isEqualTo(2);
    assertThat(result.get("actual").get("line_count").textValue()).isEqualTo("1");
    assertThat(result.get("reason").textValue()).startsWith("line_count expected 2");
  }

  @Test
  void a_folder_is_read_again_with_the_results_in_it() throws Exception {
    Path out = folder.resolve("out.json");
    Running.file(folder, "totals", TWO_MUGS + "\"expect\": {\"line_count\": 1}");

    Running.of("--json", out, folder);

    assertThat(Running.of("--json", out, folder).status()).isZero();
  }

  @Test
  void one_area_can_be_looked_at_alone() throws Exception {
    Running.file(folder, "totals", TWO_MUGS + "\"expect\": {\"line_count\": 7}");

    assertThat(Running.of("--only", "tax", folder).status()).isZero();
    assertThat(Running.of("--only", "totals", folder).status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json", "--only moon x.json", "--fast x.json", "no-such-file.json"})
  void what_cannot_be_done_ends_with_two(String words) {
    Running running = Running.of((Object[]) words.split(" ", -1));

    assertThat(running.status()).isEqualTo(2);
    assertThat(running.last()).endsWith("See --help.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{\"schema\": 2, \"cases\": []}", "{\"schema\": 1, \"cases\": [{}]}", "{"})
  void a_file_that_holds_no_cases_is_named(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("strange.json"), text);

    Running running = Running.of(file);

    assertThat(running.status()).isEqualTo(2);
    assertThat(running.last()).contains("strange.json");
  }

  @Test
  void help_is_printed_on_demand() {
    Running running = Running.of("--help");

    assertThat(running.status()).isZero();
    assertThat(running.lines()).isEqualTo(CommandLine.HELP);
  }

  private Running totals(String body) throws Exception {
    return Running.ofCase(folder, "totals", body);
  }

  private void assertUnsupported(String body, String reason) throws Exception {
    Running running = totals(body);

    assertThat(running.status()).isZero();
    assertThat(running.lines().get(0)).isEqualTo("C-1  unsupported  " + reason);
    assertThat(running.last()).isEqualTo("total: 0 passed, 0 failed, 1 unsupported");
  }
}
