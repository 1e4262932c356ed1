package io.evenkeel.incident;

import java.time.Instant;

/** How an incident ends, and comes back. */
final class EndRules {
  private EndRules() {}

  static Decision resolve(Incident incident, Command.Resolve command, Actor actor, Instant now) {
    if (incident.status() == Status.MERGED) {
      return Endings.over(incident, "Resolve the incident it was merged into.");
    }
    if (!incident.open()) {
      Prose words = Prose.of("").strong(incident.label()).text(" was " + incident.status().word());
      words =
          incident.milestones().at(Milestone.RESOLVED).map(words.text(" at ")::at).orElse(words);
      return Change.refused(
          words
              .text(" already. Nothing changed. If it is back: ")
              .code("/incident reopen <why>")
              .text("."));
    }
    var change = new Change(incident, actor, now);
    String resolution = command.resolution();
    change.status = Status.RESOLVED;
    change.reached(Milestone.RESOLVED);
    change.resolution = resolution;
    change.entry(EntryKind.RESOLVED, resolution == null ? "Resolved" : "Resolved: " + resolution);
    ProgressRules.spread(change);
    change.effect(new Effect.KeepFile());
    return change.accepted(
        Prose.of("Resolved ").strong(incident.label()).text("."),
        Offer.plain("Postmortem draft", "postmortem --incident-id " + incident.number()));
  }

  static Decision close(Incident incident, Command.Close command, Actor actor, Instant now) {
    switch (incident.status()) {
      case INVESTIGATING, IDENTIFIED, MONITORING -> {
        return Change.refused(
            Prose.of("")
                .strong(incident.label())
                .text(" is " + incident.status().word() + ", so it cannot be closed yet. Resolve")
                .text(" it first. Nothing changed."),
            Offer.primary(
                "Resolve " + incident.number(), "resolve --incident-id " + incident.number()));
      }
      case CLOSED, CANCELLED, MERGED -> {
        return Endings.over(incident, "There is nothing to close.");
      }
      case RESOLVED -> {
        // The only one that is closed.
      }
    }
    var change = new Change(incident, actor, now);
    change.status = Status.CLOSED;
    change.reached(Milestone.CLOSED);
    String text = command.text();
    change.entry(EntryKind.CLOSED, text == null ? "Closed" : "Closed: " + text);
    change.tellCommander();
    change.post();
    change.effect(new Effect.RefreshCard());
    change.effect(new Effect.SetTopic());
    change.refreshAnnouncement();
    change.effect(new Effect.KeepFile());
    return change.accepted(
        Prose.of("Closed ")
            .strong(incident.label())
            .text(". If it is back: ")
            .code("/incident reopen <why>")
            .text("."));
  }

  /** Nobody works on it any more; what is recorded of it later is in its timeline alone. */
  static Decision archive(Incident incident, Actor actor, Instant now) {
    if (incident.open() || incident.status() == Status.RESOLVED) {
      return Change.refused(Prose.of("It is worked on again: its channel stays."));
    }
    var change = new Change(incident, actor, now);
    change.effect(new Effect.ArchiveChannel());
    return change.accepted(
        Prose.of("The channel of ").strong(incident.label()).text(" is archived."));
  }

  static Decision reopen(Incident incident, Command.Reopen command, Actor actor, Instant now) {
    if (incident.open()) {
      return Change.refused(
          Prose.of("")
              .strong(incident.label())
              .text(" is open (" + incident.status().word() + "). Nothing changed."));
    }
    if (incident.status() == Status.MERGED) {
      return Endings.over(incident, "Go on in the incident it was merged into.");
    }
    var change = new Change(incident, actor, now);
    change.effect(new Effect.UnarchiveChannel());
    change.entry(EntryKind.REOPENED, "Reopened: " + command.reason());
    change.status = Status.INVESTIGATING;
    change.resolution = null;
    change.cancelledAs = null;
    change.milestones =
        change
            .milestones
            .without(Milestone.RESOLVED)
            .without(Milestone.CLOSED)
            .without(Milestone.MITIGATED);
    ProgressRules.spread(change);
    return change.accepted(
        Prose.of("Reopened ").strong(incident.label()).text(". Status is investigating."));
  }

  static Decision cancel(Incident incident, Command.Cancel command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Only an open incident is cancelled.");
    }
    var change = new Change(incident, actor, now);
    change.status = Status.CANCELLED;
    change.cancelledAs = command.as();
    change.entry(
        EntryKind.CANCELLED, "Cancelled as " + command.as().phrase() + ": " + command.reason());
    ProgressRules.spread(change);
    return change.accepted(
        Prose.of("Cancelled ")
            .strong(incident.label())
            .text(" as " + command.as().phrase() + ". It is counted as alert noise and gets no")
            .text(" postmortem. If it is an incident after all: ")
            .code("/incident reopen <why>")
            .text("."));
  }
}
