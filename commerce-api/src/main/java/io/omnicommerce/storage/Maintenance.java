package io.omnicommerce.storage;

import java.util.List;

/**
 * Work across tenants, with transactions of its own and a closed list of statements. Safe to run on
 * several machines at once.
 */
public interface Maintenance {

  /**
   * Expires held groups that are due, oldest first, each in a transaction of its own.
   *
   * @param limit how many at most
   * @return how many were expired by this call
   */
  int expireDue(int limit);

  /** The events that wait to be relayed. */
  Outbox outbox();

  /**
   * Looks for drift in the ledger and between documents and what is derived from them. Nothing
   * found means all hold: A what is held equals the open lines, B what is posted equals the
   * journal, C no open line in an ended group, D no account below its floor unless breached.
   *
   * @param types the document types whose lookup keys and projections are compared as well
   */
  List<AuditFinding> audit(List<DocumentType<?>> types);

  /**
   * Replaces the journal entries of each account that are older than an instant by one
   * carry-forward entry.
   *
   * @return how many entries went
   */
  int archiveEntries(java.time.Instant before);
}
