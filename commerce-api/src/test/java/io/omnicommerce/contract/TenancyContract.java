package io.omnicommerce.contract;

import static io.omnicommerce.contract.Note.TYPE;
import static io.omnicommerce.contract.Note.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Version;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two tenants with the same ids never see or touch each other. L90, ABUSE 12, 14. */
public abstract class TenancyContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");

  @Test
  void what_one_tenant_has_another_does_not_find() {
    fill(CALL, "mine");

    assertThat(seen(OTHER_CALL)).isEqualTo(List.of(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(seen(CALL)).doesNotContain(0);
    assertThat(seen(callOf("ACME"))).containsOnly(0);
  }

  @Test
  void what_one_tenant_has_another_cannot_change() {
    fill(CALL, "mine");

    assertThat(commit(OTHER_CALL, decision(confirm("h"))))
        .isEqualTo(new NotHeld(BatchId.of("h"), Optional.empty()));
    assertThat(commit(OTHER_CALL, decision(release("h"))))
        .isEqualTo(new NotHeld(BatchId.of("h"), Optional.empty()));
    assertThat(commit(OTHER_CALL, decision(hold("x", take(MUG, 1)))).isApplied()).isFalse();
    assertThatThrownBy(
            () ->
                commitWrites(
                    OTHER_CALL, new DocumentWrite<>(TYPE, "a", Version.of(1), saying("theirs"))))
        .isInstanceOf(StorageException.class);
    assertThat(balance(MUG).held()).isEqualTo(2);
    assertThat(documents().find(TYPE, "a"))
        .hasValueSatisfying(note -> assertThat(note.value().text()).isEqualTo("mine"));
  }

  @Test
  void the_same_ids_are_other_things_in_another_tenant() {
    fill(CALL, "mine");
    fill(OTHER_CALL, "theirs");

    commit(OTHER_CALL, decision(release("h")));
    commitWrites(OTHER_CALL, new DocumentWrite<>(TYPE, "a", Version.of(1), saying("changed")));

    assertThat(balance(MUG).held()).isEqualTo(2);
    assertThat(textOf(CALL)).isEqualTo("mine");
    assertThat(textOf(OTHER_CALL)).isEqualTo("changed");
  }

  @Test
  void what_one_tenant_holds_too_long_frees_nothing_of_another() {
    fill(CALL, "mine");
    fill(OTHER_CALL, "theirs");
    clock.advance(LIFE);
    commit(OTHER_CALL, decision(hold("buyer", take(MUG, 5))));

    assertThat(group("h").state().isEnded()).isFalse();
    assertThat(balance(MUG).held()).isEqualTo(2);
  }

  @Test
  void the_number_of_a_tenants_units_is_its_own() {
    fill(CALL, "mine");
    commit(OTHER_CALL, decision(post("in", leg(RECEIVED, MUG, 100))));

    CommitResult result = commit(CALL, decision(hold("x", take(MUG, 4))));

    assertThat(result).isEqualTo(new CommitResult.Refused(List.of(new Shortfall(MUG, 4, 3))));
  }

  private void fill(CallContext call, String text) {
    Decision decision =
        Decision.builder()
            .save(DocumentWrite.create(TYPE, "a", saying(text).withCodes("C-1").withTags("red")))
            .step(post("in", leg(RECEIVED, MUG, 5)))
            .event(NoteTold.written("a", 1))
            .build();
    assertThat(commit(call, decision).isApplied()).isTrue();
    assertThat(commit(call, decision(hold("h", take(MUG, 2)))).isApplied()).isTrue();
  }

  /** How much a tenant finds by each kind of question. */
  private List<Integer> seen(CallContext call) {
    PageRequest page = PageRequest.first(10);
    return storage.inTransaction(
        call,
        session ->
            List.of(
                session.documents().find(TYPE, "a").stream().toList().size(),
                session.documents().findAll(TYPE, List.of("a")).size(),
                session.documents().findByUnique(TYPE, Note.CODE, "C-1").stream().toList().size(),
                session.documents().findBy(TYPE, Note.TAG, "red", page).items().size(),
                session.documents().list(TYPE, page).items().size(),
                session.ledger().balances(List.of(MUG)).size(),
                session.ledger().batch(BatchId.of("h")).stream().toList().size(),
                session.ledger().entries(MUG, page).items().size()));
  }

  private String textOf(CallContext call) {
    Optional<Stored<Note>> found = documents(call).find(TYPE, "a");
    return found.orElseThrow().value().text();
  }
}
