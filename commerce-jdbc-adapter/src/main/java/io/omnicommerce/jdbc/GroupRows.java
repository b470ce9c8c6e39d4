package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.Confirm;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The groups that a decision steps on. Each row is written first, which locks it; only then its
 * lines are read. Without that, two partial posts would read the same open lines.
 */
final class GroupRows {

  private static final String LOCK =
      "UPDATE ledger_batch SET steps = steps + 1 WHERE tenant_id = ? AND id = ?";
  private static final String UNLOCK =
      "UPDATE ledger_batch SET steps = steps - 1 WHERE tenant_id = ? AND id = ?";
  private static final String LINES =
      "SELECT batch_id, line, from_account, to_account, unit, amount, open_amount FROM ledger_hold%w"
          + " WHERE tenant_id = ? AND %s ORDER BY batch_id, line";
  private static final String SET_STATE =
      "UPDATE ledger_batch SET state = ?, expires_at = ?, posted_any = ?"
          + " WHERE tenant_id = ? AND id = ?";
  private static final String SET_OPEN =
      "UPDATE ledger_hold SET open_amount = ?"
          + " WHERE tenant_id = ? AND batch_id = ? AND line = ? AND open_amount = ?";

  private final Scope scope;
  private final Netting netting;
  private final List<GroupState> states = new ArrayList<>();
  private final List<GroupState.Row> before = new ArrayList<>();
  private OptionalLong extendedTo = OptionalLong.empty();

  /** A line of a group, and what is open of it before and after. */
  private record OpenChange(String group, int line, long before, long after) {

    OpenChange reversed() {
      return new OpenChange(group, line, /* before= */ after, /* after= */ before);
    }
  }

  GroupRows(Scope scope, Netting netting) {
    this.scope = scope;
    this.netting = netting;
  }

  OptionalLong extendedTo() {
    return extendedTo;
  }

  /** What was posted, by group, in the order of the groups' ids. */
  Map<String, List<GroupState.Part>> posted() {
    Map<String, List<GroupState.Part>> posted = new LinkedHashMap<>();
    for (GroupState state : states) {
      posted.put(state.row().id(), state.posted());
    }
    return posted;
  }

  /** What these moves gave back because it was due, by account. */
  Map<String, Long> freed() {
    Map<String, Long> freed = new LinkedHashMap<>();
    for (GroupState state : states) {
      if (hasExpired(state.row().id())) {
        for (HoldLine line : state.lines()) {
          freed.merge(line.from().toString(), line.open(), Long::sum);
        }
      }
    }
    return freed;
  }

  /** Whether these moves have ended a group for being due. */
  boolean hasExpired(String id) {
    return before.stream().anyMatch(row -> row.id().equals(id) && row.state() == HoldState.HELD)
        && states.stream()
            .map(GroupState::row)
            .anyMatch(row -> row.id().equals(id) && row.state() == HoldState.EXPIRED);
  }

  /**
   * Takes the steps, and expires what is due among other groups, all in the order of their ids.
   *
   * @return a result if a step cannot be taken
   */
  Optional<CommitResult> move(Steps steps, Collection<String> due) throws SQLException {
    if (steps.onGroups().isEmpty() && due.isEmpty()) {
      return Optional.empty();
    }
    if (due.isEmpty() && steps.onGroups().size() == 1 && isConfirm(steps) && confirm(steps)) {
      return Optional.empty();
    }
    return moveAll(steps, due);
  }

  private static boolean isConfirm(Steps steps) {
    return steps.onGroups().get(0) instanceof Confirm;
  }

  /** The one step that needs no lines: a compare-and-set on the group's own row. */
  private boolean confirm(Steps steps) throws SQLException {
    String id = steps.groups().get(0);
    String sql =
        "UPDATE ledger_batch SET state = 'CONFIRMED', steps = steps + 1"
            + " WHERE tenant_id = ? AND id = ? AND state = 'HELD'"
            + " AND (expires_at IS NULL OR expires_at > "
            + scope.link().nowSql()
            + ")";
    boolean confirmed = scope.link().update(sql, p -> p.text(scope.tenant()).text(id).now()) == 1;
    if (confirmed) {
      scope.undo().add(() -> unconfirm(id));
    }
    return confirmed;
  }

  private void unconfirm(String id) throws SQLException {
    scope
        .link()
        .update(
            "UPDATE ledger_batch SET state = 'HELD', steps = steps - 1"
                + " WHERE tenant_id = ? AND id = ?",
            p -> p.text(scope.tenant()).text(id));
  }

  private Optional<CommitResult> moveAll(Steps steps, Collection<String> due) throws SQLException {
    List<String> ids = new ArrayList<>(new TreeSet<>(steps.groups()));
    due.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    ids.sort(null);
    Set<String> found = lock(ids);
    Optional<CommitResult> refusal = take(steps, due, read(found));
    if (refusal.isEmpty()) {
      save();
    }
    return refusal;
  }

  private Optional<CommitResult> take(
      Steps steps, Collection<String> due, Map<String, GroupState> groups) {
    groups.forEach(
        (id, group) -> {
          if (due.contains(id)) {
            group.expireIfDue();
          }
        });
    for (LedgerStep step : steps.onGroups()) {
      GroupState group = groups.get(idOf(step));
      if (group == null) {
        return Optional.of(new NotHeld(BatchId.of(idOf(step)), Optional.empty()));
      }
      Optional<CommitResult> refusal = group.take(step);
      if (refusal.isPresent()) {
        return refusal;
      }
      if (step instanceof LedgerStep.Extend) {
        extendedTo = end(group.row());
      }
    }
    states.addAll(groups.values());
    return Optional.empty();
  }

  /** Those that there are. */
  private Set<String> lock(List<String> ids) throws SQLException {
    int[] counts = scope.link().batch(LOCK, ids, (p, id) -> p.text(scope.tenant()).text(id));
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        found.add(ids.get(i));
      }
    }
    List<String> locked = List.copyOf(found);
    scope
        .undo()
        .add(() -> scope.link().batch(UNLOCK, locked, (p, id) -> p.text(scope.tenant()).text(id)));
    return found;
  }

  private Map<String, GroupState> read(Set<String> ids) throws SQLException {
    Map<String, List<HoldLine>> lines = lines(scope, ids, scope.current());
    String sql =
        "SELECT id, state, expires_at, posted_any, "
            + scope.link().nowSql()
            + " FROM ledger_batch%w WHERE tenant_id = ? AND %s ORDER BY id";
    Map<String, GroupState> groups = new LinkedHashMap<>();
    for (GroupState.Row row :
        scope.listOf(sql, "id", p -> p.now().text(scope.tenant()), ids, GroupRows::row)) {
      before.add(row);
      groups.put(row.id(), new GroupState(row, lines.getOrDefault(row.id(), List.of()), netting));
    }
    return groups;
  }

  /** All lines of groups, by group. */
  static Map<String, List<HoldLine>> lines(Scope scope, Collection<String> ids)
      throws SQLException {
    return lines(scope, ids, "");
  }

  private static Map<String, List<HoldLine>> lines(
      Scope scope, Collection<String> ids, String current) throws SQLException {
    Map<String, List<HoldLine>> lines = new LinkedHashMap<>();
    scope.listOf(
        LINES + current,
        "batch_id",
        p -> p.text(scope.tenant()),
        ids,
        row -> lines.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(line(row)));
    return lines;
  }

  private void save() throws SQLException {
    scope.undo().add(() -> saveStates(before));
    saveStates(states.stream().map(GroupState::row).toList());
    List<OpenChange> changes = openChanges();
    int[] counts = scope.link().batch(SET_OPEN, changes, this::bindOpen);
    scope.undo().add(() -> reopen(changes));
    for (int count : counts) {
      if (count != 1) {
        // Read above READ COMMITTED, from a snapshot that is older than the lock.
        throw StorageException.conflict("hold");
      }
    }
  }

  private void reopen(List<OpenChange> changes) throws SQLException {
    List<OpenChange> back = changes.stream().map(OpenChange::reversed).toList();
    scope.link().batch(SET_OPEN, back, this::bindOpen);
  }

  private void bindOpen(Params p, OpenChange change) throws SQLException {
    p.number(change.after()).text(scope.tenant()).text(change.group());
    p.number(change.line()).number(change.before());
  }

  private List<OpenChange> openChanges() {
    List<OpenChange> changes = new ArrayList<>();
    for (GroupState state : states) {
      for (int i = 0; i < state.lines().size(); i++) {
        HoldLine line = state.lines().get(i);
        if (line.open() != state.open(i)) {
          changes.add(new OpenChange(state.row().id(), line.line(), line.open(), state.open(i)));
        }
      }
    }
    return changes;
  }

  private void saveStates(List<GroupState.Row> rows) throws SQLException {
    scope
        .link()
        .batch(
            SET_STATE,
            rows,
            (p, row) ->
                p.text(row.state().name())
                    .number(end(row))
                    .flag(row.postedAny())
                    .text(scope.tenant())
                    .text(row.id()));
  }

  private static String idOf(LedgerStep step) {
    return step.batch().orElseThrow().value();
  }

  static OptionalLong end(GroupState.Row row) {
    return row.expiresAt() == GroupState.NEVER
        ? OptionalLong.empty()
        : OptionalLong.of(row.expiresAt());
  }

  static GroupState.Row row(ResultSet row) throws SQLException {
    long end = row.getLong(3);
    long expiresAt = row.wasNull() ? GroupState.NEVER : end;
    return new GroupState.Row(
        row.getString(1),
        HoldState.valueOf(row.getString(2)),
        expiresAt,
        row.getInt(4) == 1,
        row.getLong(5));
  }

  private static HoldLine line(ResultSet row) throws SQLException {
    return new HoldLine(
        row.getInt(2),
        AccountId.parse(row.getString(3)),
        AccountId.parse(row.getString(4)),
        row.getString(5),
        row.getLong(6),
        row.getLong(7));
  }
}
