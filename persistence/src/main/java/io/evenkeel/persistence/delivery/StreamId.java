package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import java.util.Locale;

/** The name of a stream: {@code INC-42/channel}. */
final class StreamId {
  private StreamId() {}

  static String of(IncidentNumber incident, Effect.Place place) {
    return incident + "/" + place.name().toLowerCase(Locale.ROOT);
  }
}
