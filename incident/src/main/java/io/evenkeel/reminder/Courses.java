package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.WorkingMorning;
import io.evenkeel.reminder.Course.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
      return courses.postmortem().stream().toList();
    }
    Optional<Course> stale = courses.stale();
    boolean forgotten = stale.filter(course -> !course.due().isAfter(now)).isPresent();
    return Stream.of(
            // Who has forgotten the incident is asked about that, and not about its next update.
            forgotten ? Optional.<Course>empty() : courses.update(),
            stale,
            courses.commander(),
            courses.roles(),
            courses.monitoring())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Course> update() {
    Incident.LatestUpdate update = incident.update();
    Instant promised = update == null ? null : update.next();
    Duration every = cadence.update();
    if (update == null && cadence.firstUpdate() != null) {
      return Optional.of(
          updates(
              ReminderKind.FIRST_UPDATE,
              facts.began().plus(cadence.firstUpdate()),
              every == null ? cadence.firstUpdate() : every));
    }
    if (update != null && promised != null) {
      Duration length = Duration.between(update.at(), promised);
      return Optional.of(
          updates(ReminderKind.UPDATE_DUE, promised, every == null ? length : every));
    }
    Instant since = update == null ? facts.began() : Facts.later(update.at(), facts.turned());
    return every == null
        ? Optional.empty()
        : Optional.of(updates(ReminderKind.UPDATE_DUE, since.plus(every), every));
  }

  /** One alone is told once when it is due, and much later again: their hands are full. */
  private Course updates(ReminderKind kind, Instant due, Duration every) {
    if (lone) {
      Duration pause = every.compareTo(HALF_AN_HOUR) < 0 ? HALF_AN_HOUR : every;
      return new Course(
          kind,
          due,
          every,
          null,
          pause,
          longest(pause.multipliedBy(4)),
          Course.MANY,
          List.of(),
          this::toCommander);
    }
    Duration sixth = every.dividedBy(6);
    boolean first = kind == ReminderKind.FIRST_UPDATE;
    return new Course(
        kind,
        due,
        every,
        first ? null : sixth,
        sixth.compareTo(Duration.ofMinutes(5)) < 0 ? Duration.ofMinutes(5) : sixth,
        longest(every),
        Course.MANY,
        List.of(),
        this::writers);
  }

  private static Duration longest(Duration some) {
    return some.compareTo(HOUR) < 0 ? HOUR : some;
  }

  /** Who writes updates; then who commands, too; then everybody in the channel reads it. */
  private Reach writers(int step) {
    var to = new ArrayList<Person>();
    facts.comms().ifPresent(to::add);
    if (to.isEmpty() || step >= 1) {
      incident.responsible().ifPresent(to::add);
    }
    return reach(to, step >= 2);
  }

  private Reach toCommander(int step) {
    return toCommander(false);
  }

  private Reach toCommander(boolean channel) {
    return reach(incident.responsible().stream().toList(), channel);
  }

  /** Where nobody in particular is there to be told, everybody is. */
  private static Reach reach(List<Person> to, boolean channel) {
    return new Reach(to, channel || to.isEmpty());
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
            step -> toCommander(step > 0 || vacant())));
  }

  private boolean vacant() {
    return incident.commander().isEmpty();
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

  /** On the morning of that day, two days later, and so on: five times in a month. */
  private Optional<Course> postmortem() {
    Postmortem paper = facts.postmortem();
    Cadence.Days days = cadence.postmortem();
    Optional<Instant> ended = incident.milestones().at(Milestone.RESOLVED);
    boolean over = incident.status() == Status.RESOLVED || incident.status() == Status.CLOSED;
    if (!over
        || incident.mode() != Mode.LIVE
        || ended.isEmpty()
        || paper.state() == Postmortem.State.PUBLISHED
        || (days == null && paper.due() == null)) {
      return Optional.empty();
    }
    LocalDate day = paper.due() == null ? day(ended.get(), days) : paper.due();
    List<Person> owner =
        Optional.ofNullable(paper.owner()).or(incident::responsible).stream().toList();
    return Optional.of(
        new Course(
            ReminderKind.POSTMORTEM_DUE,
            WorkingMorning.on(day, facts.zone()),
            DAY,
            null,
            DAY.multipliedBy(2),
            DAY.multipliedBy(16),
            4,
            List.of(),
            _ -> reach(owner, false)));
  }

  private LocalDate day(Instant ended, Cadence.@Nullable Days given) {
    Cadence.Days days = given == null ? new Cadence.Days(0, false) : given;
    return days.working()
        ? WorkingMorning.daysAfter(ended, facts.zone(), days.count())
        : ended.atZone(facts.zone()).toLocalDate().plusDays(days.count());
  }
}
