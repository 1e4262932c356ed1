package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import io.evenkeel.bot.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack tells of the workspace itself, in the shapes that it documents, Grid's included. */
final class WorkspaceTest {
  private static String archived(String type, String by, String id) {
    return Payloads.event(
        "EvArchive" + id,
        """
        {"type":"%s","channel":"G0SECRET","user":"%s","is_moved":0,"event_ts":"1700000000.000100"}\
        """
            .formatted(type, by));
  }

  private static long said() {
    return TestPostgres.number(
        Bench.Stored.SETTINGS,
        "select count(*) from effect where payload::text like '%was archived%'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel_archive", "group_archive"})
  void theCommanderIsToldOnceOfAChannelThatWasArchivedWhileTheIncidentGoesOn(String type) {
    long before = said();
    try (var bench = new Bench()) {
      for (int i = 0; i < 3; i++) {
        assertThat(bench.send(archived(type, "W0ZOE", type)).status()).isEqualTo(200);
      }
    }
    assertThat(said()).isEqualTo(before + 1);
  }

  @Test
  void whatWeArchiveOurselvesIsNoNews() {
    long before = said();
    try (var bench = new Bench()) {
      assertThat(bench.send(archived("channel_archive", "U0BOT", "own")).status()).isEqualTo(200);
    }
    assertThat(said()).isEqualTo(before);
  }

  @Test
  void aTokenOfTheBotThatIsRevokedHaltsEverythingAndOneOfAPersonNothing() {
    try (var bench = new Bench()) {
      bench.send(
          Payloads.event(
              "EvR1",
              "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U0ALICE\"],\"bot\":[]}}"));
      assertThat(bench.refused).isEmpty();
      bench.send(
          Payloads.event(
              "EvR2",
              "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[],\"bot\":[\"U0BOT\"]}}"));
      assertThat(bench.refused).containsExactly("token_revoked");
      bench.send(Payloads.event("EvR3", "{\"type\":\"app_uninstalled\"}"));
      assertThat(bench.refused).containsExactly("token_revoked", "account_inactive");
    }
  }

  @Test
  void somebodyWhoChangedIsTakenAsTheyAreNow() {
    try (var bench = new Bench()) {
      bench.send(
          Payloads.event(
              "EvU1",
              """
              {"type":"user_change","user":{"id":"W0ZOE","team_id":"T0TEAM","name":"zoe",\
              "deleted":false,"real_name":"Zoe","tz":"Europe/Berlin","tz_label":"CET","tz_offset":3600,\
              "profile":{"display_name":"zoe b","real_name":"Zoe"},"is_bot":false,"updated":1,\
              "enterprise_user":{"id":"W0ZOE","enterprise_id":"E0ORG","enterprise_name":"org",\
              "is_admin":false,"is_owner":false,"teams":["T0TEAM"]}},"cache_ts":1700000000,\
              "event_ts":"1700000000.000100"}\
              """));
      assertThat(bench.changed)
          .singleElement()
          .extracting(User::getId, User::getTz)
          .containsExactly("W0ZOE", "Europe/Berlin");
    }
  }
}
