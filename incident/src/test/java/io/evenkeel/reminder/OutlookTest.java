package io.evenkeel.reminder;

import static io.evenkeel.reminder.Given.ALICE;
import static io.evenkeel.reminder.Given.BOB;
import static io.evenkeel.reminder.Given.COMMS;
import static io.evenkeel.reminder.Given.TECH;
import static io.evenkeel.reminder.Given.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Status;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutlookTest {
  private static Reminder only(List<Reminder> due) {
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  @Test
  void anUpdateIsRemindedOfBeforeWhenDueAndWithGrowingPatienceAfter() {
    var given = Given.staffed().updated(0, null);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 239))
        .containsExactly(25, 30, 35, 45, 65, 105, 165, 225);
  }

  @Test
  void whoWritesUpdatesIsToldFirstThenTheCommanderThenTheChannel() {
    var given = Given.staffed().updated(0, null);
    Reminder before = only(given.look(25));
    assertThat(before.to()).containsExactly(BOB);
    assertThat(only(given.look(30)).to()).containsExactly(BOB);
    Reminder late = only(given.look(35));
    assertThat(late.to()).containsExactly(BOB, ALICE);
    assertThat(late.channel()).isFalse();
    assertThat(only(given.look(45)).channel()).isTrue();
  }

  @Test
  void withoutACommunicationsLeadTheCommanderIsTold() {
    var given = Given.staffed().updated(0, null);
    given.roles.remove(COMMS);
    given.acted.put(ReminderKind.ROLE_EMPTY, at(1000));
    assertThat(only(given.look(30)).to()).containsExactly(ALICE);
  }

  @Test
  void whatWasPromisedCounts() {
    var given = Given.staffed().updated(0, 90);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 91)).containsExactly(85, 90);
    given.updated(92, 10);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 103)).containsExactly(97, 102);
  }

  @Test
  void aSev4PromisesNothingUnlessSomebodyDoes() {
    var given = Given.staffed();
    given.severity = "SEV-4";
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 1000)).isEmpty();
    given.updated(0, 30);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 31)).containsExactly(25, 30);
  }

  @Test
  void oneAloneIsToldOnceOfTheUpdateAndNeverOfEmptyRoles() {
    var given = new Given();
    var told = new java.util.ArrayList<Reminder>();
    for (int minute = 0; minute < 45; minute++) {
      told.addAll(given.look(minute));
    }
    Reminder one = only(told);
    assertThat(one.kind()).isEqualTo(ReminderKind.FIRST_UPDATE);
    assertThat(one.at()).isEqualTo(at(15));
    assertThat(one.to()).containsExactly(ALICE);
    assertThat(one.lone()).isTrue();
    assertThat(one.channel()).isFalse();
  }

  @Test
  void anActingCommanderIsNobody() {
    var given = new Given();
    given.roles.put(COMMS, new io.evenkeel.incident.Incident.Holder(BOB, false, Given.BEGAN));
    assertThat(given.minutes(ReminderKind.NO_COMMANDER, 46)).containsExactly(5, 10, 20, 40);
    given.roles.putAll(Given.staffed().roles);
    assertThat(given.minutes(ReminderKind.NO_COMMANDER, 200)).isEmpty();
  }

  @Test
  void aRoleThatIsMissingIsAskedForTwice() {
    var given = Given.staffed();
    given.roles.remove(TECH);
    assertThat(given.minutes(ReminderKind.ROLE_EMPTY, 230)).containsExactly(10, 40);
    given = Given.staffed();
    given.roles.remove(TECH);
    assertThat(given.look(10))
        .filteredOn(reminder -> reminder.kind() == ReminderKind.ROLE_EMPTY)
        .extracting(Reminder::roles)
        .containsExactly(List.of(TECH));
  }

  @Test
  void whatIsWatchedForLongIsAskedAbout() {
    var given = Given.staffed().updated(0, 10_000);
    given.status = Status.MONITORING;
    given.statusSince = at(20);
    given.lastWord = at(140);
    assertThat(given.minutes(ReminderKind.STILL_MONITORING, 300)).containsExactly(140, 260);
  }

  @Test
  void whoeverForgotAnIncidentIsAskedWhetherItGoesOnAndNotForUpdates() {
    var given = Given.staffed().updated(0, null);
    given.severity = "SEV-3";
    for (int minute = 0; minute < 24 * 60; minute++) {
      given.look(minute);
    }
    assertThat(given.look(24 * 60)).extracting(Reminder::kind).containsExactly(ReminderKind.STALE);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 48 * 60)).isEmpty();
  }

  @Test
  void missedStepsAreOneReminderThatKnowsHowLateItIs() {
    var given = Given.staffed().updated(0, null);
    given.planned = at(25);
    Reminder one = only(given.look(70));
    assertThat(one.at()).isEqualTo(at(65));
    assertThat(one.late()).isEqualTo(Duration.ofMinutes(5));
    assertThat(given.look(70)).isEmpty();
    assertThat(given.look(71)).isEmpty();
  }

  @Test
  void whatBecameDueByAChangeIsNotLate() {
    var given = Given.staffed().updated(0, null);
    given.planned = at(300);
    assertThat(only(given.look(40)).late()).isZero();
  }

  @Test
  void anotherSeverityBeginsAnew() {
    var given = Given.staffed().updated(0, null);
    given.turned = at(50);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 81)).containsExactly(75, 80);
  }

  @Test
  void whatIsSnoozedComesOnceAfterwards() {
    var given = Given.staffed().updated(0, null);
    given.snoozed.add(new Snoozed(ReminderKind.UPDATE_DUE, at(60), BOB));
    assertThat(given.outlook(26).next()).isEqualTo(at(60));
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 66)).containsExactly(60, 65);
  }

  @Test
  void everythingCanBeSnoozed() {
    var given = new Given();
    given.roles.put(COMMS, new io.evenkeel.incident.Incident.Holder(BOB, false, Given.BEGAN));
    given.snoozed.add(new Snoozed(null, at(60), BOB));
    for (int minute = 0; minute < 60; minute++) {
      assertThat(given.look(minute)).isEmpty();
    }
    assertThat(given.look(60)).isNotEmpty();
  }

  @Test
  void quietHoursHoldBackWhatCanWait() {
    var given = Given.staffed().updated(0, null);
    given.severity = "SEV-3";
    var hours = new Quiet(LocalTime.of(17, 0), LocalTime.of(20, 0), ZoneOffset.UTC);
    given.quiet.put(BOB.id(), hours);
    assertThat(given.minutes(ReminderKind.UPDATE_DUE, 279)).isEmpty();
    // Alice does not want quiet, so that she is told when her turn comes; Bob is left alone.
    given.acted.clear();
    assertThat(only(given.look(4 * 60 + 40)).to()).containsExactly(ALICE);
    given.quiet.put(ALICE.id(), hours);
    given.acted.clear();
    assertThat(given.look(5 * 60)).isEmpty();
    assertThat(only(given.look(6 * 60)).at()).isEqualTo(at(6 * 60));
  }

  @Test
  void quietHoursDoNotHoldBackAnOpenSev1() {
    var given = Given.staffed().updated(0, null);
    given.quiet.put(BOB.id(), new Quiet(LocalTime.of(14, 0), LocalTime.of(20, 0), ZoneOffset.UTC));
    assertThat(only(given.look(30)).to()).containsExactly(BOB);
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "MERGED"})
  void whatIsNoIncidentAnyMoreRemindsOfNothing(Status status) {
    var given = Given.staffed();
    given.status = status;
    given.resolved = at(60);
    assertThat(given.outlook(60_000)).isEqualTo(new Outlook(List.of(), null));
  }

  @Test
  void thePostmortemOfASev1IsDueAfterThreeDaysOfASev2AfterFiveWorkingDays() {
    // Friday, 20 November 2026, 15:00 in Berlin.
    var given = Given.staffed();
    given.status = Status.RESOLVED;
    given.resolved = at(0);
    assertThat(given.outlook(1).next()).isEqualTo("2026-11-23T08:00:00Z");
    given.severity = "SEV-2";
    assertThat(given.outlook(1).next()).isEqualTo("2026-11-27T08:00:00Z");
    given.severity = "SEV-3";
    assertThat(given.outlook(1).next()).isNull();
  }

  @Test
  void thePostmortemIsAskedForFiveTimesAndNotOnceItIsPublished() {
    var given = Given.staffed();
    given.status = Status.CLOSED;
    given.resolved = at(0);
    assertThat(given.minutes(ReminderKind.POSTMORTEM_DUE, 60 * 24 * 60)).hasSize(5);
    given.acted.clear();
    given.postmortem =
        new io.evenkeel.incident.Postmortem(
            io.evenkeel.incident.Postmortem.State.PUBLISHED, null, null, null, null);
    assertThat(given.minutes(ReminderKind.POSTMORTEM_DUE, 10 * 24 * 60)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRILL", "BACKFILL"})
  void aDrillHasNoPostmortemAndThePastRemindsOfNothing(String mode) {
    var given = Given.staffed();
    given.mode = Mode.valueOf(mode);
    given.status = Status.RESOLVED;
    given.resolved = at(0);
    assertThat(given.outlook(60_000).due()).isEmpty();
  }

  @Test
  void theNextLookIsNeverBeforeNow() {
    var given = Given.staffed().updated(0, null);
    for (int minute = 0; minute < 400; minute++) {
      given.look(minute);
      var next = given.outlook(minute).next();
      assertThat(next).isNotNull().isAfter(at(minute));
    }
  }

  @Test
  void aCauseThatIsGoneIsNotTold() {
    var given = Given.staffed().updated(0, null);
    Reminder reminder = only(given.look(30));
    assertThat(stands(reminder, given, 30)).isTrue();
    given.updated(31, null);
    assertThat(stands(reminder, given, 30)).isFalse();
    given.update = null;
    given.status = Status.CANCELLED;
    assertThat(stands(reminder, given, 30)).as(CancelledAs.TEST.name()).isFalse();
  }

  private static boolean stands(Reminder reminder, Given given, int decided) {
    Facts facts = given.facts();
    return Cause.stands(reminder, facts.incident(), facts.postmortem(), at(decided));
  }

  @Test
  void whoeverIsRemindedIsNamedOnce() {
    var given = Given.staffed().updated(0, null);
    given.roles.put(COMMS, new io.evenkeel.incident.Incident.Holder(ALICE, false, Given.BEGAN));
    given.look(30);
    assertThat(only(given.look(35)).to()).extracting(Person::name).containsExactly("alice");
  }
}
