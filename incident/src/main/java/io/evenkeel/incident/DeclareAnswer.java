package io.evenkeel.incident;

/**
 * What whoever declares reads: how it stands, where its channel is, and what to press where the
 * severity was assumed.
 */
final class DeclareAnswer {
  private DeclareAnswer() {}

  static Prose words(Change change, Command.Declare command, boolean assumed) {
    Prose words =
        Prose.of("Declared ")
            .strong(change.before.label())
            .text(
                assumed
                    ? " as " + change.severity + " (assumed: say if it is another). "
                    : " as " + change.severity + ". ")
            .text(unannounced(change.before))
            .text(
                change.before.declaredBy().human()
                    ? "You are acting incident commander. "
                    : "Nobody commands it yet. ");
    ChannelId here = command.here();
    if (!change.before.declaredBy().human()) {
      return words
          .text("Its channel ")
          .strong("#" + IncidentRoom.name(change, command))
          .text(" opens now.");
    }
    return here == null
        ? words
            .text("Its channel ")
            .strong("#" + IncidentRoom.name(change, command))
            .text(" opens in a moment and you are invited.")
        : words.text("Its channel is ").room(here).text(".");
  }

  /** Says so when nobody outside is told, all the more when a channel to tell was named. */
  private static String unannounced(Incident incident) {
    if (incident.announced()) {
      return "";
    }
    return incident.visibility() == Visibility.PRIVATE
        ? "It is private, so it is announced nowhere. "
        : "It is a " + incident.mode().word() + ", so it is announced nowhere. ";
  }

  /** One for each severity; none where somebody said which. */
  static Offer[] severities(Change change, SeverityScale scale) {
    if (!change.severityAssumed) {
      return new Offer[0];
    }
    return scale.levels().stream()
        .map(level ->
            Offer.plain(
                level.severity() + " " + level.word(),
                "severity " + level.severity() + " --incident-id " + change.before.number()))
        .toArray(Offer[]::new);
  }

  /** Announced to a channel and hidden: only one of them can be meant. */
  static Decision tellOrHide(Command.Declare command) {
    return Change.refused(
        Prose.of("Nothing was declared: ")
            .code("--channel")
            .text(" announces an incident and ")
            .code("--private")
            .text(" hides it. Which one is meant?"),
        Offer.primary(
            "Private", command.with(Visibility.PRIVATE, command.separate(), null).typed()),
        Offer.plain(
            "Announced",
            command.with(Visibility.PUBLIC, command.separate(), command.announceIn()).typed()));
  }
}
