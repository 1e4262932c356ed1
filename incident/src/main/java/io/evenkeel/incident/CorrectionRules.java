package io.evenkeel.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the timeline is put right: by new entries, so that the history stays. Words are changed by
 * whoever said them; a time by anybody in the incident, who says why when the words are another's.
 * Allowed at any time, also after the end.
 */
final class CorrectionRules {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CorrectionRules() {}

  static Decision correct(
      Incident incident, @Nullable Told told, Command.Correct command, Actor actor, Instant now) {
    if (told == null) {
      return Correctable.missing(incident, command.entry());
    }
    Decision refused =
        Correctable.moves(told, command)
            ? null
            : Correctable.stays(incident, told, command.entry());
    if (refused != null) {
      return refused;
    }
    TimelineEntry old = told.standing();
    String text = command.text() == null ? old.text() : command.text();
    Instant at = command.at() == null ? old.occurredAt() : command.at();
    if (at.isAfter(now)) {
      return Change.refused(
          Prose.of("Nothing was changed: ").at(at).text(" has not happened yet."));
    }
    boolean words = text != null && !text.equals(old.text());
    boolean moved = !at.equals(old.occurredAt());
    if (text == null || (!words && !moved)) {
      return Change.refused(
          Prose.of("Entry " + command.entry() + " of ")
              .strong(incident.label())
              .text(" reads so already. Nothing changed."));
    }
    boolean own = told.saidBy(Standing.doer(actor).id());
    if (words && !own) {
      return Correctable.others(incident, told, command.entry());
    }
    if (!own && command.reason() == null) {
      return Change.refused(
          Prose.of("Nothing was changed: entry " + command.entry() + " is by ")
              .strong(old.actor().name())
              .text(". Say why its time is another: ")
              .code("/incident correct " + command.entry() + " --at 14:02 --reason why")
              .text("."));
    }
    if (words && old.kind() == EntryKind.UPDATE && !told.newest()) {
      return Change.refused(
          Prose.of("Nothing was changed: you have posted another update since, and only the last")
              .text(" one is edited. What is wrong in an older one, a new one says: ")
              .code("/incident update text")
              .text("."));
    }
    var change = new Change(incident, actor, now);
    int seq = change.quote(old.kind(), old.actor(), text, at, old.source(), old.seq());
    boolean plainEdit = words && !moved && command.reason() == null;
    if (!plainEdit) {
      change.entry(
          EntryKind.CORRECTED,
          "Put entry "
              + old.seq()
              + " right as entry "
              + seq
              + what(old, at, words, moved)
              + (command.reason() == null ? "" : ": " + command.reason()));
    }
    shown(change, told, text, words);
    return change.accepted(
        Prose.of("Entry " + old.seq() + " of ")
            .strong(incident.label())
            .text(" is put right as entry " + seq + ". The history keeps both."));
  }

  static Decision edit(
      Incident incident,
      @Nullable Told told,
      Command.EditUpdate command,
      Actor actor,
      Instant now) {
    return told == null
        ? Change.refused(
            Prose.of("Nothing was changed: you have posted no update on ")
                .strong(incident.label())
                .text(". To post one: ")
                .code("/incident update text")
                .text("."))
        : correct(
            incident,
            told,
            new Command.Correct(told.standing().seq(), command.text(), null, null),
            actor,
            now);
  }

  private static void shown(Change change, Told told, String text, boolean words) {
    TimelineEntry old = told.standing();
    if (old.kind() == EntryKind.UPDATE) {
      int first = told.first().seq();
      change.effect(new Effect.EditPost(first));
      if (change.before.announced()) {
        change.effect(new Effect.EditReply(first));
      }
      change.effect(new Effect.EditBriefs(first));
      latest(change, old, text, words);
      return;
    }
    change.thread();
    if (old.kind() == EntryKind.DECISION) {
      change.effect(new Effect.RefreshCard());
    }
  }

  /** The card and the announcement show the latest update for everybody. */
  private static void latest(Change change, TimelineEntry old, String text, boolean words) {
    var latest = change.update;
    if (words && latest != null && latest.text().equals(old.text())) {
      change.update = new Incident.LatestUpdate(text, latest.at(), latest.next());
      change.effect(new Effect.RefreshCard());
      change.refreshAnnouncement();
    }
  }

  private static String what(TimelineEntry old, Instant at, boolean words, boolean moved) {
    String time =
        moved
            ? " (time "
                + TIME.format(old.occurredAt())
                + " → "
                + TIME.format(at)
                + " UTC"
                + (words ? ", words)" : ")")
            : "";
    return words && !moved ? " (words)" : time;
  }
}
