package io.evenkeel.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The tables of the scheduler, {@code qrtz_…}: the script in Quartz's own jar, but for its DROPs
 * and its COMMIT. Another script than the one that was read here is refused: a newer Quartz that
 * wants other tables gets a migration of its own.
 */
final class SchedulerTables implements JavaMigration {
  static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
  private static final String SHA_256 =
      "60d22e05e00203702f18f835916c75270aeb6828e7051bb81dd87ebd7bf6a943";

  /** The tables are made by who migrates, and worked with by the bot's role. */
  private static final String RIGHTS =
      """
      do $$
      declare
        of_quartz record;
      begin
        for of_quartz in select tablename from pg_tables
            where schemaname = current_schema() and tablename like 'qrtz\\_%' loop
          execute format('grant select, insert, update, delete on %I to evenkeel_app', of_quartz.tablename);
        end loop;
      end $$\
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("013");
  }

  @Override
  public String getDescription() {
    return "scheduler tables";
  }

  /** Of the script, so that a database tells when it was made from another one. */
  @Override
  public Integer getChecksum() {
    return (int) Long.parseLong(SHA_256.substring(0, 8), 16);
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws IOException, SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute(creating(script()));
      statement.execute(RIGHTS);
    }
  }

  /** What the script makes, without what it takes away first and without its end. */
  static String creating(byte[] script) {
    String found = sha256(script);
    if (!found.equals(SHA_256)) {
      throw new IllegalStateException(
          "Quartz's jar brings other tables than this version of Evenkeel was made for: "
              + SCRIPT
              + " has the SHA-256 "
              + found
              + ". Run the libraries that Evenkeel was released with.");
    }
    return new String(script, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> {
          String word = line.strip().toUpperCase(Locale.ROOT);
          return !word.startsWith("DROP ") && !word.startsWith("COMMIT") && !word.startsWith("--");
        })
        .collect(Collectors.joining("\n"));
  }

  static byte[] script() throws IOException {
    try (InputStream script = SchedulerTables.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException("Quartz is not on the class path: " + SCRIPT);
      }
      return script.readAllBytes();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
