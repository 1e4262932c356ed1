package io.evenkeel.persistence;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is written out, for what every command and every look says. The library that the
 * rest is written with spends more on such a statement than Postgres does; ADR 7 tells why. Values
 * are bound in the order of the question marks.
 */
public final class Written {
  private final Transaction tx;
  private final String sql;
  private final List<Bound> values = new ArrayList<>();

  @FunctionalInterface
  private interface Bound {
    void bind(PreparedStatement statement, int place) throws SQLException;
  }

  /** Makes something of the row that the cursor stands on, and does not move it. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  public Written(Transaction tx, String sql) {
    this.tx = tx;
    this.sql = sql;
  }

  public Written text(@Nullable String value) {
    return bound((statement, place) -> statement.setString(place, value));
  }

  /** Null for none. */
  public Written number(@Nullable Integer value) {
    return bound((statement, place) -> statement.setObject(place, value, Types.INTEGER));
  }

  /** In microseconds, to be multiplied by {@code interval '1 microsecond'}. */
  public Written micros(Duration value) {
    return bound((statement, place) -> statement.setLong(place, value.toNanos() / 1000));
  }

  public Written truth(boolean value) {
    return bound((statement, place) -> statement.setBoolean(place, value));
  }

  /**
   * Cut to microseconds: Postgres would round what is finer, and hashes would not verify. Null for
   * none.
   */
  public Written time(@Nullable Instant value) {
    var at = value == null ? null : value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return bound(
        (statement, place) -> statement.setObject(place, at, Types.TIMESTAMP_WITH_TIMEZONE));
  }

  public Written bytes(byte @Nullable [] value) {
    return bound((statement, place) -> statement.setBytes(place, value));
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
    return with(PreparedStatement::executeUpdate);
  }

  /** Runs it and returns the yes or no that its one row tells; fails as {@link #run} does. */
  public boolean tells() {
    return with(statement -> {
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    });
  }

  /** Runs it and returns its rows in their order; fails as {@link #run} does. */
  public <T> List<T> rows(Row<T> row) {
    return with(statement -> {
      try (ResultSet rows = statement.executeQuery()) {
        var all = new ArrayList<T>();
        while (rows.next()) {
          all.add(row.read(rows));
        }
        return all;
      }
    });
  }

  private <T> T with(Use<T> use) {
    try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
      int place = 1;
      for (Bound value : values) {
        value.bind(statement, place++);
      }
      return use.of(statement);
    } catch (SQLException e) {
      throw new DataAccessException("SQL [" + sql + "]; " + e.getMessage(), e);
    }
  }

  private Written array(String type, List<?> value) {
    return bound((statement, place) -> {
      Array array = tx.connection().createArrayOf(type, value.toArray());
      statement.setArray(place, array);
    });
  }

  private Written bound(Bound value) {
    values.add(value);
    return this;
  }
}
