package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HappeningsTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private SlackGateway.Reply joins(String user) {
    return bench.send(
        Payloads.event(
            """
            {"type":"member_joined_channel","user":"%s","channel":"C0ROOM","channel_type":"G",\
            "team":"T0TEAM","inviter":"U0ALICE","event_ts":"1.2"}\
            """
                .formatted(user)));
  }

  @Test
  void whoeverJoinsIsTold() {
    assertThat(joins("U0BOB").status()).isEqualTo(200);
    assertThat(bench.joined).containsExactly("U0BOB in C0ROOM");
  }

  @Test
  void weOurselvesAreNobody() {
    assertThat(joins("U0BOT").status()).isEqualTo(200);
    assertThat(bench.joined).isEmpty();
  }

  @Test
  void withoutADatabaseSlackIsAskedToTellItAgain() {
    bench.joining =
        (_, _, _) -> {
          throw new Unavailable("away", new IllegalStateException(), false);
        };
    assertThat(joins("U0BOB").status()).isEqualTo(503);
  }
}
