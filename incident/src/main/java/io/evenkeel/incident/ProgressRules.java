package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an open incident moves: status, severity, mitigation. */
final class ProgressRules {
  private ProgressRules() {}

  static Decision status(
      Incident incident, Command.ChangeStatus command, Actor actor, Instant now) {
    Status to = command.status();
    if (to == Status.RESOLVED) {
      return EndRules.resolve(incident, new Command.Resolve(command.text()), actor, now);
    }
    if (!to.open() || !incident.open()) {
      return closedStatus(incident, to);
    }
    String text = command.text();
    if (to == incident.status()) {
      return Change.refused(
          Prose.of("")
              .strong(incident.label())
              .text(" is " + to.word() + " already. Nothing changed.")
              .text(text == null ? "" : " To post the text: ")
              .then(text == null ? Prose.of("") : Prose.of("").code("/incident update " + text)));
    }
    if (text != null) {
      return UpdateRules.update(incident, new Command.Update(text, to, null, false), actor, now);
    }
    var change = new Change(incident, actor, now);
    move(change, to);
    spread(change);
    return change.accepted(
        Prose.of("").strong(incident.label()).text(" is now " + to.word() + "."));
  }

  static Decision severity(
      Incident incident, Command.ChangeSeverity command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Its severity stays.");
    }
    Severity to = command.severity();
    boolean same = to.equals(incident.severity());
    if (same && !incident.severityAssumed()) {
      return Change.refused(
          Prose.of("").strong(incident.label()).text(" is " + to + " already. Nothing changed."));
    }
    var change = new Change(incident, actor, now);
    change.severity = to;
    change.severityAssumed = false;
    change.entry(
        EntryKind.SEVERITY,
        (same ? "Severity confirmed: " + to : "Severity " + incident.severity() + " → " + to)
            + because(command.reason()));
    if (same) {
      change.thread();
      change.effect(new Effect.RefreshCard());
      change.refreshAnnouncement();
    } else {
      spread(change);
    }
    return change.accepted(
        Prose.of("")
            .strong(incident.label())
            .text(same ? " is confirmed as " : " is now ")
            .text(to + "."));
  }

  static Decision mitigate(Incident incident, Command.Mitigate command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(
          incident, "When it was mitigated can be put right: /incident milestone mitigated 14:40.");
    }
    var known = incident.milestones().at(Milestone.MITIGATED);
    if (known.isPresent()) {
      return Change.refused(
          Prose.of("")
              .strong(incident.label())
              .text(" is mitigated since ")
              .at(known.get())
              .text(". Another time: ")
              .code("/incident milestone mitigated 14:40")
              .text("."));
    }
    var change = new Change(incident, actor, now);
    var unknown = incident.milestones().mark(Milestone.MITIGATED).map(Milestones.Mark::entry);
    change.reached(Milestone.MITIGATED);
    change.status = Status.MONITORING;
    String text = command.text();
    change.entry(
        EntryKind.MITIGATED,
        text == null ? "Mitigated" : "Mitigated: " + text,
        now,
        unknown.orElse(null));
    spread(change);
    return change.accepted(
        Prose.of("")
            .strong(incident.label())
            .text(" is mitigated as of now; status is monitoring."));
  }

  /** A change of status is posted, shown on the card and the topic, broadcast, and told. */
  static void spread(Change change) {
    change.tellCommander();
    change.post();
    change.effect(new Effect.RefreshCard());
    change.effect(new Effect.SetTopic());
    change.announce(true);
  }

  static void move(Change change, Status to) {
    change.entry(EntryKind.STATUS, "Status " + change.status.word() + " → " + to.word());
    change.status = to;
    if (to == Status.MONITORING && change.milestones.mark(Milestone.MITIGATED).isEmpty()) {
      change.reached(Milestone.MITIGATED);
    }
  }

  /** Why it does not get that status from here, and what to type instead. */
  static Decision closedStatus(Incident incident, Status to) {
    if (!incident.open()) {
      return Endings.over(incident, "Its status stays.");
    }
    String instead =
        switch (to) {
          case RESOLVED -> "/incident resolve <what was done>";
          case CANCELLED -> "/incident cancel <why>";
          case CLOSED, MERGED, INVESTIGATING, IDENTIFIED, MONITORING ->
              "/incident resolve <what was done>";
        };
    return Change.refused(
        Prose.of("A status command moves between investigating, identified and monitoring. ")
            .text("For " + to.word() + ": ")
            .code(instead)
            .text(". Nothing was recorded."));
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : ": " + reason;
  }
}
