package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep.Hold;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Claims the id of a new batch, before any bound is looked at. */
final class BatchRows {

  private static final String CONTENT =
      "SELECT content FROM ledger_batch WHERE tenant_id = ? AND id = ?";
  private static final String DELETE_LINES =
      "DELETE FROM ledger_hold WHERE tenant_id = ? AND batch_id = ?";
  private static final String DELETE = "DELETE FROM ledger_batch WHERE tenant_id = ? AND id = ?";

  private final Scope scope;
  private OptionalLong expiresAt = OptionalLong.empty();

  BatchRows(Scope scope) {
    this.scope = scope;
  }

  OptionalLong expiresAt() {
    return expiresAt;
  }

  /** Claims the batch that the steps make; a result if its id is known. */
  Optional<CommitResult> claim(Steps steps, Netting netting) throws SQLException {
    if (steps.post().isPresent()) {
      Batch batch = steps.post().get().content();
      netting.post(batch);
      return claimPost(batch);
    }
    if (steps.hold().isPresent()) {
      Hold hold = steps.hold().get();
      netting.hold(hold.content());
      return claimHold(hold);
    }
    return Optional.empty();
  }

  private Optional<CommitResult> claimPost(Batch batch) throws SQLException {
    Object[] row = {batch.id().value(), batch.content("post"), "POSTED", 0L, 0L};
    if (!scope.insertNew(Table.BATCH, List.<Object[]>of(row))) {
      return Optional.of(known(batch.id(), batch.content("post")));
    }
    if (scope.undo().isNeeded()) {
      scope.undo().add(() -> delete(batch.id(), DELETE));
    }
    return Optional.empty();
  }

  private Optional<CommitResult> claimHold(Hold hold) throws SQLException {
    BatchId id = hold.content().id();
    HoldRows rows = new HoldRows(hold.content(), hold.fingerprint(), millis(hold.life()));
    Optional<Claim> claim = scope.link().engine().hold(scope.link(), scope.tenant(), rows);
    if (claim.isEmpty()) {
      return Optional.of(known(id, rows.content()));
    }
    expiresAt = claim.get().expiresAt();
    scope.undo().add(() -> delete(id, DELETE));
    scope.undo().add(() -> delete(id, DELETE_LINES));
    return Optional.empty();
  }

  private CommitResult known(BatchId id, String content) throws SQLException {
    List<String> found =
        scope
            .link()
            .list(CONTENT, p -> p.text(scope.tenant()).text(id.value()), row -> row.getString(1));
    if (found.isEmpty()) {
      // It was claimed by somebody who took it back in the meantime.
      throw StorageException.conflict("batch " + id);
    }
    return found.get(0).equals(content) ? new AlreadyApplied(id) : new ContentDiffers(id);
  }

  private void delete(BatchId id, String sql) throws SQLException {
    scope.link().update(sql, p -> p.text(scope.tenant()).text(id.value()));
  }

  private static OptionalLong millis(Optional<Duration> life) {
    return life.isPresent() ? OptionalLong.of(life.get().toMillis()) : OptionalLong.empty();
  }
}
