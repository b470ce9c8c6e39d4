package io.omnicommerce.contract;

import static io.omnicommerce.contract.Note.CODE;
import static io.omnicommerce.contract.Note.TAG;
import static io.omnicommerce.contract.Note.TYPE;
import static io.omnicommerce.contract.Note.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By what documents are found, and of what there can be one. L33, L48, L61. */
public abstract class DocumentKeysContract extends StorageContract {

  private static final Note BLANK = saying("x");

  @Test
  void a_document_is_found_by_each_value_of_its_unique_keys() {
    save("a", BLANK.withCodes("C-1", "C-2"));
    save("b", BLANK.withCodes("C-3"));

    assertThat(idByCode("C-1")).contains("a");
    assertThat(idByCode("C-2")).contains("a");
    assertThat(idByCode("C-3")).contains("b");
    assertThat(idByCode("C-4")).isEmpty();
  }

  @Test
  void a_change_of_the_document_changes_by_what_it_is_found() {
    save("a", BLANK.withCodes("C-1", "C-2").withTags("red", "big"));

    change("a", BLANK.withCodes("C-2", "C-3").withTags("blue", "big"));

    assertThat(idByCode("C-1")).isEmpty();
    assertThat(idByCode("C-2")).contains("a");
    assertThat(idByCode("C-3")).contains("a");
    assertThat(idsByTag("red")).isEmpty();
    assertThat(idsByTag("blue")).containsExactly("a");
    assertThat(idsByTag("big")).containsExactly("a");
  }

  @Test
  void a_value_of_a_unique_key_belongs_to_one_document() {
    save("a", BLANK.withCodes("C-1"));
    save("b", BLANK.withCodes("C-2"));

    assertThatThrownBy(() -> save("c", BLANK.withCodes("C-0", "C-1")))
        .satisfies(DocumentKeysContract::isTaken);
    assertThatThrownBy(() -> change("b", BLANK.withCodes("C-1")))
        .satisfies(DocumentKeysContract::isTaken);

    assertThat(documents().find(TYPE, "c")).isEmpty();
    assertThat(idByCode("C-0")).isEmpty();
    assertThat(idByCode("C-1")).contains("a");
    assertThat(idByCode("C-2")).contains("b");
  }

  @Test
  void two_new_documents_of_one_decision_cannot_share_it_either() {
    assertThatThrownBy(
            () ->
                commitWrites(
                    CALL,
                    DocumentWrite.create(TYPE, "a", BLANK.withCodes("C-1")),
                    DocumentWrite.create(TYPE, "b", BLANK.withCodes("C-1"))))
        .satisfies(DocumentKeysContract::isTaken);

    assertThat(idByCode("C-1")).isEmpty();
  }

  @Test
  void a_taken_key_takes_the_whole_decision_with_it() {
    save("a", BLANK.withCodes("C-1"));
    receive(stock("MUG"), 1);
    Decision decision =
        Decision.builder()
            .save(DocumentWrite.create(TYPE, "b", BLANK.withCodes("C-1").withTags("red")))
            .step(post("p", take(stock("MUG"), 1)))
            .event(NoteTold.written("b", 1))
            .build();

    assertThatThrownBy(() -> commit(decision)).satisfies(DocumentKeysContract::isTaken);

    assertThat(balance(stock("MUG")).posted()).isEqualTo(1);
    assertThat(idsByTag("red")).isEmpty();
    assertThat(storage.maintenance().outbox().unpublished(10)).isEmpty();
  }

  @Test
  void the_message_does_not_tell_the_value() {
    save("a", BLANK.withCodes("ada@example.org"));

    assertThatThrownBy(() -> save("b", BLANK.withCodes("ada@example.org")))
        .message()
        .doesNotContain("ada@example.org");
  }

  @Test
  void a_value_that_was_given_up_can_be_taken() {
    save("a", BLANK.withCodes("C-1"));
    change("a", BLANK);

    save("b", BLANK.withCodes("C-1"));

    assertThat(idByCode("C-1")).contains("b");
  }

  @Test
  void two_documents_can_swap_their_values_in_one_decision() {
    save("a", BLANK.withCodes("C-1"));
    save("b", BLANK.withCodes("C-2"));

    commitWrites(
        CALL,
        DocumentWrite.update(TYPE, find("a"), BLANK.withCodes("C-2")),
        DocumentWrite.update(TYPE, find("b"), BLANK.withCodes("C-1")));

    assertThat(idByCode("C-1")).contains("b");
    assertThat(idByCode("C-2")).contains("a");
  }

  @Test
  void a_value_named_twice_counts_once() {
    save("a", BLANK.withCodes("C-1", "C-1").withTags("red", "red"));

    assertThat(idByCode("C-1")).contains("a");
    assertThat(idsByTag("red")).containsExactly("a");
  }

  // L33: values are compared exactly; whoever derives them brings them into their canonical form
  @Test
  void values_that_look_alike_are_different() {
    List<String> values =
        List.of("a", "A", "a ", " a", "á", "a\u0301", "ａ", "ß", "ss", "İ", "i", "😀", "%", "_", "");

    for (int i = 0; i < values.size(); i++) {
      save("n" + i, BLANK.withCodes(values.get(i)).withTags(values.get(i)));
    }

    for (int i = 0; i < values.size(); i++) {
      assertThat(idByCode(values.get(i))).contains("n" + i);
      assertThat(idsByTag(values.get(i))).containsExactly("n" + i);
    }
  }

  @Test
  void a_value_has_a_longest_length() {
    String longest = "é".repeat(LookupKey.VALUE_LENGTH_MAX);
    save("a", BLANK.withCodes(longest));

    assertThatThrownBy(() -> save("b", BLANK.withTags(longest + "x")))
        .isInstanceOf(InvalidInputException.class);

    assertThat(idByCode(longest)).contains("a");
    assertThat(documents().find(TYPE, "b")).isEmpty();
  }

  @Test
  void types_and_tenants_have_values_of_their_own() {
    Note note = BLANK.withCodes("C-1").withTags("red");
    save("a", note);

    commitWrites(CALL, DocumentWrite.create(Note.OTHER_TYPE, "b", note));
    commitWrites(OTHER_CALL, DocumentWrite.create(TYPE, "c", note));

    assertThat(idByCode("C-1")).contains("a");
    assertThat(idsByTag("red")).containsExactly("a");
    assertThat(documents(OTHER_CALL).findByUnique(TYPE, CODE, "C-1").map(Stored::id)).contains("c");
  }

  @Test
  void documents_with_a_shared_value_come_in_pages_in_the_order_of_ids() {
    IntStream.rangeClosed(1, 7)
        .map(i -> 8 - i)
        .forEach(i -> save("n" + i, BLANK.withTags(i % 2 == 0 ? "even" : "odd", "all")));
    save("z", BLANK.withTags("al", "all2", "ALL"));

    List<List<String>> pages = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(3));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<Stored<Note>> page = byTag(CALL, "all", request);
      pages.add(page.items().stream().map(Stored::id).toList());
      next = page.next().map(request::next);
    }

    assertThat(pages)
        .containsExactly(List.of("n1", "n2", "n3"), List.of("n4", "n5", "n6"), List.of("n7"));
    assertThat(idsByTag("even")).containsExactly("n2", "n4", "n6");
  }

  // ABUSE 89
  @Test
  void a_cursor_is_only_good_for_its_own_question() {
    save("a", BLANK.withTags("red", "blue"));
    save("b", BLANK.withTags("red", "blue"));
    PageRequest first = PageRequest.first(1);
    String cursor = byTag(CALL, "red", first).next().orElseThrow();

    assertThatThrownBy(() -> byTag(CALL, "blue", first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> byTag(OTHER_CALL, "red", first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> documents().list(TYPE, first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_key_that_the_type_does_not_have_is_a_mistake() {
    assertThatThrownBy(() -> documents().findByUnique(TYPE, "nick", "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> documents().findByUnique(TYPE, TAG, "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void save(String id, Note note) {
    commitWrites(CALL, DocumentWrite.create(TYPE, id, note));
  }

  private void change(String id, Note note) {
    commitWrites(CALL, DocumentWrite.update(TYPE, find(id), note));
  }

  private Stored<Note> find(String id) {
    return documents().find(TYPE, id).orElseThrow();
  }

  private Optional<String> idByCode(String value) {
    return documents().findByUnique(TYPE, CODE, value).map(Stored::id);
  }

  private List<String> idsByTag(String value) {
    return byTag(CALL, value, PageRequest.first(100)).items().stream().map(Stored::id).toList();
  }

  private Page<Stored<Note>> byTag(CallContext call, String value, PageRequest page) {
    return documents(call).findBy(TYPE, TAG, value, page);
  }

  private static void isTaken(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> {
              assertThat(e.code()).isEqualTo(StorageException.KEY_TAKEN);
              assertThat(e.isRetryable()).isFalse();
            });
  }
}
