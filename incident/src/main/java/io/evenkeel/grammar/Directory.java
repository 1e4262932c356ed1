package io.evenkeel.grammar;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Optional;

/** The people of the workspace, as far as they are known. */
public interface Directory {

  /** The person of that id. */
  Optional<Person> byId(PersonId id);

  /** Everybody active whose user name, display name or first name this is, in any letter case. */
  List<Person> named(String name);
}
