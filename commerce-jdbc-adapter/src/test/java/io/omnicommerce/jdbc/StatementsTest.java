package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.PLATE;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.contract.Note;
import io.omnicommerce.contract.NoteTold;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.OutboxRecord;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every statement is written down while everything there is gets called with random arguments. L90,
 * L91
 */
@Tag("database")
class StatementsTest {

  private static final String NASTY = "x' OR '1'='1\"; DROP TABLE outbox; --";
  private static final Pattern TABLES =
      Pattern.compile(
          "\\b(?:FROM|JOIN|UPDATE|INTO)\\s+(ledger_\\w+|document\\w*|outbox|contract_note_item)\\b");

  private final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-01T09:00:00Z"));

  // L90
  @OnEachDatabase
  void every_statement_of_a_session_binds_the_tenant_for_every_table(TestDatabase database)
      throws SQLException {
    database.assumeChosen();
    Recorder recorder = new Recorder(database.emptied());
    JdbcStorage own = JdbcStorage.over(recorder.dataSource()).clock(clock);
    recorder.texts().clear();

    work(own, new Random(1), 150);
    work(coalesced(own), new Random(4), 50);
    joined(recorder, database, 2);

    assertThat(recorder.texts()).hasSizeGreaterThan(30);
    for (String text : recorder.texts()) {
      assertThat(bound(text)).as(text).isGreaterThanOrEqualTo(tables(text));
    }
  }

  // L91
  @OnEachDatabase
  void the_texts_are_finite_and_none_holds_a_callers_word(TestDatabase database)
      throws SQLException {
    database.assumeChosen();
    Recorder recorder = new Recorder(database.emptied());
    JdbcStorage own = JdbcStorage.over(recorder.dataSource()).clock(clock);
    work(own, new Random(1), 250);
    work(coalesced(own), new Random(1), 100);
    maintain(own);
    joined(recorder, database, 2);
    Set<String> before = new TreeSet<>(recorder.texts());

    work(own, new Random(3), 250);
    work(coalesced(own), new Random(3), 100);
    maintain(own);
    joined(recorder, database, 4);

    assertThat(recorder.texts()).hasSizeLessThan(140);
    // Lists come in a few sizes, so a rare one may be new; a word of the caller's would always be.
    Set<String> added = new TreeSet<>(recorder.texts());
    added.removeAll(before);
    assertThat(added).hasSizeLessThan(4);
    assertThat(recorder.texts())
        .noneMatch(text -> text.contains("MUG") || text.contains("DROP") || text.contains("acme"));
    assertThat(recorder.texts()).noneMatch(text -> text.contains("LIKE"));
  }

  @Test
  void on_a_new_postgresql_no_row_is_looked_for_among_all_that_a_tenant_has() throws SQLException {
    TestDatabase.POSTGRESQL.assumeChosen();
    try (HikariDataSource fresh = TestDatabase.POSTGRESQL.fresh()) {
      Recorder recorder = new Recorder(fresh);
      JdbcStorage own = JdbcStorage.over(recorder.dataSource()).clock(clock);
      recorder.texts().clear();
      work(own, new Random(1), 150);
      work(coalesced(own), new Random(4), 100);

      List<String> conditions = new ArrayList<>();
      try (Connection explaining = withoutBinding(fresh.getJdbcUrl())) {
        for (String text : recorder.texts()) {
          conditions.addAll(indexConditions(explaining, text));
        }
      }

      assertThat(conditions).hasSizeGreaterThan(15).allMatch(StatementsTest::isNarrow);
    }
  }

  /** A connection that sends texts as they are, numbered parameters included. */
  private static Connection withoutBinding(String url) throws SQLException {
    Properties simple = new Properties();
    simple.setProperty("user", "postgres");
    simple.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(url, simple);
  }

  /** How a plan that was made without statistics enters its indexes. */
  private static List<String> indexConditions(Connection connection, String text)
      throws SQLException {
    String numbered = text;
    for (int i = 1; numbered.contains("?"); i++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + i);
    }
    List<String> conditions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + numbered)) {
      while (plan.next()) {
        if (plan.getString(1).contains("Index Cond")) {
          conditions.add(plan.getString(1) + " of " + text);
        }
      }
    }
    return conditions;
  }

  /** Whether a condition names more than whose row it is, and of which type. */
  private static boolean isNarrow(String condition) {
    String entered = condition.substring(0, condition.indexOf(" of "));
    return Pattern.compile("\\b(id|batch_id|document_id|\\w+_account|item|key_value|expires_at)\\b")
        .matcher(entered)
        .find();
  }

  @OnEachDatabase
  void what_a_tenant_does_changes_nothing_of_another(TestDatabase database) throws SQLException {
    database.assumeChosen();
    Storage storage = JdbcStorage.over(database.emptied()).clock(clock);
    work(storage, new Random(1), 60);
    List<String> before = rowsOf(database, "acme");

    workAs(Shop.callOf("other"), storage, new Random(2), 120);

    assertThat(rowsOf(database, "acme")).isEqualTo(before);
    assertThat(rowsOf(database, "other")).hasSizeGreaterThan(20);
  }

  private static List<String> rowsOf(TestDatabase database, String tenant) throws SQLException {
    try (Connection connection = database.shared().getConnection()) {
      return Shop.rows(connection).stream()
          .filter(row -> row.contains(" | " + tenant + " | "))
          .toList();
    }
  }

  private void joined(Recorder recorder, TestDatabase database, long seed) throws SQLException {
    try (Connection host = database.shared().getConnection()) {
      Connection recorded = recorder.connection(host);
      Storage joining = JdbcStorage.joining(() -> recorded).clock(clock);
      try {
        work(joining, new Random(seed), 150);
      } finally {
        host.commit();
      }
    }
  }

  private static Storage coalesced(JdbcStorage own) {
    return own.with(Lanes.always());
  }

  private void work(Storage storage, Random random, int calls) {
    workAs(Shop.CALL, storage, random, calls);
  }

  private void workAs(CallContext call, Storage storage, Random random, int calls) {
    for (int i = 0; i < calls; i++) {
      clock.advance(Duration.ofSeconds(random.nextInt(40)));
      Decision decision = decision(call, storage, random);
      try {
        storage.inTransaction(call, session -> session.commit(decision));
      } catch (CommerceException refused) {
        assertThat(refused.code().value()).doesNotContain("unavailable");
      }
      storage.inTransaction(
          call,
          session -> {
            read(session.documents(), session.ledger(), random);
            return session.now();
          });
    }
  }

  private static Decision decision(CallContext call, Storage storage, Random random) {
    Decision.Builder builder = Decision.builder();
    String id = "d" + random.nextInt(12);
    Note note = note(random);
    if (random.nextBoolean()) {
      var type = random.nextBoolean() ? Note.TYPE : Note.PROJECTED_TYPE;
      Stored<Note> there =
          storage.inTransaction(call, s -> s.documents().find(type, id).orElse(null));
      builder.save(
          there == null
              ? DocumentWrite.create(type, id, note)
              : DocumentWrite.update(type, there, note));
      if (random.nextInt(4) == 0) {
        builder.event(NoteTold.of(NASTY, NASTY, random.nextInt(9) + 1, NASTY));
      }
    }
    String batch = "b" + random.nextInt(30);
    switch (random.nextInt(9)) {
      case 0 -> builder.step(receive("r" + random.nextInt(1000), sku(random), 20));
      case 1 -> builder.step(hold(batch, Duration.ofMinutes(5), legs(random)));
      case 2 -> builder.step(Shop.post(batch, legs(random)));
      case 3 -> builder.step(Shop.confirm(batch));
      case 4 -> builder.step(new LedgerStep.Release(BatchId.of(batch)));
      case 5 -> builder.step(new LedgerStep.PostAll(BatchId.of(batch)));
      case 6 -> builder.step(new LedgerStep.PostLine(BatchId.of(batch), 1, 1));
      case 7 -> builder.step(new LedgerStep.Extend(BatchId.of(batch), Duration.ofMinutes(9)));
      default -> builder.step(new LedgerStep.SetFloor(sku(random), "each", random.nextInt(5)));
    }
    return builder.build();
  }

  private static Leg[] legs(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(6))
        .mapToObj(i -> take(sku(random), 1 + random.nextInt(3)))
        .toArray(Leg[]::new);
  }

  private static AccountId sku(Random random) {
    return random.nextInt(10) == 0
        ? AccountId.of("stock", NASTY)
        : Shop.stock("MUG" + random.nextInt(6));
  }

  private static Note note(Random random) {
    Note note = Note.saying(NASTY).withTags(NASTY, "t" + random.nextInt(3));
    return note.withCodes(random.nextBoolean() ? "c" + random.nextInt(1000) : NASTY)
        .withItems(new Note.Item(NASTY, 1, true, null));
  }

  private static void read(Documents documents, Ledger ledger, Random random) {
    List<String> ids = IntStream.range(0, random.nextInt(300)).mapToObj(i -> NASTY + i).toList();
    List<AccountId> accounts = new ArrayList<>(List.of(MUG, PLATE));
    ids.forEach(id -> accounts.add(AccountId.of("stock", id)));
    documents.findAll(Note.TYPE, ids);
    documents.findByUnique(Note.TYPE, Note.CODE, NASTY);
    documents.findBy(Note.TYPE, Note.TAG, NASTY, PageRequest.first(5));
    documents.list(Note.TYPE, PageRequest.first(5));
    ledger.balancesWithoutDue(accounts);
    ledger.balancesOf(NASTY, NASTY);
    ledger.confirmed(accounts);
    ledger.batch(BatchId.of("b" + random.nextInt(30)));
    ledger.entries(MUG, PageRequest.first(5));
    ledger.entriesBackwards(MUG, PageRequest.first(5));
  }

  private void maintain(Storage storage) {
    clock.advance(Duration.ofMinutes(1));
    storage.maintenance().expireDue(100);
    List<OutboxRecord> told = storage.maintenance().outbox().unpublished(100);
    storage.maintenance().outbox().markPublished(told.stream().map(OutboxRecord::id).toList());
    storage.maintenance().outbox().prune(100);
    assertThat(storage.maintenance().audit(List.of(Note.TYPE, Note.PROJECTED_TYPE))).isEmpty();
    storage.maintenance().archiveEntries(clock.instant());
    assertThat(storage.maintenance().audit(List.of(Note.TYPE, Note.PROJECTED_TYPE))).isEmpty();
  }

  /** How many tables a text names. */
  private static int tables(String text) {
    Matcher matcher = TABLES.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /** How many of them it binds to the tenant: in a condition, or as a row's first column. */
  private static int bound(String text) {
    String flat = text.replaceAll("\\s+", " ");
    int count = 0;
    for (String binding :
        List.of(
            "tenant_id = \\?",
            "tenant_id = \\w+\\.tenant_id",
            "\\(tenant_id, [^)]*\\) (VALUES \\(\\?|SELECT \\?|SELECT b\\.tenant_id)")) {
      Matcher matcher = Pattern.compile(binding).matcher(flat);
      while (matcher.find()) {
        count++;
      }
    }
    return count;
  }
}
