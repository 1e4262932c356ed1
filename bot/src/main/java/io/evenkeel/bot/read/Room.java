package io.evenkeel.bot.read;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.SlackObjects;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident and where it is worked on.
 *
 * @param channel null while the channel is not there yet
 * @param undone how many things could not be done in Slack and wait for a person
 */
public record Room(Incident incident, @Nullable ChannelId channel, int undone) {

  /** Those of incidents, in their order. */
  static List<Room> of(Transaction tx, List<Incident> incidents) {
    List<IncidentNumber> numbers = incidents.stream().map(Incident::number).toList();
    Map<IncidentNumber, ChannelId> channels = new SlackObjects(tx).channels(numbers);
    Map<IncidentNumber, Integer> undone = new Parked(tx).counts(numbers);
    return incidents.stream()
        .map(incident ->
            new Room(
                incident,
                channels.get(incident.number()),
                undone.getOrDefault(incident.number(), 0)))
        .toList();
  }
}
