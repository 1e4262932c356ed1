package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.reminder.Course.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When whoever writes updates is reminded of the next one. */
record UpdateCourse(Facts facts, Cadence cadence) {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Empty where none is promised and none is asked for. */
  Optional<Course> course() {
    Incident.LatestUpdate update = facts.incident().update();
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
    if (facts.lone()) {
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
      facts.incident().responsible().ifPresent(to::add);
    }
    return Reach.of(to, step >= 2);
  }

  private Reach toCommander(int step) {
    return Reach.of(facts.incident().responsible().stream().toList(), false);
  }
}
