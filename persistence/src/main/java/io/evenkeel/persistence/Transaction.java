package io.evenkeel.persistence;

import java.sql.Connection;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * One READ COMMITTED transaction. Stores are made from it and live no longer than it; whoever
 * opened it commits it, never the stores.
 */
public final class Transaction {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  /** Bound values are what people typed: they are never logged. */
  private static final Settings SETTINGS =
      new Settings()
          .withExecuteLogging(false)
          .withRenderSchema(false)
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED);

  /** Made once: what the library has learned about types is kept in it. */
  private static final Configuration CONFIGURATION =
      new DefaultConfiguration().set(SQLDialect.POSTGRES).set(SETTINGS);

  private final Connection connection;
  private final DSLContext sql;

  Transaction(Connection connection) {
    this.connection = connection;
    sql = CONFIGURATION.derive(new DefaultConnectionProvider(connection)).dsl();
  }

  /** For the stores of this module. Not to be committed, rolled back or closed. */
  public Connection connection() {
    return connection;
  }

  /**
   * The same connection as the library that this module writes SQL with; like {@link
   * java.sql.Wrapper}, so that no type of that library stands in a signature.
   *
   * @throws ClassCastException for any other type than that library's context
   */
  public <T> T unwrap(Class<T> type) {
    return type.cast(sql);
  }
}
