package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Undone;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask about incidents. Each answer leaves out the private ones that are not
 * theirs to see, within {@link Database#COMMAND_LIMIT}. Throws {@link
 * io.evenkeel.persistence.Unavailable} while Postgres is away.
 */
public final class Questions {
  /** As many as fit one message that somebody still reads. */
  private static final int LONGEST_LIST = 20;

  private static final int LATEST = 100;

  private final Database database;

  public Questions(Database database) {
    this.database = database;
  }

  /** An incident's card, with what stands beside it and what could not be done in Slack. */
  public record Card(Room room, Board board, List<Undone> undone) {}

  /** The incident of that number, or of that channel; empty where there is none to see. */
  public Optional<Card> card(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx ->
            meant(tx, target, place)
                .filter(number -> new Incidents(tx).maySee(number, asker))
                .flatMap(number -> new Incidents(tx).find(number))
                .map(incident ->
                    new Card(
                        rooms(tx, List.of(incident)).getFirst(),
                        new Boards(tx).of(incident.number()),
                        new Parked(tx)
                            .of(incident.number()).stream().map(ParkedEffect::undone).toList())));
  }

  /** The latest entries of its timeline, to suggest moments from. */
  public List<TimelineEntry> latest(Incident incident) {
    int last = incident.entries();
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> new Timeline(tx).range(incident.number(), Math.max(1, last - LATEST), last));
  }

  /** The newest first. */
  public List<Room> listing(Utterance.Scope scope, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          var incidents = new Incidents(tx);
          List<Incident> found =
              switch (scope) {
                case OPEN -> incidents.open(asker);
                case MINE -> incidents.openOf(asker);
                case ALL -> incidents.all(asker, LONGEST_LIST, 0);
              };
          return rooms(tx, found.stream().limit(LONGEST_LIST).toList());
        });
  }

  private static Optional<IncidentNumber> meant(
      Transaction tx, @Nullable IncidentNumber target, @Nullable ChannelId place) {
    return Optional.ofNullable(target)
        .or(() -> Optional.ofNullable(place).flatMap(new Incidents(tx)::inChannel));
  }

  private static List<Room> rooms(Transaction tx, List<Incident> incidents) {
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
