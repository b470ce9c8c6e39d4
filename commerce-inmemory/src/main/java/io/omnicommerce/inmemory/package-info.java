/**
 * Storage in memory: for tests, for simulations, for a shop that fits in one process and may
 * forget.
 *
 * <p>Transactions are real: they run one after the other under one lock, a decision is written
 * whole or taken back whole, and everything that the contract kit asks of a database holds here as
 * well. What it cannot show is a conflict in the middle of a transaction, since there are never
 * two.
 */
@NullMarked
package io.omnicommerce.inmemory;

import org.jspecify.annotations.NullMarked;
