package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private final List<Document> ended = new ArrayList<>();
  private final Documents documents = new Documents(ended::add);
  private long rows;

  @Test
  void rows_of_one_number_are_one_document_in_the_order_of_the_file() {
    add("A", "B", "A", "A");

    documents.endAll();

    assertThat(ended).extracting(Document::number).containsExactlyInAnyOrder("A", "B");
    assertThat(document("A").rows()).extracting(Row::number).containsExactly(1L, 3L, 4L);
    assertThat(ended).noneMatch(Document::repeated);
  }

  @Test
  void a_number_that_comes_again_much_later_is_a_document_of_its_own_that_repeats_it() {
    add("A");
    IntStream.rangeClosed(0, Documents.OPEN_MAX).forEach(i -> add("other" + i));
    add("A");

    documents.endAll();

    assertThat(ended).filteredOn(one -> one.number().equals("A")).hasSize(2);
    assertThat(ended)
        .filteredOn(Document::repeated)
        .extracting(Document::number)
        .containsExactly("A");
  }

  @Test
  void no_row_is_lost_or_doubled() {
    IntStream.range(0, 1_000).forEach(i -> add("doc" + i * 7 % 23));

    documents.endAll();

    assertThat(ended.stream().flatMap(one -> one.rows().stream()).map(Row::number))
        .doesNotHaveDuplicates()
        .hasSize(1_000);
  }

  private void add(String... numbers) {
    for (String number : numbers) {
      documents.add(Rows.of(++rows, number, "85123A", 1, "2.55"));
    }
  }

  private Document document(String number) {
    return ended.stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow();
  }
}
