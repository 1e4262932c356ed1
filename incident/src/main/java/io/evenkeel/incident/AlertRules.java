package io.evenkeel.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What alerts do to an incident: they are told with their own times, and the first one is when it
 * was detected, unless a person has said otherwise. They never move it.
 */
final class AlertRules {
  private static final int LONGEST = 1_000;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AlertRules() {}

  static Decision.Accepted hear(Incident incident, Evidence evidence, Actor actor, Instant now) {
    var change = new Change(incident, actor, now);
    for (Evidence.Told told : evidence.told()) {
      Instant at = told.at().isAfter(now) ? now : told.at();
      change.quote(EntryKind.ALERT, actor, words(told), at, told.link(), null);
    }
    if (evidence.fired() > 0 || evidence.resolved() > 0) {
      change.entry(EntryKind.ALERT, more(evidence));
    }
    if (!change.unchanged() && incident.open()) {
      change.thread();
    }
    detected(change, evidence, now);
    if (evidence.ask() && incident.open() && unmitigated(incident)) {
      int seq = change.entry(EntryKind.REMINDER, "No alert fires any more. Are users well again?");
      change.effect(new Effect.PostReminder(seq, ReminderKind.ALERTS_OVER));
    }
    change.effect(new Effect.RefreshCard());
    return change.accepted(Prose.of("Heard."));
  }

  /** Whether it makes sense to ask: nobody has said that users are well. */
  static boolean unmitigated(Incident incident) {
    return incident.milestones().at(Milestone.MITIGATED).isEmpty();
  }

  private static String words(Evidence.Told told) {
    String summary = told.summary();
    String text =
        (told.over() ? "Alert resolved: " : "Alert fired: ")
            + told.name()
            + (summary == null || told.over() ? "" : ": " + summary);
    String quiet = quiet(told);
    int room = LONGEST - quiet.length();
    return (text.length() <= room ? text : text.substring(0, room - 1) + "…") + quiet;
  }

  /** With the day: a maintenance may have begun on another one. */
  private static String quiet(Evidence.Told told) {
    Instant until = told.quietUntil();
    return told.over() || until == null || !until.isAfter(told.at())
        ? ""
        : " (kept quiet by a planned maintenance until " + CLOCK.format(until) + ")";
  }

  private static String more(Evidence evidence) {
    String fired = count(evidence.fired(), "fired");
    String resolved = count(evidence.resolved(), "resolved");
    String all = fired.isEmpty() ? resolved : resolved.isEmpty() ? fired : fired + ", " + resolved;
    return "More alerts: " + all;
  }

  private static String count(int number, String what) {
    return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number) + " " + what;
  }

  /** An earlier one puts it right, as people put milestones right; what people said stays. */
  private static void detected(Change change, Evidence evidence, Instant now) {
    Instant first = evidence.first();
    if (first == null) {
      return;
    }
    Instant at = first.isAfter(now) ? now : first;
    Optional<Milestones.Mark> mark = change.milestones.mark(Milestone.DETECTED);
    boolean ours =
        mark.map(Milestones.Mark::at)
            .filter(said -> said.equals(evidence.ours()) && at.isBefore(said))
            .isPresent();
    if (mark.isPresent() && !ours) {
      return;
    }
    int seq =
        change.entry(
            EntryKind.MILESTONE,
            Milestone.DETECTED.title(),
            at,
            mark.map(Milestones.Mark::entry).orElse(null));
    change.milestones = change.milestones.with(Milestone.DETECTED, new Milestones.Mark(at, seq));
    change.refreshAnnouncement();
  }
}
