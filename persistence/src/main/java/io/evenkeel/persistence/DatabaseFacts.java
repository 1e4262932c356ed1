package io.evenkeel.persistence;

import io.evenkeel.migrations.Migrations;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.DSLContext;

/**
 * What a database says about itself and about us.
 *
 * @param version of the server
 * @param clock the server's
 * @param schema the newest migration that is applied; 0 without any, -1 where we may not see it
 * @param wanted the newest migration that this program knows
 * @param login as whom we connected
 * @param role as whom statements run
 * @param writesIncidents whether that role may write incidents
 * @param rewritesTimeline whether it may change what was recorded
 */
public record DatabaseFacts(
    String version,
    Instant clock,
    int schema,
    int wanted,
    String login,
    String role,
    boolean writesIncidents,
    boolean rewritesTimeline) {

  static DatabaseFacts of(Transaction tx) {
    DSLContext sql = tx.unwrap(DSLContext.class);
    boolean any = is(sql, "select to_regclass('flyway_schema_history') is not null");
    boolean seen = any && is(sql, "select has_table_privilege('flyway_schema_history', 'SELECT')");
    int schema =
        seen
            ? Objects.requireNonNull(
                sql.fetchSingle(
                        "select coalesce(max(version::int), 0) from flyway_schema_history"
                            + " where success and version ~ '^[0-9]+$'")
                    .get(0, Integer.class))
            : any ? -1 : 0;
    boolean tables = is(sql, "select to_regclass('timeline_entry') is not null");
    return new DatabaseFacts(
        text(sql, "select current_setting('server_version')"),
        Objects.requireNonNull(
                sql.fetchSingle("select clock_timestamp()").get(0, OffsetDateTime.class))
            .toInstant(),
        schema,
        Migrations.VERSION,
        text(sql, "select session_user::text"),
        text(sql, "select current_user::text"),
        tables && is(sql, "select has_table_privilege('incident', 'INSERT')"),
        tables && is(sql, "select has_table_privilege('timeline_entry', 'UPDATE')"));
  }

  private static boolean is(DSLContext sql, String question) {
    return Boolean.TRUE.equals(sql.fetchSingle(question).get(0, Boolean.class));
  }

  private static String text(DSLContext sql, String question) {
    return Objects.requireNonNull(sql.fetchSingle(question).get(0, String.class));
  }
}
