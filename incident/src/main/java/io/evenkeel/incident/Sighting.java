package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was found in Slack where a message should be. */
public sealed interface Sighting {
  MessageRef message();

  /**
   * It is there.
   *
   * @param author a user's or a bot's id
   * @param authorName as the message gives it, for somebody who is not known; null when it does not
   * @param version when it was last edited by Slack's clock, else posted; UTC at microseconds
   */
  record Found(
      MessageRef message,
      PersonId author,
      @Nullable String authorName,
      Wording wording,
      String link,
      Instant version)
      implements Sighting {}

  /** It was deleted. */
  record Gone(MessageRef message) implements Sighting {}
}
