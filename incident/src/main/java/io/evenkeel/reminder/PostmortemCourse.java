package io.evenkeel.reminder;

import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.WorkingMorning;
import io.evenkeel.reminder.Course.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When whoever finishes the postmortem is reminded of it. */
record PostmortemCourse(Facts facts, Cadence cadence) {
  private static final Duration DAY = Duration.ofDays(1);

  /** On the morning of that day, two days later, and so on: five times in a month. */
  Optional<Course> course() {
    Postmortem paper = facts.postmortem();
    Cadence.Days days = cadence.postmortem();
    Optional<Instant> ended = facts.incident().milestones().at(Milestone.RESOLVED);
    boolean over =
        facts.incident().status() == Status.RESOLVED || facts.incident().status() == Status.CLOSED;
    if (!over
        || facts.incident().mode() != Mode.LIVE
        || ended.isEmpty()
        || paper.state() == Postmortem.State.PUBLISHED
        || (days == null && paper.due() == null)) {
      return Optional.empty();
    }
    LocalDate day = paper.due() == null ? day(ended.get(), days) : paper.due();
    List<Person> owner =
        Optional.ofNullable(paper.owner()).or(facts.incident()::responsible).stream().toList();
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
            _ -> Reach.of(owner, false)));
  }

  private LocalDate day(Instant ended, Cadence.@Nullable Days given) {
    Cadence.Days days = given == null ? new Cadence.Days(0, false) : given;
    return days.working()
        ? WorkingMorning.daysAfter(ended, facts.zone(), days.count())
        : ended.atZone(facts.zone()).toLocalDate().plusDays(days.count());
  }
}
