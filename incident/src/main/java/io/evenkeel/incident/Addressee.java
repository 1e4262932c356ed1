package io.evenkeel.incident;

/** Who is told: found when the message is sent. */
public sealed interface Addressee {
  /** Whoever commands by then; whoever declared when nobody does, or they cannot be reached. */
  record Commander() implements Addressee {}

  record Somebody(PersonId person) implements Addressee {}
}
