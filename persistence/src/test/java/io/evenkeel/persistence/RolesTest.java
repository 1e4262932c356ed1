package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.incident.Story;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot's login may do, and what it may not, whoever has taken it over. */
final class RolesTest {
  private static TestDatabase test;

  @BeforeAll
  static void aLoginThatIsTheBotsRoleAndNothingElse() {
    test = TestDatabase.fresh();
    test.asSuperuser(
        "do $$ begin if not exists (select from pg_roles where rolname = 'evenkeel_bot') then"
            + " create role evenkeel_bot login in role evenkeel_app; end if; end $$");
    Story.declared(test.database(), "API down", Visibility.PUBLIC);
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (a int)",
        "create schema s",
        "create function f() returns int language sql as 'select 1'",
        "alter table incident add column c int",
        "drop table incident",
        "create index on incident (title)",
        "alter table timeline_entry disable trigger all",
        "drop trigger timeline_entry_append_only on timeline_entry",
        "create role r",
        "alter role evenkeel_bot superuser",
        "update timeline_entry set text = null, salt = null",
        "set evenkeel.erasing = 'on'; update timeline_entry set text = null, salt = null",
        "delete from timeline_entry",
        "truncate timeline_entry",
        "update audit set detail = ''",
        "delete from audit",
        "truncate audit",
        "update postmortem_revision set text = ''",
        "delete from postmortem_revision",
        "truncate postmortem_revision",
        "truncate incident cascade",
        "insert into flyway_schema_history (installed_rank) values (99)",
        "delete from flyway_schema_history",
        "set role postgres",
        "set session authorization postgres",
        "set session_replication_role = replica",
        "copy incident to program 'cat'",
        "select pg_read_file('/etc/passwd')",
        "select rolpassword from pg_authid"
      })
  void whatWouldRewriteThePastOrReachBeyondIsRefused(String statement) {
    assertThatThrownBy(() -> asBot(statement))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isIn("42501", "28000", "42809"));
  }

  @Test
  void itsOwnWorkIsAllowed() {
    assertThatCode(() ->
            asBot(
                "update incident set title = title; insert into audit select 1, now(), 'a', 'b',"
                    + " 'c', 'd', '\\x00' where false; delete from inbox where false"))
        .doesNotThrowAnyException();
  }

  @Test
  void itsOwnRoleIsNoSuperuserAndCannotLogIn() throws SQLException {
    try (Connection bot = bot();
        var rows =
            bot.createStatement()
                .executeQuery(
                    "select rolsuper or rolcreaterole or rolcreatedb or rolreplication or"
                        + " rolbypassrls or rolcanlogin from pg_roles where rolname ="
                        + " 'evenkeel_app'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getBoolean(1)).isFalse();
    }
  }

  private static void asBot(String sql) throws SQLException {
    try (Connection bot = bot();
        var statement = bot.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection bot() throws SQLException {
    return DriverManager.getConnection(test.settings().url(), "evenkeel_bot", "");
  }
}
