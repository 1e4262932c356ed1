package io.evenkeel.bot.read;

import io.evenkeel.people.Cast;
import io.evenkeel.people.Casting;
import io.evenkeel.people.Participant;
import io.evenkeel.people.People;
import io.evenkeel.people.Recast;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.postmortem.Draft;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A postmortem's text as it is for some readers: roles in the place of people. */
public final class Audiences {

  /** For whom. */
  public enum Audience {
    /** Names stay in roles, tasks and actions, and become roles in the narrative. */
    INSIDE,
    /** Nobody is named. */
    OUTSIDE
  }

  private final Database database;

  public Audiences(Database database) {
    this.database = database;
  }

  /**
   * @param text made of that draft, as Markdown
   * @throws Unavailable while Postgres is away: whose names to look for is then not known
   */
  public Recast told(Draft draft, String text, Audience audience) {
    Cast cast = Casting.of(draft, everybody(), Set.of());
    return switch (audience) {
      case INSIDE -> People.inside(text, cast);
      case OUTSIDE -> People.outside(text, cast);
    };
  }

  /** What everybody is called, for who looks for names. */
  public List<Participant> everybody() {
    return database.query(tx ->
        new io.evenkeel.persistence.people.People(tx)
            .called().stream()
                .map(one ->
                    new Participant(
                        one.id().value(),
                        Stream.of(one.display(), one.real(), one.user()).distinct().toList(),
                        null))
                .toList());
  }
}
