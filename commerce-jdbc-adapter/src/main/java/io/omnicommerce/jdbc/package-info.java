/**
 * Storage in the host's own database: H2, PostgreSQL or MariaDB, by plain JDBC.
 *
 * <p>{@link io.omnicommerce.jdbc.JdbcSchema} makes the tables. {@link
 * io.omnicommerce.jdbc.JdbcStorage#over} brings transactions of its own, {@link
 * io.omnicommerce.jdbc.JdbcStorage#joining} works inside the host's.
 *
 * <p>Nothing here relies on an isolation level, on {@code SELECT … FOR UPDATE} or on a sequence
 * without gaps. What is bounded is changed by one conditional update whose count is checked; what
 * is versioned, by a compare-and-set. Every statement names its tenant, and every text of a
 * statement is one of a finite catalogue: no caller's text is ever part of it.
 */
@NullMarked
package io.omnicommerce.jdbc;

import org.jspecify.annotations.NullMarked;
