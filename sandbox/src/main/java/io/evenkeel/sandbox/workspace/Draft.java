package io.evenkeel.sandbox.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody wants to post, before it has a timestamp. */
public record Draft(
    String user,
    String text,
    @Nullable String threadTs,
    boolean broadcast,
    @Nullable JsonNode blocks,
    @Nullable JsonNode attachments,
    @Nullable JsonNode metadata,
    List<String> files,
    @Nullable String subtype,
    @Nullable JsonNode details) {

  public Draft {
    files = List.copyOf(files);
  }

  /** Plain words at the channel's top level. */
  public static Draft text(String user, String text) {
    return new Draft(user, text, null, false, null, null, null, List.of(), null, null);
  }

  /** A line that Slack itself writes, such as "has joined the channel". */
  static Draft line(String user, String subtype, String text, JsonNode details) {
    return new Draft(user, text, null, false, null, null, null, List.of(), subtype, details);
  }

  /** The same, as a reply. */
  public Draft inThread(@Nullable String parentTs) {
    return new Draft(
        user, text, parentTs, broadcast, blocks, attachments, metadata, files, subtype, details);
  }

  /** The same, with blocks. */
  public Draft withBlocks(@Nullable JsonNode next) {
    return new Draft(
        user, text, threadTs, broadcast, next, attachments, metadata, files, subtype, details);
  }

  /** The same, with files. */
  public Draft withFiles(List<String> next) {
    return new Draft(
        user, text, threadTs, broadcast, blocks, attachments, metadata, next, subtype, details);
  }
}
