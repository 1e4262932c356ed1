package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is to remind of now, and when to look at it again.
 *
 * @param due each to be acted on once
 * @param next UTC; null when nothing will come of it as it stands
 */
public record Outlook(List<Reminder> due, @Nullable Instant next) {
  /** What comes sooner after its time than this is in time. */
  private static final Duration LATE = Duration.ofMinutes(2);

  public Outlook {
    due = List.copyOf(due);
  }

  /** Missed steps of one thing are one reminder: the newest of them. */
  public static Outlook of(Facts facts, Cadences cadences, Instant now) {
    Incident incident = facts.incident();
    Cadence cadence = cadences.of(incident.severity());
    boolean urgent = incident.open() && cadence.urgent();
    var due = new ArrayList<Reminder>();
    Instant next = null;
    for (Course course : Courses.of(facts, cadence, now)) {
      Optional<Instant> later = course.after(now);
      var step = course.latest(facts.acted().get(course.kind()), now);
      if (step.isPresent()) {
        Course.Step here = step.get();
        Course.Reach reach = course.reach().apply(here.number());
        Instant snoozed = snoozed(facts, course, here.at());
        Instant at = urgent ? snoozed : quiet(facts, reach.to(), snoozed);
        Instant acted = facts.acted().get(course.kind());
        if (at.isAfter(now)) {
          later = Optional.of(at);
        } else if (acted == null || at.isAfter(acted)) {
          due.add(
              new Reminder(
                  course.kind(),
                  at,
                  course.due(),
                  urgent ? reach.to() : awake(facts, reach.to(), at),
                  reach.channel(),
                  facts.lone(),
                  course.roles(),
                  course.again(),
                  late(facts, at, now)));
        }
      }
      next = sooner(next, later.orElse(null));
    }
    return new Outlook(due, next);
  }

  private static Instant snoozed(Facts facts, Course course, Instant at) {
    Instant until = at;
    for (Snoozed snoozed : facts.snoozed()) {
      until = snoozed.covers(course.kind()) ? Facts.later(until, snoozed.until()) : until;
    }
    return until;
  }

  /** Once the first of them does not want quiet any more. */
  private static Instant quiet(Facts facts, List<Person> to, Instant at) {
    Instant first = null;
    for (Person person : to) {
      Quiet hours = facts.quiet().get(person.id());
      Optional<Instant> until = hours == null ? Optional.empty() : hours.until(at);
      if (until.isEmpty()) {
        return at;
      }
      first = sooner(first, until.get());
    }
    return first == null ? at : first;
  }

  private static List<Person> awake(Facts facts, List<Person> to, Instant at) {
    return to.stream()
        .filter(person -> {
          Quiet hours = facts.quiet().get(person.id());
          return hours == null || hours.until(at).isEmpty();
        })
        .toList();
  }

  /** Only of what it was planned to look at in time: what becomes due by a change is not late. */
  private static Duration late(Facts facts, Instant at, Instant now) {
    Instant planned = facts.planned();
    Duration late = Duration.between(at, now);
    return planned != null && !planned.isAfter(at) && late.compareTo(LATE) >= 0
        ? late
        : Duration.ZERO;
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
