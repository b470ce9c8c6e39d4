package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A session is one transaction: read, decide, commit once. */
public abstract class SessionContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");

  @Test
  void the_clock_is_read_once() {
    List<Instant> readings =
        storage.inTransaction(
            CALL,
            session -> {
              Instant first = session.now();
              clock.advance(Duration.ofMinutes(1));
              return List.of(first, session.now());
            });

    Instant later = storage.inTransaction(CALL, Session::now);

    assertThat(readings.get(1)).isEqualTo(readings.get(0));
    assertThat(later).isEqualTo(clock.instant());
  }

  @Test
  void a_session_knows_whom_it_serves() {
    CallContext mine = storage.inTransaction(CALL, Session::context);
    CallContext theirs = storage.inTransaction(OTHER_CALL, Session::context);

    assertThat(mine).isEqualTo(CALL);
    assertThat(theirs).isEqualTo(OTHER_CALL);
  }

  @Test
  void the_answer_of_the_work_is_the_answer_of_the_call() {
    String answer = storage.inTransaction(CALL, session -> "forty-two");

    assertThat(answer).isEqualTo("forty-two");
  }

  @Test
  void an_empty_decision_applies() {
    assertThat(commit(Decision.builder().build()).isApplied()).isTrue();
  }

  @Test
  void work_that_throws_before_its_commit_leaves_nothing() {
    receive(MUG, 1);

    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    CALL,
                    session -> {
                      session.ledger().balances(List.of(MUG));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(balance(MUG).posted()).isEqualTo(1);
  }

  @Test
  void what_was_committed_stays_when_the_work_throws_afterwards() {
    receive(MUG, 1);

    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    CALL,
                    session -> {
                      session.commit(decision(hold("a", take(MUG, 1))));
                      throw new IllegalStateException("too late");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(balance(MUG).held()).isEqualTo(1);
  }

  @Test
  void after_the_commit_nothing_can_be_read_or_committed() {
    receive(MUG, 1);

    storage.inTransaction(
        CALL,
        session -> {
          Documents documents = session.documents();
          Ledger ledger = session.ledger();
          CommitResult result = session.commit(decision(hold("a", take(MUG, 1))));
          assertThat(result.isApplied()).isTrue();
          isEnded(() -> documents.find(Note.TYPE, "a"));
          isEnded(() -> documents.findAll(Note.TYPE, List.of("a")));
          isEnded(() -> documents.findByUnique(Note.TYPE, Note.CODE, "a"));
          isEnded(() -> documents.findBy(Note.TYPE, Note.TAG, "a", PageRequest.first(1)));
          isEnded(() -> documents.list(Note.TYPE, PageRequest.first(1)));
          isEnded(() -> ledger.balances(List.of(MUG)));
          isEnded(() -> ledger.balancesWithoutDue(List.of(MUG)));
          isEnded(() -> ledger.balancesOf("stock", "MUG"));
          isEnded(() -> ledger.confirmed(List.of(MUG)));
          isEnded(() -> ledger.batch(BatchId.of("a")));
          isEnded(() -> ledger.entries(MUG, PageRequest.first(1)));
          isEnded(() -> ledger.entriesBackwards(MUG, PageRequest.first(1)));
          isEnded(() -> session.documents().find(Note.TYPE, "a"));
          isEnded(() -> session.ledger().batch(BatchId.of("a")));
          isEnded(() -> session.commit(decision(release("a"))));
          return result;
        });

    assertThat(balance(MUG).held()).isEqualTo(1);
  }

  @Test
  void after_a_refusal_the_session_has_ended_as_well() {
    storage.inTransaction(
        CALL,
        session -> {
          CommitResult refused = session.commit(decision(hold("a", take(MUG, 1))));
          isEnded(() -> session.commit(decision(hold("a", take(MUG, 1)))));
          return refused;
        });
  }

  @Test
  void after_its_work_a_session_has_ended() {
    List<Session> kept = new ArrayList<>();
    storage.inTransaction(CALL, kept::add);

    isEnded(() -> kept.get(0).documents().find(Note.TYPE, "a"));
    isEnded(() -> kept.get(0).ledger().batch(BatchId.of("a")));
    isEnded(() -> kept.get(0).commit(Decision.builder().build()));
  }

  @Test
  void a_transaction_inside_a_transaction_is_refused_and_the_outer_one_goes_on() {
    receive(MUG, 1);

    CommitResult outer =
        storage.inTransaction(
            CALL,
            session -> {
              assertThatThrownBy(() -> storage.inTransaction(CALL, Session::now))
                  .isInstanceOfSatisfying(
                      StorageException.class,
                      e -> assertThat(e.code()).isEqualTo(StorageException.NESTED));
              return session.commit(decision(hold("a", take(MUG, 1))));
            });

    assertThat(outer.isApplied()).isTrue();
    assertThat(balance(MUG).held()).isEqualTo(1);
  }

  @Test
  void documents_steps_and_events_of_a_decision_are_there_together() {
    receive(MUG, 1);
    Decision whole =
        Decision.builder()
            .save(DocumentWrite.create(Note.TYPE, "a", Note.saying("x").withCodes("C-1")))
            .step(hold("a", take(MUG, 1)))
            .event(NoteTold.written("a", 1))
            .build();

    assertThat(commit(whole).isApplied()).isTrue();

    assertThat(documents().findByUnique(Note.TYPE, Note.CODE, "C-1")).isPresent();
    assertThat(balance(MUG).held()).isEqualTo(1);
    assertThat(storage.maintenance().outbox().unpublished(10)).hasSize(1);
  }

  @Test
  void a_decision_that_is_refused_by_the_ledger_saves_no_document() {
    Decision tooMuch =
        Decision.builder()
            .save(DocumentWrite.create(Note.TYPE, "a", Note.saying("x").withCodes("C-1")))
            .step(hold("a", take(MUG, 1)))
            .build();

    assertThat(commit(tooMuch).isApplied()).isFalse();

    assertThat(documents().find(Note.TYPE, "a")).isEmpty();
    assertThat(documents().findByUnique(Note.TYPE, Note.CODE, "C-1")).isEmpty();
  }

  private static void isEnded(ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> assertThat(e.code()).isEqualTo(StorageException.SESSION_ENDED));
  }
}
