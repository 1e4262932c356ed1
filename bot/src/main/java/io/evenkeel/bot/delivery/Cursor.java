package io.evenkeel.bot.delivery;

import com.slack.api.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins. */
final class Cursor {
  private Cursor() {}

  /** Empty after the last page. */
  static String of(@Nullable ResponseMetadata metadata) {
    String next = metadata == null ? null : metadata.getNextCursor();
    return next == null ? "" : next;
  }
}
