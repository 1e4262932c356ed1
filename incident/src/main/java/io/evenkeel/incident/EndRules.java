package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How an incident ends, and comes back. */
final class EndRules {
  /**
   * For so long anyone in the incident may call it off; after that the confirmed commander does.
   */
  private static final Duration ANYONE_CANCELS = Duration.ofMinutes(15);

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
    Prose words = Prose.of("Resolved ").strong(incident.label()).text(".");
    var offers = new ArrayList<Offer>();
    if (incident.milestones().mark(Milestone.MITIGATED).isEmpty()) {
      words = words.text(" Since when were users no longer hurt?");
      offers.addAll(mitigatedOffers(incident, now));
    }
    offers.add(Offer.plain("Postmortem draft", "postmortem --incident-id " + incident.number()));
    return change.accepted(words, offers.toArray(Offer[]::new));
  }

  private static List<Offer> mitigatedOffers(Incident incident, Instant now) {
    String say = "milestone mitigated %s --incident-id " + incident.number();
    var offers = new ArrayList<Offer>();
    var update = incident.update();
    if (update != null) {
      offers.add(
          Offer.plain(
              "Latest update, " + TPlus.label(incident.zero(), update.at()),
              say.formatted(update.at())));
    }
    offers.add(Offer.plain("Just now", say.formatted(now)));
    offers.add(Offer.plain("Nobody knows", say.formatted("unknown")));
    return offers;
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
    var commander = Standing.confirmedOther(incident, actor);
    boolean late =
        incident
            .milestones()
            .at(Milestone.DECLARED)
            .map(at -> now.isAfter(at.plus(ANYONE_CANCELS)))
            .orElse(false);
    if (late && commander.isPresent()) {
      return Change.refused(
          Prose.of("After 15 minutes an incident is cancelled by its commander: ask ")
              .mention(commander.get())
              .text(". Nothing changed on " + incident.label() + "."));
    }
    var change = new Change(incident, actor, now);
    change.status = Status.CANCELLED;
    change.cancelledAs = command.as();
    change.entry(
        EntryKind.CANCELLED, "Cancelled as " + command.as().word() + ": " + command.reason());
    ProgressRules.spread(change);
    return change.accepted(
        Prose.of("Cancelled ").strong(incident.label()).text(" as " + command.as().word() + "."));
  }
}
