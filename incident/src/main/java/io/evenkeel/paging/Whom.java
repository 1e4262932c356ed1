package io.evenkeel.paging;

import org.jspecify.annotations.Nullable;

/** Whom a step of a policy means. Who that is, is found when the step comes. */
public sealed interface Whom {

  /**
   * Whoever is on call then.
   *
   * @param layer null for the first layer
   */
  record OnCall(String schedule, @Nullable String layer) implements Whom {}

  /**
   * @param name a Slack user name, without {@code @}, or a user id
   */
  record User(String name) implements Whom {}

  /**
   * Everybody in a Slack user group.
   *
   * @param handle lower case, without {@code @}
   */
  record Group(String handle) implements Whom {}

  /** Everybody in the incident's channel. */
  record Channel() implements Whom {}

  /** As people read it: "primary of payments". */
  default String words() {
    return switch (this) {
      case OnCall(String schedule, String layer) ->
          layer == null ? "on call for " + schedule : layer + " of " + schedule;
      case User(String name) -> "@" + name;
      case Group(String handle) -> "@" + handle;
      case Channel _ -> "everybody in the channel";
    };
  }
}
