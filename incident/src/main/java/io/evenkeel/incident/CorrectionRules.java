package io.evenkeel.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the timeline is put right: by new entries, so that the history stays. Words are changed by
 * whoever said them; a time by anybody in the incident, who says why when the words are another's;
 * an update, which people outside have read, is edited and not withdrawn. Allowed at any time, also
 * after the end.
 */
final class CorrectionRules {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CorrectionRules() {}

  static Decision correct(
      Incident incident, @Nullable Told told, Command.Correct command, Actor actor, Instant now) {
    if (told == null) {
      return missing(incident, command.entry());
    }
    Decision refused = moves(told, command) ? null : stays(incident, told, command.entry());
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
      return others(incident, told, command.entry());
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

  static Decision withdraw(
      Incident incident, @Nullable Told told, Command.Withdraw command, Actor actor, Instant now) {
    if (told == null) {
      return missing(incident, command.entry());
    }
    Decision refused = stays(incident, told, command.entry());
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

  private static Decision missing(Incident incident, int entry) {
    return Change.refused(
        Prose.of("Nothing was changed: ")
            .strong(incident.label())
            .text(" has no entry " + entry + ". Their numbers are shown by ")
            .code("/incident timeline")
            .text("."),
        Offer.plain("Timeline", "timeline --incident-id " + incident.number()));
  }

  /** A message's words follow Slack; when it happened is for people to say. */
  private static boolean moves(Told told, Command.Correct command) {
    return told.standing().kind() == EntryKind.CAPTURED
        && command.at() != null
        && (command.text() == null || command.text().equals(told.standing().text()));
  }

  private static @Nullable Decision stays(Incident incident, Told told, int entry) {
    if (told.withdrawn()) {
      return Change.refused(
          Prose.of("Nothing was changed: entry " + entry + " was withdrawn at ")
              .at(told.standing().recordedAt())
              .text(". To write it down again: ")
              .code("/incident note text --at 14:02")
              .text("."));
    }
    return told.fixed(incident.number())
        .map(why ->
            Change.refused(Prose.of("Nothing was changed on entry " + entry + ". ").then(why)))
        .orElse(null);
  }

  private static Decision others(Incident incident, Told told, int entry) {
    String author = told.first().actor().name();
    return told.first().kind() == EntryKind.UPDATE
        ? Change.refused(
            Prose.of("Nothing was changed: this update is by ")
                .strong(author)
                .text(", who alone edits it. What holds now, your own update says: ")
                .code("/incident update text --incident-id " + incident.number())
                .text("."))
        : Change.refused(
            Prose.of("Nothing was changed: these words are ")
                .strong(author)
                .text("'s, and stay so. Add your own with ")
                .code("/incident note text --at 14:02")
                .text(", or withdraw it: ")
                .code("/incident withdraw " + entry + " why")
                .text("."));
  }
}
