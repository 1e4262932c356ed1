package io.evenkeel.policy;

import io.evenkeel.incident.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Some people who may do a thing. */
public sealed interface Allowed {

  /** Whoever may see the incident. */
  record Anyone() implements Allowed {}

  /**
   * Whoever is in the incident's channel, declared it or holds a role in it.
   *
   * @param atFirst only for so long after it was declared; null for as long as it lasts
   */
  record InChannel(@Nullable Duration atFirst) implements Allowed {}

  /** Whoever holds that role. */
  record Holder(Role role) implements Allowed {}

  /**
   * The members of a Slack user group.
   *
   * @param handle without {@code @}
   */
  record Group(String handle) implements Allowed {}
}
