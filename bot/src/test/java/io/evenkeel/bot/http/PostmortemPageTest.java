package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.persistence.Database;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostmortemPageTest {
  private static final Database DATABASE = Database.open(TestPostgres.migrated());

  private final TestSite site = new TestSite(DATABASE);

  @BeforeAll
  static void incidents() {
    RecordedIncident.resolved(DATABASE, "API service down");
    RecordedIncident.secret(DATABASE, "Leaked key");
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
  void aPostmortemIsDownloadedWithTheToken() throws Exception {
    var response = site.get("/incidents/INC-1/postmortem.md", "Bearer " + TestSite.TOKEN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("---\nincident: INC-1\nname: \"API service down\"\n")
        .contains("\n# Postmortem: API service down on 2026-11-21\n")
        .contains("Increased connection pool size → 20");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/markdown;"));
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"INC-1-postmortem.md\"");
    assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void aPostmortemIsReadAsAPageThatLoadsNothing() throws Exception {
    var response = site.get("/incidents/INC-1/postmortem", "Bearer " + TestSite.TOKEN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("<h1>Postmortem: API service down on 2026-11-21</h1>")
        .doesNotContain("<script", "<style", " style=");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html;"));
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'; "));
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aPostmortemIsReadByProgramsAsJson() throws Exception {
    var response = site.get("/api/v1/incidents/INC-1/draft", "Bearer " + TestSite.TOKEN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"number\" : \"INC-1\"").contains("\"head\" : {");
  }

  @Test
  void anotherTemplateIsAskedForByItsName() throws Exception {
    assertThat(
            site.get(
                    "/incidents/INC-1/postmortem.md?template=howie&gantt=true",
                    "Bearer " + TestSite.TOKEN)
                .body())
        .contains("## Narrative")
        .contains("```mermaid");
    var unknown =
        site.get("/incidents/INC-1/postmortem?template=..%2Fx", "Bearer " + TestSite.TOKEN);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body())
        .isEqualTo(
            "There is no such template. There are: default, google-sre, howie, lightweight,"
                + " pagerduty.\n");
  }

  @Test
  void theOperatorsTokenReadsPrivateIncidentsToo() throws Exception {
    assertThat(site.get("/incidents/INC-2/postmortem.md", "Bearer " + TestSite.TOKEN).body())
        .contains("\n# Postmortem: Leaked key");
  }

  @ParameterizedTest
  @CsvSource({
    "'', This page needs an API token. Send it as: Authorization: Bearer <token>",
    "Basic dG9rZW4=, This page needs an API token. Send it as: Authorization: Bearer <token>",
    "Bearer, This page needs an API token. Send it as: Authorization: Bearer <token>",
    "Bearer wrong, This API token is not the right one.",
    "Bearer token-of-the-operator-, This API token is not the right one.",
  })
  void withoutTheTokenNothingIsShownAndTheWordsSayWhatToDo(String sent, String words)
      throws Exception {
    for (String number : List.of("INC-1", "INC-99", "nonsense")) {
      assertThat(site.get("/incidents/" + number + "/postmortem", sent).statusCode())
          .isEqualTo(401);
      assertThat(site.get("/api/v1/incidents/" + number + "/draft", sent).statusCode())
          .isEqualTo(401);
      var response = site.get("/incidents/" + number + "/postmortem.md", sent);

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo(words + "\n");
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"evenkeel\"");
    }
  }

  @Test
  void whereNoTokenIsSetUpNobodyReads() throws Exception {
    site.restart(null, site.rooms(DATABASE, site.door(), null));

    var response = site.get("/incidents/INC-1/postmortem.md", "Bearer " + TestSite.TOKEN);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("This API token is not the right one.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "INC-99, There is no incident INC-99.",
    "nonsense, An incident's number looks like INC-42. This one does not.",
    "INC-99999999999, An incident's number looks like INC-42. This one does not.",
  })
  void anIncidentThatIsNotThereIsToldInWords(String number, String words) throws Exception {
    var response = site.get("/incidents/" + number + "/postmortem.md", "Bearer " + TestSite.TOKEN);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo(words + "\n");
  }

  @Test
  void whileTheDatabaseIsAwayAPostmortemIsToldToWait() throws Exception {
    try (Database away = TestSite.away()) {
      site.restart(null, site.rooms(away, site.door(), TestSite.TOKEN));

      var response = site.get("/incidents/INC-1/postmortem.md", "Bearer " + TestSite.TOKEN);

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body())
          .isEqualTo("The database does not answer right now. Try again in a few seconds.\n");
    }
  }
}
