package io.evenkeel.incident;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are put right, and by whom; for all others, why not and what can be done instead.
 */
final class Correctable {
  private Correctable() {}

  static Decision missing(Incident incident, int entry) {
    return Change.refused(
        Prose.of("Nothing was changed: ")
            .strong(incident.label())
            .text(" has no entry " + entry + ". Their numbers are shown by ")
            .code("/incident timeline")
            .text("."),
        Offer.plain("Timeline", "timeline --incident-id " + incident.number()));
  }

  /** A message's words follow Slack; when it happened is for people to say. */
  static boolean moves(Told told, Command.Correct command) {
    return told.standing().kind() == EntryKind.CAPTURED
        && command.at() != null
        && (command.text() == null || command.text().equals(told.standing().text()));
  }

  /** Why the entry stays as it is; null where it can be put right. */
  static @Nullable Decision stays(Incident incident, Told told, int entry) {
    if (told.withdrawn()) {
      return Change.refused(
          Prose.of("Nothing was changed: entry " + entry + " was withdrawn at ")
              .at(told.standing().recordedAt())
              .text(". To write it down again: ")
              .code("/incident note text --at 14:02")
              .text("."));
    }
    return Fixed.why(told, incident.number())
        .map(why ->
            Change.refused(Prose.of("Nothing was changed on entry " + entry + ". ").then(why)))
        .orElse(null);
  }

  /** The words are another's. */
  static Decision others(Incident incident, Told told, int entry) {
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
