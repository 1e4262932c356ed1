package io.evenkeel.bot.hooks;

import static io.evenkeel.bot.hooks.Sent.arrival;
import static io.evenkeel.bot.hooks.Sent.faults;
import static io.evenkeel.bot.hooks.Sent.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to whoever sends the shape of PagerDuty's Events API v2. */
final class EventsApiTest {
  private final Door door = Sent.doors().events();

  @Test
  void aTriggerNeedsWhatPagerDutyNeeds() {
    assertThat(faults(read(door, keyed("\"event_action\":\"trigger\""))))
        .containsExactly(
            "payload.summary is missing. Send a sentence that says what is wrong.",
            "payload.source is missing. Send what it happens to, such as a host's name.",
            "payload.severity is missing. Send critical, error, warning or info.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "event_action":"page" | event_action is none. Send trigger, acknowledge or resolve.
          "event_action":"resolve" | dedup_key is missing. Send the one that the trigger had.
          "x":1 | event_action is missing. Send trigger, acknowledge or resolve.
          "event_action":"trigger","payload":{"severity":"SEV-1"} | payload.severity is none. Send critical, error, warning or info.
          "event_action":"trigger","payload":[] | payload.summary is missing. Send a sentence that says what is wrong.
          "event_action":"trigger","links":{} | links is an object. Send a list.
          """)
  void whatIsWrongIsSaid(String fields, String said) {
    assertThat(faults(read(door, keyed(fields)))).contains(said);
  }

  @Test
  void acknowledgeAndResolveNeedTheKeyAlone() {
    var acknowledged =
        arrival(read(door, keyed("\"event_action\":\"acknowledge\",\"dedup_key\":\"k\"")));
    var resolved = arrival(read(door, keyed("\"event_action\":\"resolve\",\"dedup_key\":\"k\"")));

    assertThat(acknowledged.signals().getFirst().state().word()).isEqualTo("acknowledged");
    assertThat(resolved.signals().getFirst().state().word()).isEqualTo("resolved");
    assertThat(resolved.signals().getFirst().endsAt()).isEqualTo(Sent.NOW);
    assertThat(resolved.signals().getFirst().fingerprint())
        .isEqualTo(acknowledged.signals().getFirst().fingerprint());
  }

  @Test
  void anotherKeyIsAStrangersWhateverElseIsWrong() {
    assertThat(read(door, "{\"routing_key\":\"" + "0".repeat(32) + "\",\"event_action\":\"x\"}"))
        .isInstanceOf(Brought.Stranger.class);
    assertThat(faults(read(door, "{}")))
        .containsExactly("routing_key is missing. Send the integration's key.");
  }

  private static String keyed(String fields) {
    return "{\"routing_key\":\"" + Sent.ROUTING_KEY + "\"," + fields + "}";
  }
}
