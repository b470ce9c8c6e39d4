package io.omnicommerce.contract;

import static io.omnicommerce.contract.Note.TYPE;
import static io.omnicommerce.contract.Note.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents are loaded whole and saved if nobody else has saved them since. L47, ABUSE 68. */
public abstract class DocumentsContract extends StorageContract {

  @Test
  void a_new_document_has_the_first_version_and_each_change_the_next() {
    save("a", saying("one"));
    Stored<Note> first = find("a");

    change("a", "two");
    change("a", "three");

    assertThat(first).isEqualTo(new Stored<>("a", Version.of(1), saying("one")));
    assertThat(find("a")).isEqualTo(new Stored<>("a", Version.of(3), saying("three")));
  }

  @Test
  void what_was_never_saved_is_not_there() {
    save("a", saying("one"));

    assertThat(documents().find(TYPE, "b")).isEmpty();
    assertThat(documents().find(Note.OTHER_TYPE, "a")).isEmpty();
  }

  @Test
  void a_stale_save_is_refused_and_changes_nothing() {
    save("a", saying("one"));
    Stored<Note> stale = find("a");
    change("a", "two");

    assertThatThrownBy(() -> commitWrites(CALL, DocumentWrite.update(TYPE, stale, saying("mine"))))
        .satisfies(DocumentsContract::isConflict);
    assertThat(find("a")).isEqualTo(new Stored<>("a", Version.of(2), saying("two")));
  }

  @Test
  void a_version_from_the_future_is_refused_as_well() {
    save("a", saying("one"));

    assertThatThrownBy(
            () -> commitWrites(CALL, new DocumentWrite<>(TYPE, "a", Version.of(2), saying("x"))))
        .satisfies(DocumentsContract::isConflict);
    assertThatThrownBy(
            () -> commitWrites(CALL, new DocumentWrite<>(TYPE, "b", Version.of(1), saying("x"))))
        .satisfies(DocumentsContract::isConflict);
    assertThat(find("a").version()).isEqualTo(Version.of(1));
    assertThat(documents().find(TYPE, "b")).isEmpty();
  }

  @Test
  void creating_what_is_there_is_refused() {
    save("a", saying("one"));

    assertThatThrownBy(() -> save("a", saying("two"))).satisfies(DocumentsContract::isConflict);
    assertThat(find("a").value()).isEqualTo(saying("one"));
  }

  @Test
  void one_stale_document_takes_the_whole_decision_with_it() {
    save("a", saying("one"));
    Stored<Note> stale = find("a");
    change("a", "two");
    receive(stock("MUG"), 1);
    Decision decision =
        Decision.builder()
            .save(DocumentWrite.create(TYPE, "new", saying("new").withCodes("C-1")))
            .save(DocumentWrite.update(TYPE, stale, saying("mine")))
            .step(hold("h", take(stock("MUG"), 1)))
            .event(NoteTold.written("a", 2))
            .build();

    assertThatThrownBy(() -> commit(decision)).satisfies(DocumentsContract::isConflict);

    assertThat(documents().find(TYPE, "new")).isEmpty();
    assertThat(documents().findByUnique(TYPE, Note.CODE, "C-1")).isEmpty();
    assertThat(balance(stock("MUG")).held()).isZero();
    assertThat(storage.maintenance().outbox().unpublished(10)).isEmpty();
  }

  // The work reads again when it runs again, so a conflict that goes away is never seen by the
  // host.
  @Test
  void work_that_met_a_conflict_runs_again_from_its_start() {
    save("a", saying("one"));
    Version stale = Version.of(7);
    List<Version> tried = new ArrayList<>();

    storage.inTransaction(
        CALL,
        session -> {
          Version now = session.documents().find(TYPE, "a").orElseThrow().version();
          Version expected = tried.isEmpty() ? stale : now;
          tried.add(expected);
          return session.commit(writing(new DocumentWrite<>(TYPE, "a", expected, saying("two"))));
        });

    assertThat(tried).containsExactly(stale, Version.of(1));
    assertThat(find("a").value()).isEqualTo(saying("two"));
  }

  @Test
  void conflicts_that_do_not_end_end_the_call() {
    save("a", saying("one"));
    List<String> tries = new ArrayList<>();

    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    CALL,
                    session -> {
                      tries.add("try");
                      return session.commit(
                          writing(DocumentWrite.create(TYPE, "a", saying("two"))));
                    }))
        .satisfies(DocumentsContract::isConflict);
    assertThat(tries).hasSizeBetween(1, 20);
  }

  @Test
  void several_documents_of_several_types_are_saved_together() {
    commitWrites(
        CALL,
        DocumentWrite.create(TYPE, "b", saying("b")),
        DocumentWrite.create(Note.OTHER_TYPE, "a", saying("memo")),
        DocumentWrite.create(TYPE, "a", saying("a")));

    assertThat(documents().findAll(TYPE, List.of("b", "none", "a", "b")))
        .containsOnlyKeys("a", "b")
        .containsEntry("a", new Stored<>("a", Version.of(1), saying("a")))
        .containsEntry("b", new Stored<>("b", Version.of(1), saying("b")));
    assertThat(documents().find(Note.OTHER_TYPE, "a"))
        .hasValueSatisfying(stored -> assertThat(stored.value()).isEqualTo(saying("memo")));
  }

  @Test
  void nothing_and_many_can_be_asked_for() {
    for (int from = 0; from < 300; from += 100) {
      commitWrites(
          CALL,
          IntStream.range(from, from + 100)
              .mapToObj(i -> DocumentWrite.create(TYPE, "n" + i, saying("note " + i)))
              .toArray(DocumentWrite<?>[]::new));
    }
    List<String> ids = IntStream.range(0, 1_500).mapToObj(i -> "n" + i).toList();

    assertThat(documents().findAll(TYPE, List.of())).isEmpty();
    assertThat(documents().findAll(TYPE, ids)).hasSize(300);
    assertThat(documents().listSmall(TYPE)).hasSize(300);
  }

  @Test
  void a_list_is_in_the_order_of_ids_and_comes_in_pages() {
    List.of("b", "a10", "B", "a", "a-1", "a9", "~").forEach(id -> save(id, saying(id)));
    save("other", Note.OTHER_TYPE);

    List<List<String>> pages = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(3));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<Stored<Note>> page = documents().list(TYPE, request);
      pages.add(page.items().stream().map(Stored::id).toList());
      next = page.next().map(request::next);
    }

    assertThat(pages)
        .containsExactly(List.of("B", "a", "a-1"), List.of("a10", "a9", "b"), List.of("~"));
  }

  @Test
  void the_last_page_that_is_just_full_has_no_next() {
    List.of("a", "b").forEach(id -> save(id, saying(id)));

    Page<Stored<Note>> page = documents().list(TYPE, PageRequest.first(2));

    assertThat(page.items()).hasSize(2);
    assertThat(page.next()).isEmpty();
  }

  // ABUSE 89
  @Test
  void a_cursor_is_only_good_for_its_own_question() {
    List.of("a", "b", "c").forEach(id -> save(id, saying(id)));
    PageRequest first = PageRequest.first(1);
    String cursor = documents().list(TYPE, first).next().orElseThrow();

    assertThatThrownBy(() -> list(CALL, Note.OTHER_TYPE, first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> list(OTHER_CALL, TYPE, first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> list(CALL, TYPE, first.next("b")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> list(CALL, TYPE, first.next("' OR 1=1 --")))
        .isInstanceOf(InvalidInputException.class);
  }

  // ABUSE 5, 7, 9
  @Test
  void every_character_comes_back_as_it_was() {
    List<String> texts =
        List.of(
            "",
            " leading and trailing ",
            "line\nbreak\r\nand\ttab",
            "emoji 😀👩‍👩‍👧 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "é composed, e\u0301 decomposed",
            "right to left \u202e and عربى",
            "quotes ' \" ` \\ and {\"json\": [1, null]} and $1 ? :x %s",
            "x".repeat(300_000));

    for (int i = 0; i < texts.size(); i++) {
      save("n" + i, saying(texts.get(i)));
    }

    for (int i = 0; i < texts.size(); i++) {
      assertThat(find("n" + i).value().text()).isEqualTo(texts.get(i));
    }
  }

  // ABUSE 3, 4, 14
  @Test
  void ids_that_look_alike_are_different_documents() {
    List<String> ids =
        List.of(
            "a",
            "A",
            "a b",
            "a  b",
            "%",
            "_",
            "'; DROP TABLE x;--",
            "\\",
            "\"$1?:x`",
            "a/b",
            "x".repeat(DocumentWrite.ID_LENGTH_MAX),
            "x".repeat(DocumentWrite.ID_LENGTH_MAX - 1));

    ids.forEach(id -> save(id, saying("note of " + id)));

    ids.forEach(id -> assertThat(find(id).value()).isEqualTo(saying("note of " + id)));
    assertThat(documents().listSmall(TYPE)).hasSize(ids.size());
  }

  private void save(String id, Note note) {
    commitWrites(CALL, DocumentWrite.create(TYPE, id, note));
  }

  private void save(String id, DocumentType<Note> type) {
    commitWrites(CALL, DocumentWrite.create(type, id, saying(id)));
  }

  private void change(String id, String text) {
    commitWrites(CALL, DocumentWrite.update(TYPE, find(id), saying(text)));
  }

  private Stored<Note> find(String id) {
    return documents().find(TYPE, id).orElseThrow();
  }

  private Page<Stored<Note>> list(CallContext call, DocumentType<Note> type, PageRequest page) {
    return documents(call).list(type, page);
  }

  private static void isConflict(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> {
              assertThat(e.code()).isEqualTo(StorageException.CONFLICT);
              assertThat(e.isRetryable()).isTrue();
            });
  }
}
