package io.evenkeel.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may stand in a text.
 *
 * @param id a Slack user id; null where only a name is known
 * @param names how they are called: the display name first, then a user name, a real name
 * @param role as people say it, such as "incident commander"; null for who held none
 */
public record Participant(@Nullable String id, List<String> names, @Nullable String role) {
  public Participant {
    names = names.stream().filter(name -> !name.isBlank()).toList();
  }
}
