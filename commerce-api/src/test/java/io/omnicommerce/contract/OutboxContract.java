package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Outbox;
import io.omnicommerce.storage.OutboxRecord;
import io.omnicommerce.storage.StorageException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events are committed with what they tell, and wait until they are published. L87, L88. */
public abstract class OutboxContract extends StorageContract {

  @Test
  void an_event_is_appended_with_its_call_and_time() {
    CommitResult result = tell(CALL, NoteTold.of(NoteTold.WRITTEN, "n1", 1, "hello 😀\n'\""));

    EventEnvelope told = events(result).get(0);
    assertThat(told)
        .isEqualTo(
            new EventEnvelope(
                told.id(),
                CALL.tenant(),
                NoteTold.aggregate("n1"),
                Version.of(1),
                clock.instant(),
                CALL.actor().label(),
                CALL.channel(),
                new NoteTold(NoteTold.WRITTEN, "hello 😀\n'\"")));
  }

  @Test
  void what_was_appended_waits_to_be_published() {
    EventEnvelope told = events(tell(CALL, NoteTold.of(NoteTold.WRITTEN, "n1", 1, "hello"))).get(0);

    assertThat(outbox().unpublished(10))
        .containsExactly(
            new OutboxRecord(
                told.id(),
                CALL.tenant(),
                NoteTold.aggregate("n1"),
                Version.of(1),
                NoteTold.WRITTEN,
                clock.instant(),
                CALL.actor().label(),
                CALL.channel().value(),
                "note.written\nhello"));
  }

  @Test
  void a_decision_may_tell_several_events_in_their_order() {
    List<EventEnvelope> told =
        events(
            tell(
                CALL,
                NoteTold.written("n1", 1),
                NoteTold.of(NoteTold.READ, "n1", 1, "read"),
                NoteTold.written("n2", 1)));

    assertThat(told)
        .extracting(e -> e.aggregate().id() + " " + e.event().type())
        .containsExactly("n1 note.written", "n1 note.read", "n2 note.written");
    assertThat(told).extracting(EventEnvelope::id).doesNotHaveDuplicates();
    assertThat(outbox().unpublished(10))
        .extracting(OutboxRecord::id)
        .containsExactlyInAnyOrderElementsOf(told.stream().map(EventEnvelope::id).toList());
  }

  @Test
  void nothing_is_told_of_a_decision_that_was_refused() {
    CommitResult result =
        commit(
            Decision.builder()
                .step(hold("h", take(stock("NONE"), 1)))
                .event(NoteTold.written("n1", 1))
                .build());

    assertThat(result).isInstanceOf(CommitResult.Refused.class);
    assertThat(outbox().unpublished(10)).isEmpty();
    tell(CALL, NoteTold.written("n1", 1));
  }

  @Test
  void nothing_is_told_of_a_repeat() {
    receive(stock("MUG"), 1);
    Decision decision =
        Decision.builder()
            .step(hold("h", take(stock("MUG"), 1)))
            .event(NoteTold.written("n1", 1))
            .build();
    commit(decision);

    CommitResult repeat = commit(decision);

    assertThat(repeat).isInstanceOf(CommitResult.AlreadyApplied.class);
    assertThat(outbox().unpublished(10)).hasSize(1);
  }

  @Test
  void nothing_is_told_by_work_that_throws() {
    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    CALL,
                    session -> {
                      throw new IllegalStateException("the host's own trouble");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the host's own trouble");

    assertThat(outbox().unpublished(10)).isEmpty();
  }

  @Test
  void an_aggregate_has_one_event_of_a_type_in_a_version() {
    tell(CALL, NoteTold.written("n1", 1));

    assertThatThrownBy(
            () ->
                commit(
                    Decision.builder()
                        .save(DocumentWrite.create(Note.TYPE, "n1", Note.saying("x")))
                        .event(NoteTold.written("n1", 1))
                        .build()))
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.code()).isEqualTo(StorageException.CONFLICT));

    assertThat(outbox().unpublished(10)).hasSize(1);
    assertThat(documents().find(Note.TYPE, "n1")).isEmpty();
    tell(CALL, NoteTold.written("n1", 2));
    tell(CALL, NoteTold.of(NoteTold.READ, "n1", 1, "x"));
    tell(OTHER_CALL, NoteTold.written("n1", 1));
  }

  @Test
  void what_is_marked_is_not_handed_out_again() {
    tell(CALL, NoteTold.written("n1", 1));
    tell(OTHER_CALL, NoteTold.written("n1", 1));
    tell(CALL, NoteTold.written("n2", 1));
    List<String> ids = outbox().unpublished(10).stream().map(OutboxRecord::id).toList();

    outbox().markPublished(List.of(ids.get(0), ids.get(2)));
    outbox().markPublished(List.of(ids.get(0), "unknown"));
    outbox().markPublished(List.of());

    assertThat(outbox().unpublished(10)).extracting(OutboxRecord::id).containsExactly(ids.get(1));
  }

  @Test
  void of_an_aggregate_the_older_versions_come_first_whatever_the_limit() {
    tell(CALL, NoteTold.written("n1", 2));
    tell(CALL, NoteTold.written("n2", 1));
    tell(CALL, NoteTold.written("n1", 3));
    tell(CALL, NoteTold.written("n1", 1));

    for (int limit = 1; limit <= 4; limit++) {
      List<OutboxRecord> some = outbox().unpublished(limit);
      assertThat(some).hasSize(limit);
      assertThat(versionsOf("n1", some))
          .isEqualTo(List.of(1L, 2L, 3L).subList(0, versionsOf("n1", some).size()));
    }
  }

  @Test
  void what_is_published_can_be_pruned_and_nothing_else() {
    for (int i = 1; i <= 5; i++) {
      tell(CALL, NoteTold.written("n" + i, 1));
    }
    List<String> ids = outbox().unpublished(10).stream().map(OutboxRecord::id).toList();
    outbox().markPublished(ids.subList(0, 3));

    List<Integer> pruned = List.of(outbox().prune(2), outbox().prune(2), outbox().prune(2));

    assertThat(pruned).containsExactly(2, 1, 0);
    assertThat(outbox().unpublished(10)).hasSize(2);
  }

  private CommitResult tell(CallContext call, NewEvent... events) {
    CommitResult result = commit(call, new Decision(List.of(), List.of(), List.of(events)));
    assertThat(result).isInstanceOf(Applied.class);
    return result;
  }

  private static List<EventEnvelope> events(CommitResult result) {
    return ((Applied) result).events();
  }

  private static List<Long> versionsOf(String note, List<OutboxRecord> records) {
    return records.stream()
        .filter(record -> record.aggregate().id().equals(note))
        .map(record -> record.version().value())
        .toList();
  }

  private Outbox outbox() {
    return storage.maintenance().outbox();
  }
}
