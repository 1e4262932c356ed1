package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import io.evenkeel.templates.Postmortems;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LintRouteTest {
  private static final Database DATABASE = Database.open(TestPostgres.migrated());

  @BeforeAll
  static void incidents() {
    RecordedIncident.resolved(DATABASE, "Will Hunter saw the API service down");
    DATABASE.query(tx -> {
      new People(tx)
          .store(
              List.of(
                  profile("U1", "alice", "Alice Moreau"), profile("U2", "whunter", "Will Hunter")),
              TestSite.NOW);
      return true;
    });
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatTheMachineWroteJudgesNobodyAndTheAnswerSaysSo() throws Exception {
    try (var site = new TestSite(DATABASE)) {
      String path = "/api/v1/incidents/INC-1/postmortem/lint";
      var response = site.get(path, "Bearer " + TestSite.TOKEN);

      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode json = JsonMapper.builder().build().readTree(response.body());
      assertThat(json.at("/incident").stringValue()).isEqualTo("INC-1");
      assertThat(json.at("/findings").isArray()).isTrue();
      assertThat(json.at("/findings")).isEmpty();
      assertThat(site.get(path, "").statusCode()).isEqualTo(401);
      assertThat(site.get(path.replace("INC-1", "INC-9"), "Bearer " + TestSite.TOKEN).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void readersOutsideReadRolesAlsoForWhoWasOnlyNamed() {
    var drafts = new Drafts(DATABASE, SeverityScale.STANDARD);
    var found = (Drafts.Drafted.Found) drafts.of(new IncidentNumber(1));
    String text = found.text(Postmortems.load(null)::markdown);

    String outside =
        drafts.audiences().told(found.draft(), text, Audiences.Audience.OUTSIDE).text();

    assertThat(text).contains("Will Hunter").contains("alice");
    assertThat(outside)
        .doesNotContainIgnoringCase("hunter")
        .doesNotContainIgnoringCase("alice")
        .contains("responder A saw the API service down")
        .contains("incident commander");
  }

  @Test
  void thePageAndTheMarkdownAreAskedForReadersOutside() throws Exception {
    try (var site = new TestSite(DATABASE)) {
      for (String path : List.of("/incidents/INC-1/postmortem.md", "/incidents/INC-1/postmortem")) {
        String bearer = "Bearer " + TestSite.TOKEN;
        assertThat(site.get(path + "?audience=named", bearer).body()).contains("Will Hunter");
        assertThat(site.get(path + "?audience=outside", bearer).body())
            .contains("responder A saw the API service down")
            .doesNotContainIgnoringCase("hunter");
        assertThat(site.get(path + "?audience=everybody", bearer).statusCode()).isEqualTo(400);
      }
      assertThat(
              site.get("/api/v1/incidents/INC-1/draft?audience=outside", "Bearer " + TestSite.TOKEN)
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void thePageHasRolesInItsNarrativeAndTheMarkdownThatComesBackKeepsTheNames() throws Exception {
    try (var site = new TestSite(DATABASE)) {
      String bearer = "Bearer " + TestSite.TOKEN;
      assertThat(site.get("/incidents/INC-1/postmortem.md", bearer).body()).contains("Will Hunter");
      assertThat(site.get("/incidents/INC-1/postmortem", bearer).body())
          .contains("responder A saw the API service down")
          .contains("alice")
          .doesNotContain("Hunter");
    }
  }

  private static Profile profile(String id, String user, String name) {
    return new Profile(new PersonId(id), user, name, name, "UTC", false, true);
  }
}
