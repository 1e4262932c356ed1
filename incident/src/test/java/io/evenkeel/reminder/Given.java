package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An incident of which somebody is to be reminded, and a clock that moves by the minute. */
final class Given {
  static final Instant BEGAN = Instant.parse("2026-11-20T14:00:00Z");
  static final Person ALICE = new Person(new PersonId("U1"), "alice");
  static final Person BOB = new Person(new PersonId("U2"), "bob");
  static final Person CAROL = new Person(new PersonId("U3"), "carol");
  static final Role IC = Role.INCIDENT_COMMANDER;
  static final Role COMMS = Role.COMMUNICATIONS_LEAD;
  static final Role TECH = new Role("tech-lead");

  String severity = "SEV-1";
  Status status = Status.INVESTIGATING;
  Mode mode = Mode.LIVE;
  final Map<Role, Incident.Holder> roles = new LinkedHashMap<>();
  Incident.@Nullable LatestUpdate update;
  @Nullable Instant turned;
  @Nullable Instant statusSince;
  @Nullable Instant resolved;
  Instant lastWord = BEGAN;
  Postmortem postmortem = Postmortem.NONE;
  final Map<ReminderKind, Instant> acted = new EnumMap<>(ReminderKind.class);
  final List<Snoozed> snoozed = new ArrayList<>();
  final Map<PersonId, Quiet> quiet = new HashMap<>();
  @Nullable Instant planned;

  /** Alice has declared it and only acts as its commander. */
  Given() {
    roles.put(IC, new Incident.Holder(ALICE, true, BEGAN));
  }

  /** Alice commands, Bob writes the updates and Carol leads the fix. */
  static Given staffed() {
    var given = new Given();
    given.roles.put(IC, new Incident.Holder(ALICE, false, BEGAN));
    given.roles.put(COMMS, new Incident.Holder(BOB, false, BEGAN));
    given.roles.put(TECH, new Incident.Holder(CAROL, false, BEGAN));
    return given;
  }

  Given updated(int minute, @Nullable Integer next) {
    update = new Incident.LatestUpdate("x", at(minute), next == null ? null : at(minute + next));
    lastWord = at(minute);
    return this;
  }

  static Instant at(int minute) {
    return BEGAN.plus(Duration.ofMinutes(minute));
  }

  Facts facts() {
    var marks = new EnumMap<Milestone, Milestones.Mark>(Milestone.class);
    marks.put(Milestone.DECLARED, new Milestones.Mark(BEGAN, 1));
    if (resolved != null) {
      marks.put(Milestone.RESOLVED, new Milestones.Mark(resolved, 2));
    }
    var incident =
        new Incident(
            new IncidentNumber(1),
            "API down",
            new Severity(severity),
            false,
            status,
            mode,
            Visibility.PUBLIC,
            List.of(),
            null,
            ALICE,
            roles,
            new Milestones(marks),
            update,
            null,
            null,
            null,
            3,
            lastWord);
    return new Facts(
        incident,
        Set.of(),
        turned,
        statusSince,
        lastWord,
        Map.of(),
        postmortem,
        ZoneId.of("Europe/Berlin"),
        acted,
        snoozed,
        quiet,
        planned);
  }

  Outlook outlook(int minute) {
    return Outlook.of(facts(), Cadences.STANDARD, at(minute));
  }

  /** What is due at that minute, and is acted on. */
  List<Reminder> look(int minute) {
    List<Reminder> due = outlook(minute).due();
    due.forEach(reminder -> acted.put(reminder.kind(), reminder.at()));
    return due;
  }

  /** In which minutes somebody is reminded of that, looking every minute. */
  List<Integer> minutes(ReminderKind kind, int until) {
    var minutes = new ArrayList<Integer>();
    for (int minute = 0; minute <= until; minute++) {
      if (look(minute).stream().anyMatch(reminder -> reminder.kind() == kind)) {
        minutes.add(minute);
      }
    }
    return minutes;
  }
}
