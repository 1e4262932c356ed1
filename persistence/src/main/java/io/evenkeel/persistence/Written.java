package io.evenkeel.persistence;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes something and is written out, for what every command says. The library
 * that the rest is written with spends more on such a statement than Postgres does; ADR 7 tells
 * why. Values are bound in the order of the question marks.
 */
public final class Written {
  private final Transaction tx;
  private final String sql;
  private final List<Bound> values = new ArrayList<>();

  @FunctionalInterface
  private interface Bound {
    void bind(PreparedStatement statement, int place) throws SQLException;
  }

  public Written(Transaction tx, String sql) {
    this.tx = tx;
    this.sql = sql;
  }

  public Written text(@Nullable String value) {
    return with((statement, place) -> statement.setString(place, value));
  }

  /** Null for none. */
  public Written number(@Nullable Integer value) {
    return with((statement, place) -> statement.setObject(place, value, Types.INTEGER));
  }

  public Written truth(boolean value) {
    return with((statement, place) -> statement.setBoolean(place, value));
  }

  /**
   * Cut to microseconds: Postgres would round what is finer, and hashes would not verify. Null for
   * none.
   */
  public Written time(@Nullable Instant value) {
    var at = value == null ? null : value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return with(
        (statement, place) -> statement.setObject(place, at, Types.TIMESTAMP_WITH_TIMEZONE));
  }

  public Written bytes(byte @Nullable [] value) {
    return with((statement, place) -> statement.setBytes(place, value));
  }

  /** Nulls may be among them. */
  public Written texts(List<? extends @Nullable String> value) {
    return array("text", value);
  }

  /** Nulls may be among them. */
  public Written numbers(List<? extends @Nullable Integer> value) {
    return array("integer", value);
  }

  /**
   * Runs it and returns how many rows it touched.
   *
   * @throws RuntimeException as all other statements of a transaction do when Postgres fails
   */
  public int run() {
    try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
      int place = 1;
      for (Bound value : values) {
        value.bind(statement, place++);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DataAccessException("SQL [" + sql + "]; " + e.getMessage(), e);
    }
  }

  private Written array(String type, List<?> value) {
    return with((statement, place) -> {
      Array array = tx.connection().createArrayOf(type, value.toArray());
      statement.setArray(place, array);
    });
  }

  private Written with(Bound value) {
    values.add(value);
    return this;
  }
}
