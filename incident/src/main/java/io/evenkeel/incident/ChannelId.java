package io.evenkeel.incident;

/** A Slack conversation id, such as {@code C024BE91L}. */
public record ChannelId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
