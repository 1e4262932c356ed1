package io.evenkeel.incident;

import java.time.Instant;
import java.util.Objects;

/** What is written down without moving the incident: allowed at any time, also after the end. */
final class RecordRules {
  private RecordRules() {}

  static Decision note(Incident incident, Command.Note command, Actor actor, Instant now) {
    Instant at = command.at() == null ? now : command.at();
    if (at.isAfter(now)) {
      return notYet(at);
    }
    var change = new Change(incident, actor, now);
    change.quote(EntryKind.NOTE, actor, command.text(), at, command.evidence(), null);
    change.thread();
    Prose words = Prose.of("Noted on ").strong(incident.label());
    return change.accepted(
        command.at() == null ? words.text(".") : words.text(" for ").at(at).text("."));
  }

  static Decision decision(Incident incident, Command.Decide command, Actor actor, Instant now) {
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.DECISION, command.text());
    change.post();
    change.effect(new Effect.RefreshCard());
    return change.accepted(Prose.of("Decision recorded on ").strong(incident.label()).text("."));
  }

  static Decision milestone(
      Incident incident, Command.SetMilestone command, Actor actor, Instant now) {
    Milestone milestone = command.milestone();
    Instant at = command.at();
    if (at != null && at.isAfter(now)) {
      return notYet(at);
    }
    if (at == null && milestone == Milestone.DECLARED) {
      return Change.refused(Prose.of("When it was declared is known. Nothing changed."));
    }
    if (milestone == Milestone.RESOLVED && incident.open()) {
      return Change.refused(
          Prose.of("")
              .strong(incident.label())
              .text(" is open, so it has no time of resolution. To end it: ")
              .code("/incident resolve <what was done>")
              .text(". Nothing changed."));
    }
    if (milestone == Milestone.CLOSED && incident.status() != Status.CLOSED) {
      return Change.refused(
          Prose.of("")
              .strong(incident.label())
              .text(" is not closed, so that has no time. Nothing changed."));
    }
    var before = incident.milestones().mark(milestone);
    if (before.isPresent() && Objects.equals(before.get().at(), at)) {
      Prose words = Prose.of("").strong(incident.label()).text(": " + milestone.word() + " is ");
      return Change.refused(
          (at == null ? words.text("unknown") : words.at(at)).text(" already. Nothing changed."));
    }
    var change = new Change(incident, actor, now);
    int seq =
        change.entry(
            EntryKind.MILESTONE,
            at == null ? milestone.title() + " at an unknown time" : milestone.title(),
            at == null ? now : at,
            before.map(Milestones.Mark::entry).orElse(null));
    change.milestones = change.milestones.with(milestone, new Milestones.Mark(at, seq));
    change.thread();
    change.effect(new Effect.RefreshCard());
    change.refreshAnnouncement();
    Prose words = Prose.of("").strong(incident.label()).text(": " + milestone.word() + " is now ");
    return change.accepted(at == null ? words.text("unknown.") : words.at(at).text("."));
  }

  static Decision report(Incident incident, Command.Report command, Actor actor, Instant now) {
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.REPORTED, actor.name() + " reported it, too: " + command.title());
    change.thread();
    return change.accepted(
        Prose.of("This looks like ")
            .strong(incident.label())
            .text(
                ", which is open, so your report was recorded there and no second incident began."),
        Offer.primary("Join " + incident.number(), "join " + incident.number()),
        Offer.plain("Separate incident", command.separately()));
  }

  static Decision sharePostmortem(Incident incident, Actor actor, Instant now) {
    if (incident.noise()) {
      return Endings.over(incident, "What turned out to be no incident gets no postmortem.");
    }
    if (incident.status() == Status.MERGED) {
      return Endings.over(incident, "Its postmortem is the one of the incident it goes on in.");
    }
    var change = new Change(incident, actor, now);
    change.effect(new Effect.SharePostmortem());
    return change.accepted(
        Prose.of("The postmortem draft of ")
            .strong(incident.label())
            .text(" is on its way into the channel as a Markdown file.")
            .text(
                incident.open() ? " The incident is still open: the draft shows it so far." : ""));
  }

  private static Decision notYet(Instant at) {
    return Change.refused(Prose.of("Nothing was recorded: ").at(at).text(" has not happened yet."));
  }
}
