package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is taken out of what stands; the history keeps it, with who did it and why. An
 * update, which people outside have read, is edited and not withdrawn.
 */
final class WithdrawRule {
  private WithdrawRule() {}

  static Decision withdraw(
      Incident incident, @Nullable Told told, Command.Withdraw command, Actor actor, Instant now) {
    if (told == null) {
      return Correctable.missing(incident, command.entry());
    }
    Decision refused = Correctable.stays(incident, told, command.entry());
    if (refused != null) {
      return refused;
    }
    TimelineEntry old = told.standing();
    if (old.kind() == EntryKind.UPDATE) {
      return Change.refused(
          Prose.of("Nothing was changed: an update was read by people, so it is not taken back.")
              .text(" Its author edits it: ")
              .code("/incident update --edit text")
              .text(", or a new one says what holds."));
    }
    var change = new Change(incident, actor, now);
    change.entry(
        EntryKind.WITHDRAWN,
        "Withdrew entry "
            + old.seq()
            + ", a "
            + old.kind().word()
            + " by "
            + old.actor().name()
            + ": "
            + command.reason(),
        now,
        old.seq());
    change.thread();
    if (old.kind() == EntryKind.DECISION) {
      change.effect(new Effect.RefreshCard());
    }
    return change.accepted(
        Prose.of("Entry " + old.seq() + " of ")
            .strong(incident.label())
            .text(" is withdrawn. The history keeps it, with who withdrew it and why."));
  }
}
