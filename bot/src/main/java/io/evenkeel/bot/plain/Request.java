package io.evenkeel.bot.plain;

import org.jspecify.annotations.Nullable;

/**
 * Something that is said for somebody through a token.
 *
 * @param token the token's name: what is recorded is "via token ci for alice"
 * @param key the same key again gets the same answer and does nothing; unique within the token
 * @param text what would follow {@code /incident}
 * @param as a user name or a user id
 * @param channel where it would be typed: a channel's id, or the name of an incident's channel;
 *     null for nowhere
 */
public record Request(String token, String key, String text, String as, @Nullable String channel) {
  /** What must be the same for the key to be used again. */
  String body() {
    return as + "\n" + (channel == null ? "" : channel) + "\n" + text;
  }
}
