package io.evenkeel.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** People who cannot be told, and people who are named and never have a turn. */
final class PeopleCheck {
  private PeopleCheck() {}

  static List<Finding> of(Watch watch, Directory directory) {
    List<Shift> shifts = watch.shifts();
    var named = new TreeSet<Participant>(Comparator.comparing(Participant::name));
    named.addAll(watch.layer().plan().people());
    watch.schedule().standIns().stream()
        .filter(
            one -> one.layer().equals(watch.layer().name()) && one.until().isAfter(watch.from()))
        .forEach(one -> named.add(one.who()));
    var findings = new ArrayList<Finding>();
    for (Participant who : named) {
      Optional<Shift> first = shifts.stream().filter(shift -> who.equals(shift.who())).findFirst();
      place(watch, directory.of(who), who, first).ifPresent(findings::add);
      if (first.isEmpty() && wholeRotation(watch)) {
        findings.add(
            watch.finding(
                Finding.local(watch.from(), watch.until(), watch.schedule().zone()),
                who
                    + " is named and never on call: their turns fall outside the hours, or others"
                    + " stand in for all of them",
                "Change the length of a turn, the hours or the overrides"));
      }
    }
    return findings;
  }

  private static Optional<Finding> place(
      Watch watch, Directory.Standing standing, Participant who, Optional<Shift> first) {
    String when = first.map(watch::time).orElse(null);
    return switch (standing) {
      case HERE -> Optional.empty();
      case LEFT ->
          Optional.of(
              watch.finding(
                  when, who + " has left the workspace", "Put somebody else in their place"));
      case UNKNOWN ->
          Optional.of(
              watch.finding(
                  when,
                  "nobody is called " + who,
                  "Write the name under which Slack knows them, without @"));
    };
  }

  /** Whether everybody should have had a turn by the end of what is looked at. */
  private static boolean wholeRotation(Watch watch) {
    return switch (watch.layer().plan()) {
      case Rotation rotation -> {
        Instant start = WallTime.instant(rotation.start(), watch.schedule().zone());
        Instant begin = start.isAfter(watch.from()) ? start : watch.from();
        yield !begin.plus(around(rotation)).isAfter(watch.until());
      }
      case Listed _, Subscribed _ -> false;
    };
  }

  /** Until turns and days of the week meet again as they did at first. */
  private static Duration around(Rotation rotation) {
    boolean weeks = rotation.length().toHours() % (7 * 24) == 0;
    return rotation.length().multipliedBy((weeks ? 1L : 7L) * rotation.turns().size());
  }
}
