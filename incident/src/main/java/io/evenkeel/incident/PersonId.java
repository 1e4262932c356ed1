package io.evenkeel.incident;

/** A Slack user id, such as {@code U024BE7LH}. */
public record PersonId(String value) {
  /** No Slack user's: those have none but capitals and digits. */
  static final PersonId EVENKEEL = new PersonId("evenkeel");

  @Override
  public String toString() {
    return value;
  }
}
