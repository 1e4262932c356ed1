package io.evenkeel.bot.http;

import io.evenkeel.incident.IncidentNumber;
import io.javalin.http.Context;

/** The incident that an address names, as in {@code /incidents/INC-42}. */
final class NamedIncident {
  private NamedIncident() {}

  /**
   * @throws Refusal 404 when what stands there is no number of an incident
   */
  static IncidentNumber in(Context context) {
    return IncidentNumber.parse(context.pathParam("number"))
        .orElseThrow(
            () -> new Refusal(404, "An incident's number looks like INC-42. This one does not."));
  }
}
