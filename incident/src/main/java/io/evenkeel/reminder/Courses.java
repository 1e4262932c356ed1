package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Status;
import io.evenkeel.reminder.Course.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an incident as it stands is to remind of, and when. */
final class Courses {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Facts facts;
  private final Incident incident;
  private final Cadence cadence;
  private final boolean lone;

  private Courses(Facts facts, Cadence cadence) {
    this.facts = facts;
    this.cadence = cadence;
    incident = facts.incident();
    lone = facts.lone();
  }

  /**
   * Nothing but its postmortem once it is over; nothing at all of one of the past, and of one that
   * was cancelled or merged.
   */
  static List<Course> of(Facts facts, Cadence cadence, Instant now) {
    if (facts.incident().mode() == Mode.BACKFILL) {
      return List.of();
    }
    var courses = new Courses(facts, cadence);
    if (!facts.incident().open()) {
      return new PostmortemCourse(facts, cadence).course().stream().toList();
    }
    Optional<Course> stale = courses.stale();
    boolean forgotten = stale.filter(course -> !course.due().isAfter(now)).isPresent();
    return Stream.of(
            // Who has forgotten the incident is asked about that, and not about its next update.
            forgotten ? Optional.<Course>empty() : new UpdateCourse(facts, cadence).course(),
            stale,
            courses.commander(),
            courses.roles(),
            courses.monitoring())
        .flatMap(Optional::stream)
        .toList();
  }

  private Reach toCommander(int step) {
    return toCommander(false);
  }

  private Reach toCommander(boolean channel) {
    return Reach.of(incident.responsible().stream().toList(), channel);
  }

  /** Who is only acting counts as nobody. Of one alone nothing is asked. */
  private Optional<Course> commander() {
    boolean confirmed = incident.commander().filter(holder -> !holder.acting()).isPresent();
    if (confirmed || lone || cadence.commander() == null) {
      return Optional.empty();
    }
    Instant since = Facts.later(facts.began(), facts.released().get(Role.INCIDENT_COMMANDER));
    return Optional.of(
        new Course(
            ReminderKind.NO_COMMANDER,
            since.plus(cadence.commander()),
            HALF_AN_HOUR,
            null,
            cadence.commander(),
            HOUR,
            Course.MANY,
            List.of(Role.INCIDENT_COMMANDER),
            // Nobody at all commands: whoever reads it first may take it.
            step -> toCommander(step > 0 || incident.commander().isEmpty())));
  }

  /** Twice, then whoever commands has decided to go without. */
  private Optional<Course> roles() {
    List<Role> empty =
        cadence.needed().stream()
            .filter(role -> !role.equals(Role.INCIDENT_COMMANDER))
            .filter(role -> incident.holder(role).isEmpty())
            .toList();
    if (empty.isEmpty() || lone || cadence.roles() == null) {
      return Optional.empty();
    }
    Instant since = facts.began();
    for (Role role : empty) {
      since = Facts.later(since, facts.released().get(role));
    }
    return Optional.of(
        new Course(
            ReminderKind.ROLE_EMPTY,
            since.plus(cadence.roles()),
            HOUR.multipliedBy(4),
            null,
            cadence.roles().multipliedBy(3),
            DAY,
            1,
            empty,
            this::toCommander));
  }

  private Optional<Course> monitoring() {
    Duration after = cadence.monitoring();
    if (incident.status() != Status.MONITORING || after == null) {
      return Optional.empty();
    }
    Instant since = Facts.later(facts.began(), facts.statusSince());
    return Optional.of(
        new Course(
            ReminderKind.STILL_MONITORING,
            since.plus(after),
            after,
            null,
            after,
            DAY,
            Course.MANY,
            List.of(),
            this::toCommander));
  }

  private Optional<Course> stale() {
    Duration after = cadence.stale();
    return after == null
        ? Optional.empty()
        : Optional.of(
            new Course(
                ReminderKind.STALE,
                facts.lastWord().plus(after),
                DAY,
                null,
                after,
                DAY.multipliedBy(7),
                Course.MANY,
                List.of(),
                this::toCommander));
  }
}
