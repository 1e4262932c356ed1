package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What everybody is told about how it goes, and until when the next word is promised. */
final class UpdateRules {
  private UpdateRules() {}

  static Decision update(Incident incident, Command.Update command, Actor actor, Instant now) {
    if (incident.status() == Status.CANCELLED || incident.status() == Status.MERGED) {
      return Endings.over(incident, "A note can still be added.");
    }
    Status to = command.status();
    if (to != null && (!to.open() || !incident.open())) {
      return ProgressRules.closedStatus(incident, to);
    }
    var change = new Change(incident, actor, now);
    boolean moved = to != null && to != incident.status();
    if (to != null && moved) {
      ProgressRules.move(change, to);
    }
    int entry = change.entry(EntryKind.UPDATE, command.text());
    if (command.next() != null && !incident.open()) {
      return Change.refused(
          Prose.of("Nothing was recorded: ")
              .strong(incident.label())
              .text(
                  " is " + incident.status().word() + ", so no next update is due. Say it without ")
              .code("--next")
              .text(", or ")
              .code("/incident reopen <why>")
              .text("."),
          Offer.primary(
              "Post it without",
              "update " + Offer.quoted(command.text()) + " --incident-id " + incident.number()));
    }
    Instant next = command.next() == null ? null : now.plus(command.next());
    if (next != null) {
      change.keep(new UpdatePromise(entry, next));
    }
    change.update =
        command.internal()
            ? promised(change, next)
            : new Incident.LatestUpdate(command.text(), now, next);
    change.post();
    change.effect(new Effect.RefreshCard());
    if (moved) {
      change.effect(new Effect.SetTopic());
    }
    if (command.internal()) {
      change.refreshAnnouncement();
    } else {
      change.announce(moved);
    }
    Prose words = Prose.of("Update recorded on ").strong(incident.label()).text(".");
    if (moved) {
      words = words.text(" Status is now " + change.status.word() + ".");
    }
    return change.accepted(words.then(awaited(change)));
  }

  /** What everybody waits for now: a promise that was not understood as one is noticed here. */
  private static Prose awaited(Change change) {
    Instant next = change.update == null ? null : change.update.next();
    return !change.status.open()
        ? Prose.of("")
        : next == null
            ? Prose.of(" No next update is promised.")
            : Prose.of(" The next update is promised for ").at(next).text(".");
  }

  /**
   * An internal update stays in the channel: what everybody sees keeps the latest update that was
   * meant for them. Only a promise counts for all.
   */
  private static Incident.@Nullable LatestUpdate promised(Change change, @Nullable Instant next) {
    var before = change.update;
    if (next == null) {
      return before;
    }
    return before == null
        ? new Incident.LatestUpdate("Nothing for everybody yet.", change.now, next)
        : new Incident.LatestUpdate(before.text(), before.at(), next);
  }
}
