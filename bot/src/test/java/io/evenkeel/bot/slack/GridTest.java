package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.PersonId;
import org.junit.jupiter.api.Test;

/**
 * A workspace of an Enterprise Grid organization: its ids, and the fields that Slack adds there.
 */
final class GridTest {
  private static final String ORG = "{\"id\":\"E0ORG\",\"name\":\"Example Org\"}";

  private static String ofOrg(String payload) {
    return payload
        .replace(
            "is_enterprise_install=false",
            "is_enterprise_install=false&enterprise_id=E0ORG&enterprise_name=Example+Org")
        .replace("U0ALICE", "W0ALICE");
  }

  private static PersonId who(Actor actor) {
    return actor instanceof Actor.Human(var person) ? person.id() : new PersonId("");
  }

  @Test
  void somebodyWhoseIdBeginsWithWIsThatPerson() {
    try (var bench = new Bench()) {
      String body = ofOrg(Payloads.command("update db is back", "C0ROOM", "13.1", "https://x/1"));
      assertThat(body).contains("user_id=W0ALICE", "enterprise_id=E0ORG");
      assertThat(bench.send(body).status()).isEqualTo(200);
      assertThat(bench.taken)
          .singleElement()
          .satisfies(one -> assertThat(who(one.actor())).isEqualTo(new PersonId("W0ALICE")));
    }
  }

  @Test
  void aButtonIsTakenWithTheOrganizationInItsPayload() {
    try (var bench = new Bench()) {
      String press =
          Payloads.payload(
              """
              {"type":"block_actions","user":{"id":"W0ALICE","username":"alice","name":"alice",
              "team_id":"T0TEAM"},"api_app_id":"A0APP","token":"t","container":{"type":"message",
              "message_ts":"1.2","channel_id":"C0ROOM","is_ephemeral":false},"trigger_id":"13.5",
              "team":{"id":"T0TEAM","domain":"example","enterprise_id":"E0ORG",
              "enterprise_name":"Example Org"},"enterprise":%s,"is_enterprise_install":false,
              "channel":{"id":"C0ROOM","name":"inc-1"},"message":{"type":"message","text":"card"},
              "state":{"values":{}},"response_url":"%s","actions":[%s]}\
              """
                  .formatted(
                      ORG, bench.slack.responseUrl(), Payloads.action("say:1", "resolve INC-1")));
      assertThat(bench.send(press).status()).isEqualTo(200);
      assertThat(bench.taken)
          .singleElement()
          .satisfies(one -> assertThat(who(one.actor())).isEqualTo(new PersonId("W0ALICE")));
    }
  }

  @Test
  void aShortcutOfAnOrganizationsInstallationHasNoTeamAndIsAnsweredAllTheSame() {
    try (var bench = new Bench()) {
      String shortcut =
          Payloads.payload(
              """
              {"type":"shortcut","token":"t","action_ts":"1.2","team":null,"enterprise":%s,
              "user":{"id":"W0ALICE","username":"alice","team_id":"T0TEAM"},
              "is_enterprise_install":true,"callback_id":"declare","trigger_id":"13.8"}\
              """
                  .formatted(ORG));
      assertThat(bench.send(shortcut).status()).isEqualTo(200);
      assertThat(bench.slack.next().path()).isEqualTo("/api/views.open");
    }
  }

  @Test
  void anEventOfSomebodyFromAnotherWorkspaceOfTheOrganizationCounts() {
    try (var bench = new Bench()) {
      String event =
          Payloads.event(
                  "EvGrid",
                  """
                  {"type":"member_joined_channel","user":"W0DANA","channel":"G0SECRET",\
                  "channel_type":"G","team":"T1OTHER","enterprise":"E0ORG",\
                  "event_ts":"1700000000.000100"}\
                  """)
              .replace("\"enterprise_id\":null", "\"enterprise_id\":\"E0ORG\"")
              .replace("\"context_enterprise_id\":null", "\"context_enterprise_id\":\"E0ORG\"");
      assertThat(bench.send(event).status()).isEqualTo(200);
      assertThat(
              TestPostgres.number(
                  Bench.Stored.SETTINGS,
                  "select count(*) from incident_member where person = 'W0DANA'"))
          .isEqualTo(1);
    }
  }
}
