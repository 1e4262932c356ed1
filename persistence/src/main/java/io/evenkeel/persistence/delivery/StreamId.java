package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The name of a stream: {@code INC-42/channel}. */
final class StreamId {
  private StreamId() {}

  static String of(IncidentNumber incident, Effect.Place place) {
    return incident + "/" + place.name().toLowerCase(Locale.ROOT);
  }

  /** The ends of the names of streams for which nobody calls Slack. */
  static final List<String> BESIDE_SLACK =
      Stream.of(Effect.Place.OUTSIDE, Effect.Place.HOOKS)
          .map(place -> "/" + place.name().toLowerCase(Locale.ROOT))
          .toList();

  /** Of a card about alerts: {@code house/A-12}. */
  static String ofAlerts(int group) {
    return "house/A-" + group;
  }

  /** Of what belongs to no incident: {@code house/U123}, {@code house/#on-call}. */
  static String of(Hearer hearer) {
    return switch (hearer) {
      case Hearer.Somebody(PersonId person) -> "house/" + person;
      case Hearer.Channel(String name) -> "house/#" + name;
    };
  }
}
