package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * What the contracts have in common: a fresh storage for each test, a clock that the test moves, a
 * few words for short tests, and the audits, which must find nothing after any of them.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class StorageContract {

  protected static final String EACH = "each";
  protected static final Duration LIFE = Duration.ofMinutes(15);
  protected static final Optional<Duration> FOR_EVER = Optional.empty();
  protected static final AccountId RECEIVED = AccountId.contra("@received");
  protected static final AccountId SHIPPED = AccountId.contra("@shipped");
  protected static final CallContext CALL = callOf("acme");
  protected static final CallContext OTHER_CALL = callOf("other");

  protected final MutableClock clock =
      MutableClock.startingAt(Instant.parse("2026-03-01T09:00:00Z"));

  protected Storage storage;

  private int received;

  /** An empty storage that takes its time from this clock, also for the life of holds. */
  protected abstract Storage storage(InstantSource clock);

  @BeforeEach
  final void open() {
    storage = storage(clock);
  }

  /** L37 and L89, after every test. */
  @AfterEach
  final void audits_find_nothing() {
    assertThat(storage.maintenance().audit(documentTypes())).isEmpty();
  }

  /** The document types whose keys and projections are audited after each test. */
  protected List<DocumentType<?>> documentTypes() {
    return List.of(Note.TYPE, Note.OTHER_TYPE);
  }

  protected static CallContext callOf(String tenant) {
    return CallContext.of(TenantId.of(tenant), ChannelId.of("web"), Actor.system("contract"));
  }

  protected static AccountId stock(String sku) {
    return AccountId.of("stock", sku, "LON");
  }

  protected static Leg leg(AccountId from, AccountId to, long amount) {
    return Leg.of(from, to, amount, EACH);
  }

  protected static Leg take(AccountId from, long amount) {
    return leg(from, SHIPPED, amount);
  }

  protected static Batch batch(String id, Leg... legs) {
    return Batch.of(BatchId.of(id), legs);
  }

  protected static LedgerStep post(String id, Leg... legs) {
    return new LedgerStep.Post(batch(id, legs));
  }

  protected static LedgerStep hold(String id, Leg... legs) {
    return new LedgerStep.Hold(batch(id, legs), Optional.of(LIFE));
  }

  protected static LedgerStep confirm(String id) {
    return new LedgerStep.Confirm(BatchId.of(id));
  }

  protected static LedgerStep release(String id) {
    return new LedgerStep.Release(BatchId.of(id));
  }

  protected static LedgerStep postAll(String id) {
    return new LedgerStep.PostAll(BatchId.of(id));
  }

  protected static LedgerStep postLine(String id, int line, long amount) {
    return new LedgerStep.PostLine(BatchId.of(id), line, amount);
  }

  protected static LedgerStep releaseLine(String id, int line, long amount) {
    return new LedgerStep.ReleaseLine(BatchId.of(id), line, amount);
  }

  protected static LedgerStep floor(AccountId account, long floorAt) {
    return new LedgerStep.SetFloor(account, EACH, floorAt);
  }

  protected static Decision decision(LedgerStep... steps) {
    return new Decision(List.of(), List.of(steps), List.of());
  }

  protected final CommitResult commit(LedgerStep... steps) {
    return commit(decision(steps));
  }

  protected final CommitResult commit(Decision decision) {
    return commit(CALL, decision);
  }

  protected final CommitResult commit(CallContext call, Decision decision) {
    return storage.inTransaction(call, session -> session.commit(decision));
  }

  /** A decision of documents only. */
  protected static Decision writing(DocumentWrite<?>... writes) {
    return new Decision(List.of(writes), List.of(), List.of());
  }

  /** Saves documents, which must apply. */
  protected final void commitWrites(CallContext call, DocumentWrite<?>... writes) {
    assertThat(commit(call, writing(writes))).isInstanceOf(CommitResult.Applied.class);
  }

  /** Commits what must apply for a test to make sense. */
  protected final void applied(LedgerStep... steps) {
    assertThat(commit(steps)).isInstanceOf(CommitResult.Applied.class);
  }

  protected final void receive(AccountId account, long amount) {
    received++;
    applied(post("receive-" + received, leg(RECEIVED, account, amount)));
  }

  protected final Documents documents() {
    return documents(CALL);
  }

  protected final Documents documents(CallContext call) {
    return new Questions(storage, call);
  }

  protected final Ledger ledger() {
    return ledger(CALL);
  }

  protected final Ledger ledger(CallContext call) {
    return new Questions(storage, call);
  }

  /** The balance of an account, with zeros for one that does not exist. */
  protected final Balance balance(AccountId account) {
    Map<AccountId, Balance> found = ledger().balances(List.of(account));
    return found.getOrDefault(account, Balance.none(account, EACH));
  }

  protected final HoldGroup group(String id) {
    return ledger().batch(BatchId.of(id)).orElseThrow();
  }

  protected final HoldState stateOf(String id) {
    return group(id).state();
  }
}
