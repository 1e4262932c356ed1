package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.access.WantedToken;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.incident.Timeline;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a token opens, and what it does not. INC-1 is public, INC-2 is bob's private one. */
final class TokensTest {
  private static final DatabaseSettings SETTINGS = TestPostgres.migrated();
  private static final Database DATABASE = Database.open(SETTINGS);
  private static final Person BOB = new Person(new PersonId("U0BOB"), "bob");
  private static int made;

  private final TestSite site = new TestSite(DATABASE);

  @BeforeAll
  static void incidents() {
    SomePeople.known(DATABASE);
    RecordedIncident.open(DATABASE, "Checkout slow", Visibility.PUBLIC, BOB);
    RecordedIncident.open(DATABASE, "Leaked key", Visibility.PRIVATE, BOB);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aTokenReadsPublicIncidentsAndNoPrivateOneIsThereForIt() throws Exception {
    String token = token(null, Scope.READ);

    assertThat(read(token, "/api/v1/incidents/INC-1/postmortem").statusCode()).isEqualTo(200);
    for (String path :
        new String[] {
          "/api/v1/incidents/%s/postmortem",
          "/api/v1/incidents/%s/postmortem/lint",
          "/api/v1/incidents/%s/draft",
          "/incidents/%s/postmortem",
          "/incidents/%s/postmortem.md"
        }) {
      var hidden = read(token, path.formatted("INC-2"));
      var missing = read(token, path.formatted("INC-9"));
      assertThat(hidden.statusCode()).as(path).isEqualTo(404);
      assertThat(hidden.body().replace("INC-2", "INC-9")).isEqualTo(missing.body());
    }
  }

  @Test
  void withTheScopeForThemItReadsPrivateOnes() throws Exception {
    String token = token(null, Scope.READ, Scope.PRIVATE);

    assertThat(read(token, "/api/v1/incidents/INC-2/postmortem").body()).contains("Leaked key");
  }

  @Test
  void aTokenOfSomebodyWritesForThemAlone() throws Exception {
    String token = token(BOB, Scope.WRITE);

    assertThat(say(token, "{\"text\":\"update INC-1 seen\"}").statusCode()).isEqualTo(200);
    assertThat(say(token, "{\"text\":\"update INC-1 again\",\"as\":\"@Bob\"}").statusCode())
        .isEqualTo(200);
    var other = say(token, "{\"text\":\"update INC-1 not me\",\"as\":\"alice\"}");

    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).contains("speaks for bob alone.");
    var entries = DATABASE.query(tx -> new Timeline(tx).of(new IncidentNumber(1)));
    assertThat(entries).noneMatch(entry -> String.valueOf(entry.text()).contains("not me"));
    assertThat(entries)
        .anyMatch(entry -> entry.actor().name().matches("via token t[0-9]+ for bob"));
  }

  /** Whoever it speaks for may see the incident; the token may not. */
  @Test
  void speakingForSomebodyDoesNotOpenTheirPrivateIncidents() throws Exception {
    String token = token(null, Scope.WRITE, Scope.AS);
    for (String text : new String[] {"INC-%s", "note INC-%s x", "timeline INC-%s", "list all"}) {
      var hidden = say(token, asBob(text.formatted(2)));
      var missing = say(token, asBob(text.formatted(9)));
      assertThat(hidden.statusCode()).isEqualTo(200);
      assertThat(hidden.body().replace("INC-2", "INC-9"))
          .as(text)
          .isEqualTo(missing.body())
          .doesNotContain("Leaked");
    }
    assertThat(say(token, asBob("list mine")).body()).doesNotContain("Leaked").contains("INC-1");
    String more = token(null, Scope.WRITE, Scope.AS, Scope.PRIVATE);
    assertThat(say(more, asBob("INC-2")).body()).contains("Leaked key");
  }

  @Test
  void whatItsScopesDoNotOpenIsRefusedInWords() throws Exception {
    String reads = token(null, Scope.READ);
    var command = say(reads, asBob("note INC-1 x"));

    assertThat(command.statusCode()).isEqualTo(403);
    assertThat(command.body()).contains("may not do this: it needs the scope write.");
    assertThat(command.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(value -> assertThat(value).contains("insufficient_scope"));
    assertThat(read(token(BOB, Scope.WRITE), "/api/v1/incidents/INC-1/postmortem").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anEndedOrRevokedTokenOpensNothingAndSaysSo() throws Exception {
    var tokens = new Tokens(DATABASE);
    String ended = made("ended", Duration.ofSeconds(-1));
    String revoked = made("taken-back", Duration.ofDays(1));
    assertThat(tokens.revoke("taken-back", "test", TestSite.NOW)).isTrue();

    assertThat(read(ended, "/api/v1/incidents/INC-1/postmortem").body())
        .isEqualTo("The token \"ended\" ended on 2026-11-21. Ask an operator for a new one.\n");
    var gone = read(revoked, "/api/v1/incidents/INC-1/postmortem");
    assertThat(gone.statusCode()).isEqualTo(401);
    assertThat(gone.body()).startsWith("The token \"taken-back\" was revoked.");
  }

  @Test
  void aTokenOfSomebodyWhoLeftOpensNothing() throws Exception {
    String token = token(new Person(new PersonId("U0BOBBY"), "bobby"), Scope.READ);
    assertThat(read(token, "/api/v1/incidents/INC-1/draft").statusCode()).isEqualTo(200);

    TestPostgres.execute(SETTINGS, "update person set active = false where id = 'U0BOBBY'");

    assertThat(read(token, "/api/v1/incidents/INC-1/draft").body())
        .contains("belongs to bobby, whose account in Slack is not active.");
  }

  @Test
  void whenItWasLastUsedIsKnownToTheMinute() throws Exception {
    String token = made("used", Duration.ofDays(1));
    read(token, "/api/v1/incidents/INC-1/postmortem");
    long version = version();
    read(token, "/api/v1/incidents/INC-1/postmortem");

    assertThat(new Tokens(DATABASE).lines(TestSite.NOW))
        .anyMatch(line -> line.name().equals("used") && line.lastUsed().equals("2026-11-21 14:32"));
    assertThat(version()).as("written once in a minute").isEqualTo(version);
  }

  private static long version() {
    return TestPostgres.number(
        SETTINGS, "select xmin::text::bigint from api_token where name = 'used'");
  }

  @Test
  void guessingIsSlowedDownAndWhoHasATokenGoesOn() throws Exception {
    String token = token(null, Scope.READ);
    String path = "/api/v1/incidents/INC-1/postmortem";
    assertThat(read(token, path).statusCode()).isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      assertThat(read("evk_" + "a".repeat(43) + "_0000000" + i, path).statusCode()).isEqualTo(401);
    }

    var slowed = read("evk_nonsense", path);

    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).contains("6");
    assertThat(slowed.body()).startsWith("Too many wrong tokens came from your address.");
    assertThat(read(token, path).statusCode()).isEqualTo(200);
    assertThat(read(TestSite.TOKEN, path).statusCode()).isEqualTo(200);
  }

  /** What a client writes into the header itself stands further left, and changes nothing. */
  @Test
  void guessesAreCountedForTheAddressThatOurProxySaw() throws Exception {
    for (int i = 0; i < 11; i++) {
      forwarded("10.9.9." + i + ", 192.0.2.7");
    }
    assertThat(forwarded("10.1.1.1, 192.0.2.7").statusCode()).isEqualTo(429);
    assertThat(forwarded("192.0.2.7, 192.0.2.8").statusCode()).isEqualTo(401);
    for (int i = 0; i < 11; i++) {
      forwarded("2001:db8::" + i);
    }
    assertThat(forwarded("2001:db8::abcd").statusCode()).as("one network").isEqualTo(429);
  }

  private HttpResponse<String> forwarded(String hops) throws Exception {
    return TestSite.CLIENT.send(
        HttpRequest.newBuilder(site.address("/api/v1/incidents/INC-1/draft"))
            .header("Authorization", "Bearer evk_guess")
            .header("X-Forwarded-For", hops)
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void aTokenThatAsksTooOftenIsToldToWait() throws Exception {
    String token = token(null, Scope.READ);
    HttpResponse<String> last = read(token, "/api/v1/incidents/nonsense/draft");
    for (int i = 0; i < 120 && last.statusCode() != 429; i++) {
      last = read(token, "/api/v1/incidents/nonsense/draft");
    }

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).contains("1");
    assertThat(last.body()).contains("asks more than 600 times a minute. Ask more slowly.");
  }

  private static String asBob(String text) {
    return "{\"text\":\"" + text + "\",\"as\":\"bob\"}";
  }

  private static String token(@Nullable Person person, Scope... scopes) {
    return text(
        new WantedToken(
            "t" + made++, Set.of(scopes), person, TestSite.NOW.plusSeconds(3600), "test"));
  }

  private static String made(String name, Duration lasts) {
    return text(new WantedToken(name, Set.of(Scope.READ), null, TestSite.NOW.plus(lasts), "test"));
  }

  private static String text(WantedToken wanted) {
    return switch (new Tokens(DATABASE).make(wanted, TestSite.NOW)) {
      case Tokens.Made.Token(String text) -> text;
      case Tokens.Made.Refused(String words) -> throw new AssertionError(words);
    };
  }

  private HttpResponse<String> read(String token, String path) throws Exception {
    return site.get(path, "Bearer " + token);
  }

  private HttpResponse<String> say(String token, String body) throws Exception {
    return TestSite.CLIENT.send(
        HttpRequest.newBuilder(site.address("/api/v1/commands"))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
