package io.evenkeel.bot.read;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which incident a question is about: the named one, else the channel's. */
final class Meant {
  private Meant() {}

  /** The incident of that number, or of that channel; empty where there is none to see. */
  static Optional<Incident> seen(
      Transaction tx, @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return number(tx, target, place)
        .filter(number -> new Incidents(tx).maySee(number, asker))
        .flatMap(number -> new Incidents(tx).find(number));
  }

  /** Also where the asker may not see it. */
  static Optional<IncidentNumber> number(
      Transaction tx, @Nullable IncidentNumber target, @Nullable ChannelId place) {
    return Optional.ofNullable(target)
        .or(() -> Optional.ofNullable(place).flatMap(new Incidents(tx)::inChannel));
  }
}
