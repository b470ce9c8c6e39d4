package io.omnicommerce.contract;

import static io.omnicommerce.contract.Note.PROJECTED_TYPE;
import static io.omnicommerce.contract.Note.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.contract.Note.Item;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows for SQL follow their document. */
public abstract class ProjectionContract extends StorageContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Item MUG = new Item("mug 😀", 3, true, NOON);
  private static final Item PLATE = new Item("plate", -7_000_000_000L, false, null);

  /**
   * The rows of {@link Note#ITEMS} of a tenant, ordered by document and line: the document's id,
   * the line's number as an Integer, then the columns as String, Long, Boolean, and Instant or
   * null.
   */
  protected abstract List<List<Object>> rows(TenantId tenant);

  @Override
  protected List<DocumentType<?>> documentTypes() {
    return List.of(PROJECTED_TYPE);
  }

  @Test
  void a_document_is_saved_with_its_rows() {
    save("b", saying("x").withItems(PLATE));
    save("a", saying("x").withItems(MUG, PLATE, MUG));
    save("none", saying("x"));

    assertThat(rows(CALL.tenant()))
        .containsExactly(
            row("a", 1, MUG), row("a", 2, PLATE), row("a", 3, MUG), row("b", 1, PLATE));
  }

  @Test
  void a_change_replaces_the_rows() {
    save("a", saying("x").withItems(MUG, PLATE, MUG));
    save("b", saying("x").withItems(MUG));

    change("a", saying("x").withItems(PLATE));
    change("b", saying("x"));

    assertThat(rows(CALL.tenant())).containsExactly(row("a", 1, PLATE));
  }

  @Test
  void a_refused_decision_leaves_the_rows_alone() {
    save("a", saying("x").withItems(MUG));
    Decision tooMuch =
        Decision.builder()
            .save(DocumentWrite.update(PROJECTED_TYPE, find("a"), saying("x").withItems(PLATE)))
            .step(post("p", take(stock("NONE"), 1)))
            .build();

    commit(tooMuch);

    assertThat(rows(CALL.tenant())).containsExactly(row("a", 1, MUG));
  }

  @Test
  void an_event_that_was_told_already_leaves_the_rows_alone() {
    save("a", saying("x").withItems(MUG));
    commit(Decision.builder().event(NoteTold.written("a", 2)).build());
    Decision twice =
        Decision.builder()
            .save(DocumentWrite.update(PROJECTED_TYPE, find("a"), saying("x").withItems(PLATE)))
            .event(NoteTold.written("a", 2))
            .build();

    assertThatThrownBy(() -> commit(twice)).isInstanceOf(RuntimeException.class);

    assertThat(rows(CALL.tenant())).containsExactly(row("a", 1, MUG));
  }

  // L90
  @Test
  void tenants_have_rows_of_their_own() {
    save("a", saying("x").withItems(MUG));
    commitWrites(
        OTHER_CALL, DocumentWrite.create(PROJECTED_TYPE, "a", saying("x").withItems(PLATE, PLATE)));

    change("a", saying("x"));

    assertThat(rows(CALL.tenant())).isEmpty();
    assertThat(rows(OTHER_CALL.tenant())).hasSize(2);
  }

  private void save(String id, Note note) {
    commitWrites(CALL, DocumentWrite.create(PROJECTED_TYPE, id, note));
  }

  private void change(String id, Note note) {
    commitWrites(CALL, DocumentWrite.update(PROJECTED_TYPE, find(id), note));
  }

  private Stored<Note> find(String id) {
    return documents().find(PROJECTED_TYPE, id).orElseThrow();
  }

  private static List<Object> row(String document, int line, Item item) {
    return Arrays.asList(document, line, item.name(), item.amount(), item.done(), item.until());
  }
}
