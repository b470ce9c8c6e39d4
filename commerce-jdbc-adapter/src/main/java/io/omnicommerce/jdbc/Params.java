package io.omnicommerce.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.OptionalLong;

/** The parameters of a statement, bound from left to right. */
final class Params {

  private final PreparedStatement statement;
  private final StorageClock clock;
  private int index;

  Params(PreparedStatement statement, StorageClock clock) {
    this.statement = statement;
    this.clock = clock;
  }

  /** Begins anew, for the next statement of a batch. */
  Params first() {
    index = 0;
    return this;
  }

  Params text(String value) throws SQLException {
    statement.setString(++index, value);
    return this;
  }

  Params number(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  Params number(OptionalLong value) throws SQLException {
    if (value.isPresent()) {
      return number(value.getAsLong());
    }
    statement.setNull(++index, Types.BIGINT);
    return this;
  }

  Params flag(boolean value) throws SQLException {
    statement.setInt(++index, value ? 1 : 0);
    return this;
  }

  /** What the text's reading of the clock needs: nothing if it is the database's own. */
  Params now() throws SQLException {
    OptionalLong bound = clock.bound();
    return bound.isPresent() ? number(bound.getAsLong()) : this;
  }

  Params texts(Collection<String> values) throws SQLException {
    for (String value : values) {
      text(value);
    }
    return this;
  }

  Params array(String type, Object[] values) throws SQLException {
    statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
    return this;
  }

  /** A value of a projection's column; the engine knows how it is written. */
  Params object(Object value) throws SQLException {
    statement.setObject(++index, value);
    return this;
  }

  Params none(int sqlType) throws SQLException {
    statement.setNull(++index, sqlType);
    return this;
  }
}
