package io.evenkeel.incident;

import java.util.Locale;

/** What somebody wants to be told of without being in the channel. */
public sealed interface Topic {

  /** One incident, also a drill. */
  record OfIncident(IncidentNumber number) implements Topic {}

  /** Every incident of that severity and of worse ones; no drill. */
  record OfSeverity(Severity severity) implements Topic {}

  /**
   * Every incident of a service; no drill.
   *
   * @param name in lower case
   */
  record OfService(String name) implements Topic {
    public OfService {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  /** Whether an incident is of this, as it stands. A severity that is on no scale covers none. */
  default boolean covers(Incident incident, SeverityScale scale) {
    return switch (this) {
      case OfIncident(IncidentNumber number) -> incident.number().equals(number);
      case OfSeverity(Severity severity) -> {
        int worst = scale.rank(incident.severity());
        yield incident.mode() == Mode.LIVE && worst >= 0 && worst <= scale.rank(severity);
      }
      case OfService(String name) ->
          incident.mode() == Mode.LIVE
              && incident.services().stream()
                  .anyMatch(service -> service.toLowerCase(Locale.ROOT).equals(name));
    };
  }

  /** "SEV-2 and worse", as people read it. */
  default String words(SeverityScale scale) {
    return switch (this) {
      case OfIncident(IncidentNumber number) -> number.toString();
      case OfSeverity(Severity severity) ->
          scale.rank(severity) <= 0 ? severity.name() : severity + " and worse";
      case OfService(String name) -> "the service " + name;
    };
  }

  /** What follows {@code subscribe} or {@code unsubscribe}. */
  default String typed() {
    return switch (this) {
      case OfIncident(IncidentNumber number) -> number.toString();
      case OfSeverity(Severity severity) -> "--severity " + Offer.quoted(severity.name());
      case OfService(String name) -> "--service " + Offer.quoted(name);
    };
  }
}
