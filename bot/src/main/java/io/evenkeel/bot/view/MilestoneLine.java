package io.evenkeel.bot.view;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.TPlus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** The milestones in a line, each with its T+. What is not known says so. */
final class MilestoneLine {
  private MilestoneLine() {}

  static String of(Incident incident) {
    var parts = new ArrayList<String>();
    Instant shown = null;
    for (Milestone milestone : Milestone.values()) {
      var at = incident.milestones().at(milestone);
      if (at.isPresent()) {
        parts.add(
            milestone.title()
                + " "
                + (shown != null && close(shown, at.get())
                    ? Mrkdwn.time(at.get())
                    : Mrkdwn.date(at.get()))
                + " ("
                + TPlus.label(incident.zero(), at.get())
                + ")");
        shown = at.get();
      } else if (expected(incident, milestone)) {
        parts.add(milestone.title() + " unknown");
      }
    }
    return String.join(" · ", parts);
  }

  /** So close that a time without its day can only be read in one way. */
  private static boolean close(Instant shown, Instant at) {
    return Duration.between(shown, at).abs().compareTo(Duration.ofHours(12)) < 0;
  }

  /** Whether a reader would look for it by now. */
  private static boolean expected(Incident incident, Milestone milestone) {
    return switch (milestone) {
      case STARTED, DETECTED, DECLARED, ACKNOWLEDGED -> true;
      case MITIGATED, RESOLVED ->
          switch (incident.status()) {
            case RESOLVED, CLOSED -> true;
            case INVESTIGATING, IDENTIFIED, MONITORING, CANCELLED, MERGED ->
                incident.milestones().mark(milestone).isPresent();
          };
      case CLOSED -> incident.milestones().mark(milestone).isPresent();
    };
  }
}
