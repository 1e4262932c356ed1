package io.evenkeel.incident;

/** Who hears what belongs to no incident. */
public sealed interface Hearer {
  record Somebody(PersonId person) implements Hearer {}

  /**
   * @param name of a channel, without #
   */
  record Channel(String name) implements Hearer {}
}
