package io.evenkeel.incident;

import java.time.Instant;

/** What ended an incident, said or put right at any time after it was resolved. */
final class ResolutionRule {
  private ResolutionRule() {}

  static Decision say(Incident incident, Command.SetResolution command, Actor actor, Instant now) {
    switch (incident.status()) {
      case INVESTIGATING, IDENTIFIED, MONITORING -> {
        return Change.refused(
            Prose.of("")
                .strong(incident.label())
                .text(" is open, so nothing was recorded. To end it with these words: ")
                .code("/incident resolve <what was done>")
                .text("."));
      }
      case CANCELLED, MERGED -> {
        return Endings.over(incident, "It has no resolution. A note can still be added.");
      }
      case RESOLVED, CLOSED -> {
        // What ended it can be said at any time after.
      }
    }
    if (command.text().equals(incident.resolution())) {
      return Change.refused(
          Prose.of("That is the resolution of ")
              .strong(incident.label())
              .text(" already. Nothing changed."));
    }
    var change = new Change(incident, actor, now);
    change.resolution = command.text();
    change.entry(EntryKind.RESOLUTION, "Resolution: " + command.text());
    change.thread();
    change.effect(new Effect.RefreshCard());
    change.refreshAnnouncement();
    return change.accepted(
        Prose.of("The resolution of ").strong(incident.label()).text(" is recorded."));
  }
}
