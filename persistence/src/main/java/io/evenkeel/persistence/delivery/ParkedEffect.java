package io.evenkeel.persistence.delivery;

/**
 * Something that was not done in Slack and waits for a person.
 *
 * @param kind the kind's word, such as {@code pin-card}
 * @param reason what Slack said or what it waits for, and how to mend it
 */
public record ParkedEffect(String key, String kind, String reason) {

  /** For people: "pin card. …". */
  public String words() {
    return kind.replace('-', ' ') + ". " + reason;
  }
}
