package io.omnicommerce.examples.scenarios.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  @ParameterizedTest
  @ValueSource(strings = {"10", "\"10\"", "\"10.00\"", "10.0", "\"1E1\""})
  void numbers_are_compared_by_value(String expected) throws Exception {
    assertThat(Answer.of(new BigDecimal("10.000")).meets(node(expected))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.01", "\"ten\"", "null", "true", "[10]", "\"\""})
  void another_number_or_none_is_not_met(String expected) throws Exception {
    assertThat(Answer.of(10).meets(node(expected))).isFalse();
  }

  @Test
  void texts_and_flags_are_compared_as_they_stand() throws Exception {
    assertThat(Answer.of("010").meets(node("\"010\""))).isTrue();
    assertThat(Answer.of("010").meets(node("\"10\""))).isFalse();
    assertThat(Answer.of(true).meets(node("true"))).isTrue();
    assertThat(Answer.of(true).meets(node("\"true\""))).isFalse();
  }

  @Test
  void nothing_is_met_by_null_alone() throws Exception {
    assertThat(Answer.NONE.meets(node("null"))).isTrue();
    assertThat(Answer.NONE.meets(node("0"))).isFalse();
  }

  @Test
  void a_list_is_compared_in_order_and_a_bag_in_any() throws Exception {
    List<Answer> three = List.of(Answer.of(1), Answer.of(1), Answer.of(2));

    assertThat(Answer.list(three).meets(node("[1, 1, 2]"))).isTrue();
    assertThat(Answer.list(three).meets(node("[2, 1, 1]"))).isFalse();
    assertThat(Answer.list(three).meets(node("[1, 1]"))).isFalse();
    assertThat(Answer.bag(three).meets(node("[2, 1, 1]"))).isTrue();
    assertThat(Answer.bag(three).meets(node("[2, 2, 1]"))).isFalse();
    assertThat(Answer.bag(three).meets(node("[1, 2]"))).isFalse();
  }

  @Test
  void a_table_is_compared_where_the_case_asks() throws Exception {
    Answer table = Answer.table(Map.of("a", Answer.of(1), "b", Answer.of(2)), Set.of("a", "z"));

    assertThat(table.meets(node("{\"a\": 1}"))).isTrue();
    assertThat(table.meets(node("{\"a\": 2}"))).isFalse();
    assertThat(table.meets(node("{\"z\": 0}"))).isTrue();
    assertThat(table.meets(node("{\"unknown\": 0}"))).isFalse();
  }

  @Test
  void an_empty_table_is_met_by_an_empty_one_alone() throws Exception {
    assertThat(Answer.table(Map.of(), Set.of("a")).meets(node("{}"))).isTrue();
    assertThat(Answer.table(Map.of("a", Answer.of(1)), Set.of()).meets(node("{}"))).isFalse();
  }

  private static JsonNode node(String json) throws Exception {
    return JsonMapper.builder().build().readTree(json);
  }
}
