package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.ReminderKind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnoozeTest {

  static Stream<Arguments> understood() {
    return Stream.of(
        arguments("snooze", 30, null, null),
        arguments("snooze 45m", 45, null, null),
        arguments("snooze 1 hour", 60, null, null),
        arguments("snooze for 2h", 120, null, null),
        arguments("snooze 30m update-due", 30, ReminderKind.UPDATE_DUE, null),
        arguments("snooze updates 1h", 60, ReminderKind.UPDATE_DUE, null),
        arguments("snooze 4h role-empty --incident-id INC-12", 240, ReminderKind.ROLE_EMPTY, 12),
        arguments("snooze INC-12 30m", 30, null, 12),
        arguments("snooze 30m INC-12", 30, null, 12),
        arguments("snooze off", null, null, null),
        arguments("snooze off stale", null, ReminderKind.STALE, null));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void howLongOfWhatAndWhere(
      String typed,
      @Nullable Integer minutes,
      @Nullable ReminderKind kind,
      @Nullable Integer incident) {
    var order = (Utterance.Order) World.say(typed);
    assertThat(order.command())
        .isEqualTo(
            new Command.Snooze(
                kind, minutes == null ? null : World.NOW.plus(Duration.ofMinutes(minutes))));
    assertThat(order.target()).isEqualTo(incident == null ? null : new IncidentNumber(incident));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snooze nonsense",
        "snooze -5m",
        "snooze off 30m",
        "quiet sometimes",
        "quiet 9-9",
        "quiet 25:00-26:00"
      })
  void whatCannotBeMeantIsSaid(String typed) {
    assertThat(World.say(typed)).isInstanceOf(Utterance.Misunderstood.class);
  }

  @ParameterizedTest
  @CsvSource({
    "quiet 22:00-08:00,22:00,08:00",
    "quiet 22-8,22:00,08:00",
    "quiet from 22:30 to 7,22:30,07:00",
    "quiet-hours 22:00 – 08:00,22:00,08:00"
  })
  void hoursAreReadAsPeopleWriteThem(String typed, LocalTime begins, LocalTime ends) {
    assertThat(World.say(typed))
        .isEqualTo(new Utterance.QuietHours(new Utterance.Hours(begins, ends), false));
  }

  @ParameterizedTest
  @CsvSource({"quiet,false", "quiet off,true"})
  void noHoursAtAll(String typed, boolean off) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.QuietHours(null, off));
  }
}
