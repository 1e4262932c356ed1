package io.evenkeel.sandbox.workspace;

import java.util.List;

/**
 * One emoji under a message.
 *
 * @param name without colons
 * @param users who reacted, in order; never empty
 */
public record Reaction(String name, List<String> users) {

  public Reaction {
    users = List.copyOf(users);
  }
}
