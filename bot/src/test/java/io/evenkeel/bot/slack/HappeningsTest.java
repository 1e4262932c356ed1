package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.incident.Incidents;
import org.junit.jupiter.api.Test;

final class HappeningsTest {
  private static SlackGateway.Reply joins(Bench bench, String user) {
    return bench.send(
        Payloads.event(
            """
            {"type":"member_joined_channel","user":"%s","channel":"G0SECRET","channel_type":"G",\
            "team":"T0TEAM","inviter":"U0BOB","event_ts":"1.2"}\
            """
                .formatted(user)));
  }

  private static boolean insider(String user) {
    return Bench.Stored.DATABASE.query(
        tx -> new Incidents(tx).maySee(new IncidentNumber(2), new PersonId(user)));
  }

  @Test
  void whoeverComesIntoAPrivateIncidentsChannelMaySeeIt() {
    try (var bench = new Bench()) {
      assertThat(insider("U0DANA")).isFalse();
      assertThat(joins(bench, "U0DANA").status()).isEqualTo(200);
      assertThat(joins(bench, "U0DANA").status()).isEqualTo(200);
      assertThat(insider("U0DANA")).isTrue();
    }
  }

  @Test
  void weOurselvesAreNobody() {
    try (var bench = new Bench()) {
      assertThat(joins(bench, "U0BOT").status()).isEqualTo(200);
      assertThat(insider("U0BOT")).isFalse();
    }
  }

  @Test
  void withoutADatabaseSlackIsAskedToTellItAgain() {
    var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
    try (var away = Database.open(nowhere);
        var bench = new Bench(away)) {
      assertThat(joins(bench, "U0EVE").status()).isEqualTo(503);
    }
  }
}
