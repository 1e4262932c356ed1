package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Undone;

/**
 * Something that was not done in Slack and waits for a person.
 *
 * @param kind the kind's word, such as {@code pin-card}
 * @param reason what Slack said, and how to mend it
 * @param waiting how many others wait only for this one
 */
public record ParkedEffect(String key, String kind, String reason, int waiting) {

  /** For people. */
  public Undone undone() {
    String thing = Effect.Kind.find(kind).map(Effect.Kind::thing).orElse(kind.replace('-', ' '));
    return new Undone(thing, 1, reason, waiting);
  }

  /** A direct message that reached nobody. */
  public boolean direct() {
    return kind.startsWith("tell-");
  }
}
