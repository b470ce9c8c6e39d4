/**
 * The three ports that a storage adapter implements, and the roof under which services work.
 *
 * <p>A service opens one {@linkplain io.omnicommerce.storage.Session session}, reads what it needs,
 * lets a pure rule decide, and commits one {@linkplain io.omnicommerce.storage.Decision decision}:
 * documents with their versions, ledger steps and events, written once, in one canonical order, in
 * one transaction. It never reads after it wrote. So the library cannot deadlock with itself, and a
 * rule can run again after a conflict.
 *
 * <p>There are two kinds of state, and only two. {@linkplain io.omnicommerce.storage.Documents
 * Documents} are loaded whole and saved with a compare-and-set on their version. {@linkplain
 * io.omnicommerce.storage.Ledger Accounts} are counted by conditional updates. Neither relies on an
 * isolation level.
 *
 * <p>Hosts choose a storage and hand it to the engine; they do not call these types otherwise.
 * Whoever writes an adapter runs the contract kit ({@code commerce-api}, classifier {@code
 * contract}) against it.
 */
@NullMarked
package io.omnicommerce.storage;

import org.jspecify.annotations.NullMarked;
