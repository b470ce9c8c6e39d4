package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

  @Test
  void fields_stand_between_commas() {
    assertThat(fields("a,b,,d\n")).containsExactly(List.of("a", "b", "", "d"));
  }

  @Test
  void a_quoted_field_may_hold_commas_quotes_and_line_breaks() {
    assertThat(fields("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n"))
        .containsExactly(List.of("a,b", "say \"hi\"", "two\nlines"));
  }

  @Test
  void an_empty_quoted_field_is_empty() {
    assertThat(fields("\"\",x,\"\"")).containsExactly(List.of("", "x", ""));
  }

  @Test
  void a_quote_inside_a_plain_field_is_a_character() {
    assertThat(fields("6\" NAIL,\"6\"\" NAIL\"")).containsExactly(List.of("6\" NAIL", "6\" NAIL"));
  }

  @Test
  void lines_may_end_in_any_of_three_ways_or_not_at_all() {
    assertThat(fields("a,1\r\nb,2\rc,3\nd,4"))
        .containsExactly(
            List.of("a", "1"), List.of("b", "2"), List.of("c", "3"), List.of("d", "4"));
  }

  @Test
  void a_last_comma_opens_an_empty_field() {
    assertThat(fields("a,\n")).containsExactly(List.of("a", ""));
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_field() {
    assertThat(fields("\uFEFF\"a\",b\n")).containsExactly(List.of("a", "b"));
  }

  @Test
  void a_quote_that_never_closes_costs_its_line_and_no_other() {
    List<CsvRecord> records = records("a,\"b\n1,2\n3,4\n");

    assertThat(records).extracting(CsvRecord::isBroken).containsExactly(true, false, false);
    assertThat(records).extracting(CsvRecord::line).containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_quote_that_closes_in_another_record_costs_its_line_and_no_other() {
    List<CsvRecord> records = records("a,b\n1,\"open\n2,\"x,y\"\n3,z\n");

    assertThat(records).extracting(CsvRecord::line).containsExactly(1L, 2L, 3L, 4L);
    assertThat(records).extracting(CsvRecord::isBroken).containsExactly(false, true, false, false);
    assertThat(records.get(2).fields()).containsExactly("2", "x,y");
  }

  @Test
  void text_after_a_closing_quote_is_broken() {
    assertThat(records("\"a\"b,c\nd,e\n"))
        .extracting(CsvRecord::isBroken)
        .containsExactly(true, false);
  }

  @Test
  void a_line_number_counts_physical_lines() {
    assertThat(records("\"a\nb\",c\nd,e\n")).extracting(CsvRecord::line).containsExactly(1L, 3L);
  }

  @Test
  void a_line_longer_than_any_row_is_broken_and_does_not_fill_the_memory() {
    List<CsvRecord> records = records("x".repeat(CsvLines.LENGTH_MAX + 1) + "\na,b\n");

    assertThat(records).extracting(CsvRecord::isBroken).containsExactly(true, false);
  }

  private static List<List<String>> fields(String text) {
    return records(text).stream().map(CsvRecord::fields).toList();
  }

  private static List<CsvRecord> records(String text) {
    CsvReader reader = new CsvReader(new StringReader(text));
    List<CsvRecord> records = new ArrayList<>();
    try {
      for (Optional<CsvRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        records.add(next.get());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return records;
  }
}
