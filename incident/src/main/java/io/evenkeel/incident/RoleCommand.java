package io.evenkeel.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who holds which role, and who commands. */
public sealed interface RoleCommand extends Command.OnBoard {

  /** {@code force} is the reason for taking command from a confirmed commander; null otherwise. */
  record Assign(List<Assignment> assignments, @Nullable String force) implements RoleCommand {
    public Assign {
      assignments = List.copyOf(assignments);
    }
  }

  record Assignment(Role role, Person person) {}

  record Unassign(Role role) implements RoleCommand {}

  /** Who says it takes a role that nobody holds, or command from who is only acting. */
  record Take(Role role) implements RoleCommand {}

  /** The acting commander commands from now on, whoever says so. */
  record Confirm() implements RoleCommand {}

  /** The role passes to that person once they say yes; who asks for themselves asks its holder. */
  record HandOver(Role role, Person to) implements RoleCommand {}

  /** The role is null for the only one that is on offer. */
  record Accept(@Nullable Role role) implements RoleCommand {}

  /** The role is null for the only one that is on offer. */
  record Decline(@Nullable Role role) implements RoleCommand {}

  /** Nobody answered in time. Said by Evenkeel itself. */
  record Lapse(int number) implements RoleCommand {}
}
