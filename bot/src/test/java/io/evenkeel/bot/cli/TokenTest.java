package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenTest extends Terminal {
  private static final DatabaseSettings SHARED = withPeople();

  @Test
  void aTokenIsShownOnceAndOnlyItsHashIsKept() {
    DatabaseSettings database = withPeople();

    assertThat(run(database, "token", "create", "ci", "--scope", "read,write", "--for", "alice"))
        .isZero();

    assertThat(out()).matches("evk_[A-Za-z0-9_-]{43}_[0-9a-f]{8}\n");
    assertThat(err())
        .isEqualTo(
            "The token \"ci\" reads public incidents and rotas; says commands and edits"
                + " postmortems, for the person it belongs to. It belongs to alice. It ends on"
                + " 2027-02-19 and is shown this once: put it where your secrets are kept.\n");
    assertThat(TestPostgres.texts(database, "select t::text from api_token t"))
        .hasSize(1)
        .noneMatch(row -> row.contains(out().strip()));
    assertThat(
            TestPostgres.texts(
                database, "select action || ' ' || subject || ': ' || detail from audit"))
        .containsExactly(
            "create-token token ci: scopes read write, for alice (U0ALICE), until"
                + " 2027-02-19T12:00:00Z");
  }

  @Test
  void tokensAreListedAndRevoked() {
    DatabaseSettings database = withPeople();
    run(database, "token", "create", "ci", "--scope", "read", "--expires", "12h");
    out.reset();
    err.reset();

    assertThat(run(database, "token", "revoke", "ci")).isZero();
    assertThat(err()).isEqualTo("The token \"ci\" opens nothing any more.\n");
    assertThat(run(database, "token", "list")).isZero();

    assertThat(out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .containsExactly(
            "NAME STATE SCOPES FOR ENDS LAST USED (UTC)", "ci revoked read - 2026-11-22 never");
    assertThat(run(database, "token", "revoke", "ci")).isEqualTo(Cli.ERROR);
    assertThat(err()).contains("Nothing was revoked: no token \"ci\" is open.");
    assertThat(TestPostgres.texts(database, "select action from audit order by seq"))
        .containsExactly("create-token", "revoke-token");
    err.reset();
    assertThat(run(database, "token", "create", "ci", "--scope", "read")).isEqualTo(Cli.ERROR);
    assertThat(err()).startsWith("There was a token \"ci\" before, and timelines name it.");
  }

  @Test
  void somebodyIsSignedOutEverywhere() {
    DatabaseSettings database = withPeople();
    try (Database open = Database.open(database)) {
      var visits = new Visits(open);
      visits.begin(new PersonId("U0ALICE"), "192.0.2.1", Instant.parse("2026-11-21T11:00:00Z"));
      visits.begin(new PersonId("U0ALICE"), "192.0.2.2", Instant.parse("2026-11-21T11:00:00Z"));
      visits.begin(new PersonId("U0BOB"), "192.0.2.3", Instant.parse("2026-11-21T11:00:00Z"));
    }

    assertThat(run(database, "sign-out", "@alice")).isZero();

    assertThat(err()).startsWith("alice is signed out of 2 browsers. Tokens of theirs stay");
    assertThat(TestPostgres.texts(database, "select person from web_session"))
        .containsExactly("U0BOB");
    assertThat(run(database, "sign-out", "zed")).isEqualTo(Cli.ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ci --scope everything | \"everything\" is no scope. There are: read, write, as, private.",
        "ci --scope read --expires forever | \"forever\" is no time until it ends.",
        "ci --scope read --expires 400d | \"400d\" is no time until it ends.",
        "Operator --scope read | \"Operator\" is no name for a token.",
        "operator --scope read | \"operator\" is no name for a token.",
        "ci --scope as | The scope as says for whom it writes: add the scope write, too.",
        "ci --scope write | What is written is somebody's: say whose token it is with --for alice",
        "ci --scope write --for zed | I know nobody called \"zed\".",
        "ci | Missing required option: '--scope=SCOPE'",
      })
  void whatCannotBeMadeIsToldInOneSentence(String arguments, String words) {
    assertThat(run(SHARED, ("token create " + arguments).split(" ", -1))).isEqualTo(Cli.ERROR);

    assertThat(out()).isEmpty();
    assertThat(err()).startsWith(words);
  }

  private static DatabaseSettings withPeople() {
    DatabaseSettings settings = TestPostgres.migrated();
    try (Database database = Database.open(settings)) {
      SomePeople.known(database);
    }
    return settings;
  }
}
