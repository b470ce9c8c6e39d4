package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

  private static final String ROW =
      "536365,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";

  @Test
  void a_row_is_read_with_all_its_fields() {
    Row row = Reading.of(Reading.HEADER + ROW).rows.get(0);

    assertThat(row.number()).isEqualTo(1);
    assertThat(row.invoice()).isEqualTo("536365");
    assertThat(row.code()).isEqualTo("85123A");
    assertThat(row.description()).isEqualTo("WHITE HEART");
    assertThat(row.quantity()).isEqualTo(6);
    assertThat(row.at()).isEqualTo(LocalDateTime.of(2010, 12, 1, 8, 26));
    assertThat(row.price()).isEqualByComparingTo("2.55");
    assertThat(row.customer()).hasValue("17850");
    assertThat(row.country()).isEqualTo("United Kingdom");
    assertThat(row.value()).isEqualByComparingTo("15.30");
  }

  @Test
  void a_file_may_lack_its_header() {
    Reading reading = Reading.of(ROW);

    assertThat(reading.rows).hasSize(1);
    assertThat(reading.bad).isEmpty();
  }

  @Test
  void a_byte_order_mark_does_not_hide_the_header() {
    Reading reading = Reading.of("\uFEFF" + Reading.HEADER + ROW);

    assertThat(reading.rows).hasSize(1);
    assertThat(reading.bad).isEmpty();
    assertThat(reading.noRows).isEqualTo(1);
  }

  @Test
  void columns_are_found_by_their_names() {
    Reading reading =
        Reading.of(
            "Country,Price,Invoice,Customer ID,StockCode,Quantity,InvoiceDate,Description\n"
                + "EIRE,2.55,536365,,85123A,6,2010-12-01 08:26:00,HEART\n");

    assertThat(reading.bad).isEmpty();
    assertThat(reading.rows.get(0).price()).isEqualByComparingTo("2.55");
    assertThat(reading.rows.get(0).customer()).isEmpty();
    assertThat(reading.rows.get(0).country()).isEqualTo("EIRE");
  }

  @Test
  void headers_in_the_middle_and_empty_lines_are_no_rows() {
    Reading reading = Reading.of(Reading.HEADER + ROW + "\n" + Reading.HEADER + ROW);

    assertThat(reading.rows).hasSize(2);
    assertThat(reading.bad).isEmpty();
    assertThat(reading.noRows).isEqualTo(3);
  }

  @Test
  void blanks_around_a_field_are_no_part_of_it_and_case_is() {
    Reading reading =
        Reading.of(" 536365 , 85123a ,HEART , 6 ,2010-12-01 08:26:00, 2.55 , 17850.0 ,X\n" + ROW);

    assertThat(reading.rows).extracting(Row::code).containsExactly("85123a", "85123A");
    assertThat(reading.rows.get(0).quantity()).isEqualTo(6);
    assertThat(reading.rows.get(0).customer()).hasValue("17850");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850.0                | row.fields",
        "536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850.0,UK,more         | row.fields",
        "536365,85123A,X,six,2010-12-01 08:26:00,2.55,17850.0,UK            | quantity.invalid",
        "536365,85123A,X,1.5,2010-12-01 08:26:00,2.55,17850.0,UK            | quantity.invalid",
        "536365,85123A,X,,2010-12-01 08:26:00,2.55,17850.0,UK               | quantity.invalid",
        "536365,85123A,X,9999999999999999999,2010-12-01 08:26:00,2.55,,UK   | quantity.invalid",
        "536365,85123A,X,6,2010-12-01 08:26:00,cheap,17850.0,UK             | money.invalid_price",
        "536365,85123A,X,6,2010-12-01 08:26:00,1e9,17850.0,UK               | money.invalid_price",
        "536365,85123A,X,6,2010-12-01 08:26:00,NaN,17850.0,UK               | money.invalid_price",
        "536365,85123A,X,6,2010-12-01 08:26:00,,17850.0,UK                  | money.invalid_price",
        "536365,85123A,X,6,2010-02-30 08:26:00,2.55,17850.0,UK              | row.date",
        "536365,85123A,X,6,12/1/2010 8:26,2.55,17850.0,UK                   | row.date",
        "536365,85123A,X,6,0000-01-01 00:00:00,2.55,17850.0,UK              | row.date",
        ",85123A,X,6,2010-12-01 08:26:00,2.55,17850.0,UK                    | input.blank",
        "536365,,X,6,2010-12-01 08:26:00,2.55,17850.0,UK                    | input.blank",
        "536365,CAFÉ,X,6,2010-12-01 08:26:00,2.55,17850.0,UK                | input.not_ascii",
        "536365,85123A,\"X,6,2010-12-01 08:26:00,2.55,17850.0,UK            | row.quoting",
        "536365,85123A,\"X\"Y,6,2010-12-01 08:26:00,2.55,17850.0,UK         | row.quoting"
      })
  void a_bad_row_is_told_with_its_line_and_reason_while_others_go_on(String line, String code) {
    Reading reading = Reading.of(Reading.HEADER + ROW + line + "\n" + ROW + ROW);

    assertThat(reading.rows).hasSize(3);
    assertThat(reading.badLines()).containsExactly(3L);
    assertThat(reading.bad.get(0).code()).isEqualTo(code);
    assertThat(reading.bad.get(0).reason()).isNotBlank();
    assertThat(reading.bad.get(0).toString()).startsWith("test.csv line 3: ");
  }

  @Test
  void rows_are_numbered_with_the_bad_ones_counted() {
    Reading reading = Reading.of(Reading.HEADER + ROW + "nonsense\n" + ROW);

    assertThat(reading.rows).extracting(Row::number).containsExactly(1L, 3L);
  }

  @Test
  void a_gzipped_file_is_known_by_its_first_bytes() {
    Reading reading = Reading.of(gzipped(Reading.HEADER + ROW));

    assertThat(reading.rows).hasSize(1);
  }

  @Test
  void where_a_gzipped_file_breaks_off_is_told_after_the_rows_that_could_be_read() {
    byte[] whole = gzipped(Reading.HEADER + ROW.repeat(20_000));

    Reading reading = Reading.of(Arrays.copyOf(whole, whole.length - 20));

    assertThat(reading.rows).isNotEmpty();
    assertThat(reading.bad).extracting(BadRow::code).containsExactly(RowReader.BAD_FILE);
  }

  @Test
  void an_empty_file_has_no_rows() {
    Reading reading = Reading.of("");

    assertThat(reading.rows).isEmpty();
    assertThat(reading.bad).isEmpty();
  }

  @Test
  void what_is_no_csv_at_all_is_bad_row_by_row() {
    byte[] noise = new byte[20_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31 + i / 7);
    }

    Reading reading = Reading.of(noise);

    assertThat(reading.rows).isEmpty();
    assertThat(reading.bad).isNotEmpty();
  }

  private static byte[] gzipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }
}
