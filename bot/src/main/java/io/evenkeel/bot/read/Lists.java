package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Task;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.FollowThrough;
import io.evenkeel.persistence.incident.Incidents;
import java.util.List;

/**
 * Lists across incidents: what was asked for, and what is somebody's own. Nothing in them is of an
 * incident that the asker may not see. Throws as {@link Questions}.
 */
public final class Lists {
  /** As many as somebody on a phone still reads. */
  private static final int LISTED = 10;

  /** For buttons that name one's own incidents: who has more reads a list. */
  private static final int OWN = 20;

  private final Database database;

  Lists(Database database) {
    this.database = database;
  }

  /**
   * One page of a list.
   *
   * @param more whether there is a page after it
   */
  public record Page(List<Room> rooms, boolean more) {}

  /** A page of what was asked for, the newest first. */
  public Page incidents(Utterance.Asked.Listing asked, PersonId asker) {
    var wanted =
        new Incidents.Wanted(
            asked.scope() != Utterance.Scope.ALL,
            asked.scope() == Utterance.Scope.MINE,
            asked.severity(),
            asked.service());
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          List<Incident> found =
              new Incidents(tx).wanted(wanted, asker, LISTED + 1, (asked.page() - 1) * LISTED);
          return new Page(
              Room.of(tx, found.stream().limit(LISTED).toList()), found.size() > LISTED);
        });
  }

  /**
   * An action item with its incident.
   *
   * @param title of the incident; a drill's says so
   */
  public record Followed(IncidentNumber incident, String title, ActionItem item) {}

  /**
   * One page of action items across incidents.
   *
   * @param more whether there is a page after it
   */
  public record Following(List<Followed> items, boolean more) {}

  /** A page of action items. */
  public Following actions(Utterance.Asked.Following asked, PersonId asker) {
    boolean mine = asked.scope() == Utterance.Scope.MINE;
    boolean open = asked.scope() != Utterance.Scope.ALL;
    List<FollowThrough.Item> found =
        database.query(
            Database.COMMAND_LIMIT,
            tx ->
                new FollowThrough(tx)
                    .of(mine, open, asker, LISTED + 1, (asked.page() - 1) * LISTED));
    return new Following(
        found.stream()
            .limit(LISTED)
            .map(one -> new Followed(one.incident(), one.title(), one.item()))
            .toList(),
        found.size() > LISTED);
  }

  /** Open incidents that a person declared, holds a role in or is a member of, newest first. */
  public List<Room> own(PersonId person) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> Room.of(tx, new Incidents(tx).openOf(person).stream().limit(OWN).toList()));
  }

  /** A task and the incident it belongs to. */
  public record Duty(Incident incident, Task task) {}

  /** What is somebody's own: open incidents, and tasks in them. */
  public record Own(List<Room> rooms, List<Duty> tasks) {}

  /** For the Home tab. */
  public Own home(PersonId person) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          var incidents = new Incidents(tx);
          List<Duty> duties =
              new Boards(tx)
                  .tasksOf(person).stream()
                      .filter(task -> incidents.maySee(task.incident(), person))
                      .limit(OWN)
                      .flatMap(task ->
                          incidents.find(task.incident()).stream()
                              .map(incident -> new Duty(incident, task.task())))
                      .toList();
          return new Own(
              Room.of(tx, incidents.openOf(person).stream().limit(OWN).toList()), duties);
        });
  }
}
