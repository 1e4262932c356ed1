package io.evenkeel.sandbox.workspace;

/**
 * A link in a channel's header.
 *
 * @param id {@code Bk…}
 * @param emoji with colons, or empty
 * @param created seconds since the epoch
 * @param updated seconds since the epoch, 0 if never
 */
public record Bookmark(
    String id,
    String title,
    String link,
    String emoji,
    String type,
    String user,
    long created,
    long updated) {}
