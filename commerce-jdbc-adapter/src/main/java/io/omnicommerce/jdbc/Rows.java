package io.omnicommerce.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** The words of one statement's call: how it is bound, how a row is read. */
final class Rows {

  private Rows() {}

  /** Binds parameters. */
  @FunctionalInterface
  interface Bind {
    void to(Params params) throws SQLException;
  }

  /** Binds the parameters of one item of a batch. */
  @FunctionalInterface
  interface BindItem<T> {
    void to(Params params, T item) throws SQLException;
  }

  /** Reads what the columns of rows are. */
  @FunctionalInterface
  interface Describe<R> {
    R of(ResultSetMetaData row) throws SQLException;
  }

  /** Reads a row. */
  @FunctionalInterface
  interface Read<R> {
    R from(ResultSet row) throws SQLException;
  }
}
