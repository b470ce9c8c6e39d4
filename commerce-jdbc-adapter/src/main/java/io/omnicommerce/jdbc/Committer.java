package io.omnicommerce.jdbc;

import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import java.sql.SQLException;

/** How a decision becomes part of the database, in a transaction of our own or of the host. */
@FunctionalInterface
interface Committer {

  CommitResult commit(JdbcSession session, Decision decision) throws SQLException;
}
