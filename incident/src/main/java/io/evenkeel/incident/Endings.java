package io.evenkeel.incident;

/** What people read when they act on an incident that is over. */
final class Endings {
  private Endings() {}

  static Decision.Refused over(Incident incident, String why) {
    IncidentNumber goesOn = incident.mergedInto();
    Prose words =
        Prose.of("")
            .strong(incident.label())
            .text(" is " + incident.status().word() + (goesOn == null ? "" : " into " + goesOn))
            .text(", so nothing was changed. " + why);
    return switch (incident.status()) {
      case RESOLVED, CLOSED, CANCELLED ->
          Change.refused(words.text(" If it is back: ").code("/incident reopen <why>").text("."));
      case MERGED ->
          Change.refused(
              words
                  .text(" Within 24 hours it is undone by ")
                  .code("/incident merge undo " + incident.number())
                  .text("."));
      case INVESTIGATING, IDENTIFIED, MONITORING -> Change.refused(words);
    };
  }
}
