package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Timeline;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CommandRouteTest {
  private static final Database DATABASE = Database.open(TestPostgres.migrated());
  private static final Person BOB = new Person(new PersonId("U0BOB"), "bob");
  private static IncidentNumber open = new IncidentNumber(1);

  private final TestSite site = new TestSite(DATABASE);

  @BeforeAll
  static void incidents() {
    SomePeople.known(DATABASE);
    open = RecordedIncident.open(DATABASE, "Checkout slow", Visibility.PUBLIC, BOB);
    channel(open, "C0CHECKOUT");
    channel(RecordedIncident.open(DATABASE, "Leak", Visibility.PRIVATE, BOB), "G0LEAK1");
  }

  private static void channel(IncidentNumber incident, String channel) {
    DATABASE.query(tx -> {
      new SlackObjects(tx)
          .record(incident, Purpose.CHANNEL, SlackObject.channel(new ChannelId(channel)));
      return true;
    });
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
  void aCommandIsRecordedForWhomItWasSaidAndThroughWhat() throws Exception {
    var response =
        site.command(
            "", "{\"text\":\"update db is back\",\"as\":\"bob\",\"channel\":\"C0CHECKOUT\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("incident").asString()).isEqualTo("INC-1");
    assertThat(json(response).path("recorded").asBoolean()).isTrue();
    assertThat(json(response).path("answer").asString())
        .isEqualTo("Update recorded on INC-1 Checkout slow. No next update is promised.");
    assertThat(DATABASE.query(tx -> new Timeline(tx).of(open)).getLast().actor().name())
        .isEqualTo("via token operator for bob");
  }

  @Test
  void whoIsOnCallIsAskedAndChangedInPlainWords() throws Exception {
    var given = site.command("", "{\"text\":\"oncall override @alice 2h\",\"as\":\"bob\"}");
    assertThat(json(given).path("recorded").asBoolean()).isTrue();
    assertThat(json(given).path("answer").asString())
        .contains("@alice is on call for payments, primary from Sat 2026-11-21 14:32 UTC")
        .contains("in the place of bob.")
        .contains("- Withdraw #1: oncall withdraw 1");

    var asked = site.command("", "{\"text\":\"oncall\",\"as\":\"bob\"}");
    assertThat(json(asked).path("answer").asString())
        .contains("On call for payments now:")
        .contains("• primary: @alice (by override) until Sat 2026-11-21 16:32 UTC, then @bob.");
  }

  @Test
  void aRepeatGetsTheStoredAnswerAndAnotherRequestUnderItsKeyIsRefused() throws Exception {
    String body = "{\"text\":\"declare Twice --new\",\"as\":\"alice\"}";

    var first = site.command("once", body);
    var second = site.command("once", body);

    assertThat(first.body()).contains("Declared INC-").isEqualTo(second.body());
    assertThat(first.headers().firstValue("Idempotency-Key")).contains("once");
    var other = site.command("once", "{\"text\":\"declare Thrice --new\",\"as\":\"alice\"}");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(site.command("once", "{\"text\":\"list\",\"as\":\"alice\"}").statusCode())
        .isEqualTo(422);
    assertThat(other.body()).startsWith("Nothing was recorded: this key came with something else");
  }

  @Test
  void aFormIsAnsweredInWords() throws Exception {
    assertThat(answer("{\"text\":\"declare\",\"as\":\"alice\"}"))
        .startsWith("Nothing was recorded: say what is wrong in a few words.")
        .contains("/incident declare API service down --severity SEV-1");
  }

  @Test
  void whatIsAskedIsShownInPlainLines() throws Exception {
    assertThat(answer("{\"text\":\"status\",\"as\":\"alice\",\"channel\":\"#inc-1-checkout\"}"))
        .startsWith("INC-1 Checkout slow\nSEV-1 · ")
        .contains("incident commander: bob (acting)");
    assertThat(answer("{\"text\":\"help\",\"as\":\"alice\"}")).contains("resolve [resolution]: ");
    assertThat(answer("{\"text\":\"list open\",\"as\":\"alice\"}"))
        .contains("INC-1 Checkout slow")
        .doesNotContain("Leak");
  }

  @Test
  void theCardInPlainLinesTellsWhatIsAtHandAndWhoDoesWhat() throws Exception {
    answer(said("link https://example.org/graph Graph --incident-id INC-1", ""));
    answer(said("doing restart primary --incident-id INC-1", ""));

    assertThat(answer("{\"text\":\"INC-1\",\"as\":\"alice\"}"))
        .contains("alice is doing: restart primary", "link: Graph https://example.org/graph");
  }

  @Test
  void aMisspeltVerbIsAnsweredWithWhatToTypeInstead() throws Exception {
    assertThat(answer("{\"text\":\"resolv INC-1 done\",\"as\":\"alice\"}"))
        .contains("I do not know “resolv”")
        .contains("- resolve INC-1 done: resolve INC-1 done");
  }

  /** Naming what is hidden and naming nothing are answered with the same bytes. */
  @Test
  void aPrivateIncidentIsForOutsidersAsIfItWereNotThere() throws Exception {
    for (String text : new String[] {"status", "resolve done", "war-room", "note x", "retry"}) {
      assertThat(answer(said(text, "G0LEAK1"))).isEqualTo(answer(said(text, "G0NOTHING")));
    }
    assertThat(answer("{\"text\":\"resolve INC-2 done\",\"as\":\"alice\"}"))
        .isEqualTo(
            answer("{\"text\":\"resolve INC-9 done\",\"as\":\"alice\"}").replace("INC-9", "INC-2"));
    assertThat(answer(said("status", "#inc-2-private")))
        .isEqualTo(answer(said("status", "#inc-9-private")).replace("inc-9", "inc-2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | 400 | The request is no JSON object.",
        "[] | 400 | The request is no JSON object.",
        "'' | 400 | The request is no JSON object.",
        "{\"text\":\"list\"} | 400 | Say for whom: \"as\" is missing",
        "{\"as\":\"alice\"} | 400 | Say what: \"text\" is missing",
        "{\"text\":7,\"as\":\"alice\"} | 400 | \"text\" must be a text",
        "{\"text\":\"list\",\"as\":\"alice\",\"room\":\"C1\"} | 400 | I do not know the field"
            + " \"room\"",
        "{\"text\":\"list\",\"as\":\"zed\"} | 422 | Nothing was recorded: I know nobody called"
            + " \"zed\"",
        "{\"text\":\"list\",\"as\":\"alice\",\"channel\":\"lounge\"} | 422 | Nothing was recorded:"
            + " \"lounge\"",
      })
  void whatCannotBeTakenIsRefusedInItsOwnWords(String body, int status, String words)
      throws Exception {
    var response = site.command("", body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).startsWith(words);
  }

  @Test
  void tooMuchIsRefused() throws Exception {
    var response = site.command("", "{\"text\":\"" + "x".repeat(1 << 20) + "\",\"as\":\"alice\"}");

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body())
        .isEqualTo("The command is larger than 64 KB. Say it in fewer words.\n");
  }

  @Test
  void nothingIsTakenWithoutTheToken() throws Exception {
    var response =
        TestSite.CLIENT.send(
            HttpRequest.newBuilder(site.address("/api/v1/commands"))
                .POST(BodyPublishers.ofString("{\"text\":\"declare x\",\"as\":\"alice\"}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsRecordedAndItIsSaid() throws Exception {
    try (Database away = TestSite.away()) {
      site.restart(null, site.rooms(away, site.door(), TestSite.TOKEN));

      var response = site.command("", "{\"text\":\"declare x\",\"as\":\"alice\"}");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).startsWith("NOT recorded: the database does not answer.");
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private static String said(String text, String channel) {
    String place = channel.isEmpty() ? "" : ",\"channel\":\"" + channel + "\"";
    return "{\"text\":\"" + text + "\",\"as\":\"alice\"" + place + "}";
  }

  private String answer(String body) throws Exception {
    var response = site.command("", body);
    return response.statusCode() == 200
        ? json(response).path("answer").asString()
        : response.body();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
