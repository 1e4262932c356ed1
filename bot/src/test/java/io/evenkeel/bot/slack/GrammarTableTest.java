package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.slack.GrammarCell.Situation;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every verb in every situation: what is answered is kept in {@code golden/grammar.md}, to be read
 * as a whole. {@code -Dgolden=write} keeps the new one.
 */
final class GrammarTableTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/grammar.md");

  private final Database database = Database.open(TestPostgres.migrated());
  private final Bench bench = new Bench(database);
  private int cells;

  GrammarTableTest() {
    bench.desk = new Desk(database, SeverityScale.STANDARD, () -> {})::handle;
  }

  @AfterEach
  void close() {
    bench.close();
    database.close();
  }

  @Test
  void everyAnswerIsAsItWasReadLast() throws IOException {
    String table = table();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, table);
    }
    assertThat(table.lines())
        .containsExactlyElementsOf(Files.readAllLines(GOLDEN, StandardCharsets.UTF_8));
  }

  @Test
  void whoMayNotSeeItReadsWhatTheyWouldReadIfItDidNotExist() {
    for (Verb verb : Verb.values()) {
      assertThat(cell().answer(verb, Situation.PRIVATE_AS_OUTSIDER))
          .as(verb.word())
          .isEqualTo(cell().answerAboutNothing(verb));
    }
  }

  private String table() {
    var table = new StringBuilder("# Every verb in every situation\n");
    for (Verb verb : Verb.values()) {
      table.append("\n## /incident ").append(verb.example()).append('\n');
      for (Situation situation : Situation.values()) {
        String answer = cell().answer(verb, situation);
        assertThat(answer)
            .as("%s %s", verb, situation)
            .isNotBlank()
            .doesNotContain("Exception", "null", "may be recorded");
        table
            .append("\n**")
            .append(situation.words)
            .append("**\n\n    ")
            .append(answer.replace("\n", "\n    "))
            .append('\n');
      }
    }
    return table.toString();
  }

  private GrammarCell cell() {
    return new GrammarCell(database, bench, 100_000 + cells++);
  }
}
