package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

  @ParameterizedTest
  @CsvSource({
    "536365,  85123A,        6, 2.55,      SALE",
    "536365,  85123A,        6, 0.0,       SALE",
    "536365,  85123A,        6, 0.001,     SALE",
    "536365,  DCGS0076,      1, 16.13,     SALE",
    "536365,  PADS,          1, 0.001,     SALE",
    "536365,  85123A,       -6, 0.0,       GONE",
    "536365,  85123A,       -6, 2.55,      GONE",
    "536365,  POST,          3, 18.00,     CHARGE",
    "536365,  m,             1, 2.55,      CHARGE",
    "536365,  BANK CHARGES,  1, 15.00,     CHARGE",
    "536365,  gift_0001_40,  1, 34.04,     CHARGE",
    "536365,  D,            -1, 27.50,     CHARGE",
    "C536379, 85123A,       -1, 2.55,      RETURN",
    "c536379, 85123A,       -1, 2.55,      RETURN",
    "C536379, D,            -1, 27.50,     CREDIT",
    "C536379, BANK CHARGES, -1, 95.38,     CREDIT",
    "C536379, 85123A,        1, 2.55,      IMPOSSIBLE",
    "536365,  85123A,        0, 2.55,      IMPOSSIBLE",
    "A563186, B,             1, -11062.06, IMPOSSIBLE",
    "536365,  85123A,        1, 0.0000001, IMPOSSIBLE",
    "536365,  85123A, 99999999999999, 1,   IMPOSSIBLE",
  })
  void a_row_is_told_by_document_code_quantity_and_price(
      String invoice, String code, long quantity, String price, RowKind kind) {
    Row row = Rows.of(1, invoice, code, quantity, price);

    assertThat(Classifier.kind(Rows.document(row), row)).isEqualTo(kind);
  }

  @Test
  void goods_without_price_that_nobody_bought_were_found() {
    Row row = Rows.of(1, "536414", "22139", 56, "0.0", Optional.empty());

    assertThat(Classifier.kind(Rows.document(row), row)).isEqualTo(RowKind.FOUND);
  }

  @Test
  void goods_without_price_among_others_that_were_paid_are_sold_as_a_gift() {
    Row gift = Rows.of(1, "537534", "22139", 2, "0.0", Optional.empty());
    Row paid = Rows.of(2, "537534", "22140", 1, "4.95", Optional.empty());

    assertThat(Classifier.kind(Rows.document(gift, paid), gift)).isEqualTo(RowKind.SALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DOT", "C2", "D", "M", "m", "S", "B", "AMAZONFEE", "CRUK"})
  void codes_that_are_no_goods_are_known(String code) {
    assertThat(Pseudo.kind(code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"85123A", "85123a", "DCGS0076", "DCGSSBOY", "PADS", "10002"})
  void codes_of_goods_are_not_taken_for_others(String code) {
    assertThat(Pseudo.kind(code)).isEmpty();
  }
}
