package io.evenkeel.bot.read;

import io.evenkeel.people.Cast;
import io.evenkeel.people.Casting;
import io.evenkeel.people.Participant;
import io.evenkeel.people.People;
import io.evenkeel.people.Recast;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.postmortem.NameWords;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.MaybeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A postmortem's text as it is for some readers: roles in the place of people. */
public final class Audiences {

  /** For whom. */
  public enum Audience {
    /** Names stay in roles, tasks and actions, and become roles in the narrative. */
    INSIDE,
    /** Nobody is named. */
    OUTSIDE,
    /** Names stay everywhere, as they were written. */
    NAMED
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
    Map<String, Boolean> said =
        database.query(tx -> new NameWords(tx).of(draft.incident().number()));
    Set<String> names =
        said.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Cast cast = Casting.of(draft, everybody(), names);
    Recast recast =
        switch (audience) {
          case INSIDE -> People.inside(text, cast);
          case OUTSIDE -> People.outside(text, cast);
          case NAMED -> new Recast(text, List.of());
        };
    return new Recast(
        recast.text(),
        recast.questions().stream()
            .filter(question -> !said.containsKey(question.word()))
            .toList());
  }

  /**
   * The words of that text that may be names and of which nobody has said yet.
   *
   * @throws Unavailable while Postgres is away
   */
  public List<MaybeName> open(Draft draft, String text) {
    return told(draft, text, Audience.OUTSIDE).questions().stream()
        .map(one -> new MaybeName(one.word(), one.name(), one.line(), one.times()))
        .toList();
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
