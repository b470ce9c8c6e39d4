package io.omnicommerce.contract;

import static io.omnicommerce.contract.Note.CODE;
import static io.omnicommerce.contract.Note.TYPE;
import static io.omnicommerce.contract.Note.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Version;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.OutboxRecord;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers, one document or one key. L47, L48, L87, L88. */
@Tag("race")
public abstract class DocumentRaceContract extends StorageContract {

  /** How many callers race. */
  protected int callers() {
    return 8;
  }

  /** How often each caller changes a document. */
  protected int changes() {
    return 6 * Race.scale();
  }

  // L47: no update is lost; L54, L87: as many events as changes, each version once
  @Test
  void every_change_of_a_document_counts_and_is_told_once() {
    commitWrites(CALL, DocumentWrite.create(TYPE, "n", saying("0")));

    Race.run(
        callers(),
        caller ->
            IntStream.range(0, changes()).mapToObj(i -> Race.retrying(this::increment)).toList());

    int total = callers() * changes();
    Stored<Note> end = documents().find(TYPE, "n").orElseThrow();
    assertThat(end.value().text()).isEqualTo(Integer.toString(total));
    assertThat(end.version()).isEqualTo(Version.of(total + 1L));
    assertThat(storage.maintenance().outbox().unpublished(10_000))
        .extracting(record -> record.version().value())
        .containsExactlyElementsOf(LongStream.rangeClosed(2, total + 1L).boxed().toList());
  }

  // L48: one cart, many checkouts, one order
  @Test
  void of_many_documents_with_one_unique_value_one_is_saved() {
    for (int round = 0; round < 5 * Race.scale(); round++) {
      String code = "cart-" + round;

      List<Boolean> saved = Race.run(callers(), i -> create(code + "-order-" + i, code));

      assertThat(saved).filteredOn(one -> one).hasSize(1);
      assertThat(documents().findByUnique(TYPE, CODE, code)).isPresent();
    }
    assertThat(documents().listSmall(TYPE)).hasSize(5 * Race.scale());
  }

  @Test
  void of_many_that_create_one_document_one_succeeds() {
    List<Boolean> created =
        Race.run(
            callers(),
            caller ->
                Race.retrying(
                    () ->
                        storage.inTransaction(
                            CALL, session -> createIfAbsent(session, "n", "by " + caller))));

    assertThat(created).filteredOn(one -> one).hasSize(1);
    assertThat(documents().find(TYPE, "n").orElseThrow().version()).isEqualTo(Version.of(1));
  }

  // Two documents that are changed together are never seen, or saved, one without the other.
  @Test
  void what_is_saved_together_stays_together() {
    commitWrites(
        CALL,
        DocumentWrite.create(TYPE, "a", saying("500")),
        DocumentWrite.create(TYPE, "b", saying("500")));

    Race.run(
        callers(),
        caller ->
            IntStream.range(0, changes())
                .mapToObj(i -> Race.retrying(() -> transfer(caller % 2 == 0)))
                .toList());

    assertThat(number("a") + number("b")).isEqualTo(1_000);
    assertThat(documents().find(TYPE, "a").orElseThrow().version())
        .isEqualTo(documents().find(TYPE, "b").orElseThrow().version());
  }

  // L88: what is committed late is not forgotten
  @Test
  void relays_that_work_at_the_same_time_miss_no_event() {
    int each = 10 * Race.scale();

    Race.run(
        callers(),
        caller ->
            IntStream.range(0, each)
                .mapToObj(i -> caller == 0 ? relay() : tell("n" + caller, i + 1))
                .toList());
    for (int left = callers() * each; left > 0 && relay() > 0; left--) {
      assertThat(left).isPositive();
    }

    int pruned = storage.maintenance().outbox().prune(100_000);
    assertThat(pruned).isEqualTo((callers() - 1) * each);
  }

  private CommitResult increment() {
    return storage.inTransaction(
        CALL,
        session -> {
          Stored<Note> read = session.documents().find(TYPE, "n").orElseThrow();
          String next = Integer.toString(Integer.parseInt(read.value().text()) + 1);
          return session.commit(
              Decision.builder()
                  .save(DocumentWrite.update(TYPE, read, saying(next)))
                  .event(NoteTold.written("n", read.version().next().value()))
                  .build());
        });
  }

  private boolean create(String id, String code) {
    try {
      return Race.retrying(
          () ->
              commit(writing(DocumentWrite.create(TYPE, id, saying("x").withCodes(code))))
                  .isApplied());
    } catch (StorageException taken) {
      assertThat(taken.code()).isEqualTo(StorageException.KEY_TAKEN);
      return false;
    }
  }

  private static boolean createIfAbsent(Session session, String id, String text) {
    return session.documents().find(TYPE, id).isEmpty()
        && session.commit(writing(DocumentWrite.create(TYPE, id, saying(text)))).isApplied();
  }

  private CommitResult transfer(boolean forth) {
    return storage.inTransaction(
        CALL,
        session -> {
          Stored<Note> a = session.documents().find(TYPE, forth ? "a" : "b").orElseThrow();
          Stored<Note> b = session.documents().find(TYPE, forth ? "b" : "a").orElseThrow();
          return session.commit(
              writing(
                  DocumentWrite.update(TYPE, a, saying(plus(a, -1))),
                  DocumentWrite.update(TYPE, b, saying(plus(b, 1)))));
        });
  }

  private static String plus(Stored<Note> note, int amount) {
    return Integer.toString(Integer.parseInt(note.value().text()) + amount);
  }

  private int number(String id) {
    return Integer.parseInt(documents().find(TYPE, id).orElseThrow().value().text());
  }

  private int tell(String note, long version) {
    Decision decision = Decision.builder().event(NoteTold.written(note, version)).build();
    assertThat(Race.retrying(() -> commit(decision)).isApplied()).isTrue();
    return 1;
  }

  private int relay() {
    List<OutboxRecord> records = storage.maintenance().outbox().unpublished(7);
    storage.maintenance().outbox().markPublished(records.stream().map(OutboxRecord::id).toList());
    return records.size();
  }
}
