package io.evenkeel.bot.view;

import static io.evenkeel.bot.view.Incidents.ALICE;
import static io.evenkeel.bot.view.Incidents.BOB;
import static io.evenkeel.bot.view.Incidents.DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are reminded of, word for word in {@code golden/}. */
final class ReminderViewsTest {
  private static final Instant DUE = DECLARED.plusSeconds(1800);
  private static final ChannelId ROOM = new ChannelId("C1");

  private static Message at(ReminderKind kind, int minutes, boolean channel, Person... to) {
    Incident incident = Incidents.underWay().incident();
    var reminder =
        new Reminder(
            kind,
            DUE,
            DUE,
            List.of(to),
            channel,
            to.length == 1,
            kind == ReminderKind.ROLE_EMPTY
                ? List.of(Role.COMMUNICATIONS_LEAD, new Role("scribe"))
                : List.of(),
            kind == ReminderKind.STILL_MONITORING ? Duration.ofHours(2) : Duration.ofMinutes(30),
            Duration.ZERO);
    return ReminderView.of(
        incident, reminder, to[0].id(), DUE.plus(Duration.ofMinutes(minutes)), ROOM);
  }

  @ParameterizedTest
  @EnumSource
  void eachKindSaysWhatIsDueAndWhatToPress(ReminderKind kind) {
    GoldenJson.matches("reminder-" + kind.word(), at(kind, 0, false, ALICE));
  }

  @Test
  void itSaysWhetherItIsAheadNowOrLateAndWhoElseKnows() {
    assertThat(GoldenJson.text(at(ReminderKind.UPDATE_DUE, -5, false, BOB)))
        .contains("is due at", "in 5m.");
    assertThat(GoldenJson.text(at(ReminderKind.UPDATE_DUE, 20, true, BOB, ALICE)))
        .contains("is 20m late", "was told too, and the channel.");
  }

  @Test
  void whatComesLateSaysSo() {
    var late =
        new Reminder(
            ReminderKind.UPDATE_DUE,
            DUE,
            DUE,
            List.of(BOB),
            false,
            false,
            List.of(),
            Duration.ofMinutes(30),
            Duration.ofMinutes(35));
    assertThat(
            GoldenJson.text(
                ReminderView.of(
                    Incidents.underWay().incident(), late, BOB.id(), DUE.plusSeconds(2100), null)))
        .contains("This comes 35m late: Evenkeel could not look sooner.");
  }
}
