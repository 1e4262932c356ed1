package io.evenkeel.sandbox.workspace;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that only one person sees. Not in history; gone when dismissed or replaced.
 *
 * @param user who sees it
 * @param author whose name is on it: the bot, or {@code USLACKBOT}
 */
public record Ephemeral(
    String ts,
    String channel,
    String user,
    String author,
    @Nullable String threadTs,
    String text,
    @Nullable JsonNode blocks) {

  Ephemeral rewritten(String nextText, @Nullable JsonNode nextBlocks) {
    return new Ephemeral(ts, channel, user, author, threadTs, nextText, nextBlocks);
  }
}
