package io.evenkeel.grammar;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Optional;

/** The people and channels of the workspace, as far as they are known. */
public interface Directory {

  /** The person of that id. */
  Optional<Person> byId(PersonId id);

  /** Everybody active whose user name, display name or first name this is, in any letter case. */
  List<Person> named(String name);

  /** Everybody active, to find the name that was nearly typed. Empty where that is not known. */
  default List<Person> everybody() {
    return List.of();
  }

  /**
   * The channel of that name, without {@code #}. Slack resolves a channel that is typed there; this
   * is for names that come from a command line.
   */
  default Optional<ChannelId> channel(String name) {
    return Optional.empty();
  }

  /** Whether that channel, without {@code #}, is the one where incidents are always announced. */
  default boolean announcesIn(String channel) {
    return false;
  }
}
