package io.evenkeel.incident;

/** A Slack user id, such as {@code U024BE7LH}. */
public record PersonId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
