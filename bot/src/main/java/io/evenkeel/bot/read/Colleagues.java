package io.evenkeel.bot.read;

import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Participant;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.people.People;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of the workspace by their user names, as they were last synced. */
public final class Colleagues implements Directory {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Set<String> here;
  private final Set<String> ever;

  private Colleagues(Set<String> here, Set<String> ever) {
    this.here = here;
    this.ever = ever;
  }

  /** Reads them all once; empty while Postgres is away, and before people were ever synced. */
  public static Optional<Directory> of(Database database) {
    try {
      Colleagues read =
          database.query(
              PATIENCE,
              tx -> {
                var people = new People(tx);
                return new Colleagues(
                    names(people.everybody().stream().map(person -> person.name())),
                    names(people.called().stream().map(People.Called::user)));
              });
      return read.ever.isEmpty() ? Optional.empty() : Optional.of(read);
    } catch (Unavailable away) {
      return Optional.empty();
    }
  }

  private static Set<String> names(Stream<String> names) {
    return names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Standing of(Participant participant) {
    if (here.contains(participant.name())) {
      return Standing.HERE;
    }
    return ever.contains(participant.name()) ? Standing.LEFT : Standing.UNKNOWN;
  }
}
