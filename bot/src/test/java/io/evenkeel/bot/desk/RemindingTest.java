package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.delivery.Backlog;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reminders at a real desk: found by a look, decided again under the incident's lock. */
final class RemindingTest {
  private final Watch watch = new Watch();
  private final ChannelId room;

  RemindingTest() {
    watch.says(ALICE, "declare API down --severity SEV-1");
    room = watch.open(1);
    watch.says(ALICE, "assign @alice ic, @bob comms, @bob tech lead", room);
    watch.says(ALICE, "update we are on it", room);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private List<Due> due() {
    return watch.due();
  }

  private static List<Reminder> reminders(List<Due> due) {
    var reminders = new ArrayList<Reminder>();
    for (Due one : due) {
      if (one instanceof Due.OfIncident of && of.command() instanceof Command.Remind(var what)) {
        reminders.add(what);
      }
    }
    return reminders;
  }

  private long pending() {
    return watch.query(tx -> Backlog.read(tx).pending());
  }

  private void act() {
    due().forEach(one -> watch.desk.due(one, watch.now()));
  }

  @Test
  void whoWritesUpdatesIsRemindedOnceAndTheTimelineStaysCalm() {
    assertThat(due()).isEmpty();
    watch.later(Duration.ofMinutes(30));
    List<Due> due = due();
    assertThat(reminders(due)).extracting(Reminder::kind).containsExactly(ReminderKind.UPDATE_DUE);
    assertThat(reminders(due).getFirst().to()).extracting(Person::name).containsExactly("bob");
    int entries = watch.timeline(1).size();
    long before = pending();
    assertThat(watch.desk.due(due.getFirst(), watch.now())).isTrue();
    assertThat(watch.desk.due(due.getFirst(), watch.now())).as("once").isFalse();
    assertThat(pending()).isEqualTo(before + 1);
    assertThat(watch.timeline(1)).hasSize(entries);
    assertThat(due()).isEmpty();
  }

  @Test
  void severalReplicasRemindOnce() throws Exception {
    watch.later(Duration.ofMinutes(30));
    Due one = due().getFirst();
    var looks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 6; i++) {
      looks.add(() -> watch.desk.due(one, watch.now()));
    }
    try (var replicas = Executors.newFixedThreadPool(6)) {
      int acted = 0;
      for (var look : replicas.invokeAll(looks)) {
        acted += look.get() ? 1 : 0;
      }
      assertThat(acted).isEqualTo(1);
    }
  }

  @Test
  void nobodyIsRemindedOfWhatWasDoneMeanwhile() {
    watch.later(Duration.ofMinutes(30));
    List<Due> due = due();
    watch.says(BOB, "update errors are falling", room);
    assertThat(watch.desk.due(due.getFirst(), watch.now())).isFalse();
    assertThat(due()).isEmpty();
  }

  @Test
  void whatEverybodyReadsInTheChannelStandsInTheTimeline() {
    watch.later(Duration.ofMinutes(45));
    act();
    assertThat(watch.latest(1).kind()).isEqualTo(EntryKind.REMINDER);
    assertThat(watch.latest(1).text())
        .isEqualTo("Reminder: The next update is 15m late. bob and alice were told too.");
  }

  @Test
  void anHourWithoutALookIsOneReminder() {
    watch.later(Duration.ofMinutes(1));
    assertThat(due()).isEmpty();
    watch.later(Duration.ofMinutes(71));
    List<Reminder> reminders = reminders(due());
    assertThat(reminders).hasSize(1);
    assertThat(reminders.getFirst().late()).isEqualTo(Duration.ofMinutes(7));
    act();
    assertThat(due()).isEmpty();
  }

  @Test
  void whoeverSnoozesIsNotRemindedUntilThen() {
    assertThat(words(watch.says(BOB, "snooze 45m update-due", room)))
        .contains("nobody is reminded of the next update until");
    watch.later(Duration.ofMinutes(44));
    assertThat(due()).isEmpty();
    watch.later(Duration.ofMinutes(1));
    assertThat(reminders(due())).hasSize(1);
    var off = watch.says(BOB, "snooze 60m", room);
    assertThat(due()).isEmpty();
    watch.presses(BOB, off, "Remind again");
    assertThat(reminders(due())).hasSize(1);
    assertThat(words(watch.says(BOB, "snooze 25h", room))).contains("24 hours at most");
  }

  @Test
  void aCommandLooksAtTheIncidentAnew() {
    assertThat(due()).isEmpty();
    watch.says(BOB, "update soon more --next 2m", room);
    watch.later(Duration.ofMinutes(2));
    assertThat(reminders(due())).hasSize(1);
  }

  @Test
  void whatIsOverRemindsOfItsPostmortemAlone() {
    watch.later(Duration.ofMinutes(40));
    watch.says(ALICE, "resolve Bigger pool", room);
    assertThat(reminders(due())).isEmpty();
    watch.later(Duration.ofDays(4));
    assertThat(reminders(due()))
        .extracting(Reminder::kind)
        .containsExactly(ReminderKind.POSTMORTEM_DUE);
    act();
    assertThat(reminders(due())).isEmpty();
    assertThat(words(watch.says(ALICE, "snooze 2d postmortem", room)))
        .contains("nobody is reminded of the postmortem");
  }

  @Test
  void whatWasCancelledRemindsOfNothing() {
    watch.says(ALICE, "cancel the probe was wrong", room);
    watch.later(Duration.ofDays(10));
    assertThat(reminders(due())).isEmpty();
    assertThat(words(watch.says(ALICE, "snooze", room))).contains("nobody is reminded of anything");
  }

  @Test
  void actionItemsComeInOneMessageOnTheirMorning() {
    // Saturday, 21 November 2026: the items are due on Monday.
    for (int number = 1; number <= 3; number++) {
      var item =
          new ActionItem(
              number, BOB, "alert " + number, LocalDate.of(2026, 11, 23), ALICE, watch.now(), null);
      watch.query(tx -> {
        new Boards(tx).keep(new IncidentNumber(1), List.of(item));
        return item;
      });
    }
    watch.says(ALICE, "cancel the probe was wrong", room);
    assertThat(due()).isEmpty();
    watch.later(Duration.between(watch.now(), java.time.Instant.parse("2026-11-23T09:00:00Z")));
    List<Due> due = due();
    assertThat(due).hasSize(1).allMatch(Due.OfHouse.class::isInstance);
    long before = pending();
    assertThat(watch.desk.due(due.getFirst(), watch.now())).isTrue();
    assertThat(watch.desk.due(due.getFirst(), watch.now())).as("once").isFalse();
    assertThat(pending()).isEqualTo(before + 1);
    assertThat(due()).isEmpty();
    watch.later(Duration.ofDays(1));
    assertThat(due()).as("nothing falls due on Tuesday").isEmpty();
    watch.later(Duration.ofDays(6));
    assertThat(due())
        .as("still overdue on Monday")
        .filteredOn(Due.OfHouse.class::isInstance)
        .hasSize(1);
  }

  @Test
  void quietHoursAreKeptByPerson() {
    assertThat(words(watch.says(BOB, "quiet"))).contains("You have no quiet hours");
    assertThat(words(watch.says(BOB, "quiet 14:00-20:00"))).contains("from 14:00 to 20:00 (UTC)");
    assertThat(words(watch.says(BOB, "quiet"))).contains("from 14:00 to 20:00");
    watch.later(Duration.ofMinutes(30));
    assertThat(reminders(due())).as("SEV-1 cannot wait").hasSize(1);
    watch.says(ALICE, "severity SEV-3", room);
    watch.later(Duration.ofHours(4));
    assertThat(reminders(due())).as("Bob is quiet until 20:00").isEmpty();
    watch.later(Duration.ofMinutes(58));
    assertThat(reminders(due())).hasSize(1);
    assertThat(watch.says(BOB, "quiet off").recorded()).isTrue();
    assertThat(watch.says(BOB, "quiet off").recorded()).isFalse();
  }
}
