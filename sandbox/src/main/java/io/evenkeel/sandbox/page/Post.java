package io.evenkeel.sandbox.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as one person sees it.
 *
 * @param root the {@code ts} of the thread it stands in or may open
 * @param day the words of a day divider above it, or null
 * @param time hours and minutes in the reader's zone
 * @param compact said right after the same author's last, so without name and face
 * @param line one of Slack's own lines, such as "has joined the channel"
 * @param broadcastOf the {@code ts} of the parent of a reply that is shown in the channel too
 */
record Post(
    String channel,
    String ts,
    String root,
    @Nullable String day,
    String time,
    String fullTime,
    String iso,
    Who author,
    String text,
    List<Map<String, @Nullable Object>> blocks,
    List<Map<String, @Nullable Object>> attachments,
    List<Attached> files,
    List<Tally> reactions,
    int replies,
    List<Who> repliers,
    String lastReply,
    boolean edited,
    boolean compact,
    boolean ephemeral,
    boolean line,
    @Nullable String pinnedBy,
    @Nullable String broadcastOf,
    String broadcastExcerpt) {

  /** An emoji under it: how often, by whom, by the reader too. */
  record Tally(String name, int count, boolean mine, String who) {}

  /**
   * A file under it.
   *
   * @param preview its beginning if it is text, else empty
   */
  record Attached(
      String id,
      String name,
      String title,
      String kind,
      String size,
      boolean isMarkdown,
      String preview) {}

  /** The same, with what its neighbours decide: the divider above, and whether it is compact. */
  Post among(@Nullable String nextDay, boolean nextCompact) {
    return new Post(
        channel,
        ts,
        root,
        nextDay,
        time,
        fullTime,
        iso,
        author,
        text,
        blocks,
        attachments,
        files,
        reactions,
        replies,
        repliers,
        lastReply,
        edited,
        nextCompact,
        ephemeral,
        line,
        pinnedBy,
        broadcastOf,
        broadcastExcerpt);
  }

  public String version() {
    return Integer.toHexString(hashCode());
  }
}
