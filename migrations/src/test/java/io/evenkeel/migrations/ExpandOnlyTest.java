package io.evenkeel.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While an upgrade rolls, the older version works on the newer tables: a migration adds, and what
 * is to go is taken away by a later release, with a line that says why nobody misses it:
 *
 * <pre>-- survives: not read since V012</pre>
 */
final class ExpandOnlyTest {
  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  /** Those before it came while nobody ran two versions. */
  private static final int FIRST = 18;

  private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");
  private static final String WHY = "-- survives:";

  private static final Pattern BREAKS =
      Pattern.compile(
          "\\bdrop\\s+(table|column|function|view|type|schema)\\b|\\brename\\b"
              + "|\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b"
              + "|\\bset\\s+not\\s+null\\b"
              + "|\\badd\\s+(column\\s+)?(?!constraint)\\w+(?:(?!default|,|;).)*\\bnot\\s+null\\b(?!(?:(?!,|;).)*\\bdefault\\b)"
              + "|\\badd\\s+(constraint\\s+\\w+\\s+)?(check|unique|foreign\\s+key|exclude)\\b"
              + "|\\bcreate\\s+unique\\s+index\\b(?=.*\\bon\\s+(\\w+))|\\btruncate\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern CREATED =
      Pattern.compile("\\bcreate\\s+table\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

  @Test
  void theOlderVersionWorksOnWhatEachNewMigrationLeaves() throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Matcher name = NUMBER.matcher(file.getFileName().toString());
        if (name.matches() && Integer.parseInt(name.group(1)) >= FIRST) {
          assertThat(breaking(Files.readString(file))).as(file.getFileName().toString()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table person drop column name;",
        "drop table person;",
        "alter table person rename column name to called;",
        "alter table person alter column name type integer;",
        "alter table person alter name set not null;",
        "alter table person add column age integer not null;",
        "alter table person add constraint adult check (age > 17);",
        "create unique index one_name on person (name);",
      })
  void whatAnOlderVersionTripsOverIsFound(String sql) {
    assertThat(breaking(sql)).isNotEmpty();
    assertThat(breaking("-- survives: not read since V012\n" + sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table person add column age integer;",
        "alter table person add column age integer not null default 0;",
        "create table toy (id text primary key, owner text not null);",
        "create table toy (id text); create unique index one_toy on toy (id);",
        "create index by_name on person (name);",
        "drop index by_name;",
        "insert into person values ('drop table');",
      })
  void whatOnlyAddsIsFine(String sql) {
    assertThat(breaking(sql)).isEmpty();
  }

  /** The statements that take something away, or ask more of a row, without a word of why. */
  private static List<String> breaking(String sql) {
    var created = new ArrayList<String>();
    var found = new ArrayList<String>();
    for (String statement : sql.split(";\\s*(\n|$| )")) {
      String bare = statement.replaceAll("--[^\n]*", "").replaceAll("'[^']*'", "''");
      Matcher table = CREATED.matcher(bare);
      if (table.find()) {
        created.add(table.group(1));
      }
      Matcher breaks = BREAKS.matcher(bare);
      boolean onNew = created.stream().anyMatch(name -> bare.matches("(?s).*\\b" + name + "\\b.*"));
      if (breaks.find() && !onNew && !statement.contains(WHY)) {
        found.add(bare.strip());
      }
    }
    return found;
  }
}
