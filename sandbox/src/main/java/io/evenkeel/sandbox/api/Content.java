package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.blockkit.BlockRules;
import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The words, blocks, attachments and metadata of a message to be sent, checked.
 *
 * @param metadata null if none was given; an empty object removes it on update
 */
record Content(
    String text,
    @Nullable JsonNode blocks,
    @Nullable JsonNode attachments,
    @Nullable JsonNode metadata) {

  static Content of(Call call, int maxText) {
    Args args = call.args();
    String markdown = args.text("markdown_text", "");
    String text = args.text("text", "");
    JsonNode blocks = blocks(call, args.json("blocks", "invalid_blocks_format").orElse(null));
    JsonNode attachments = args.json("attachments", "invalid_attachments").orElse(null);
    if (!markdown.isEmpty() && (!text.isEmpty() || blocks != null)) {
      throw new SlackError("markdown_text_conflict");
    }
    String words = markdown.isEmpty() ? text : markdown;
    boolean none = attachments == null || attachments.isEmpty();
    if (words.isBlank() && blocks == null && none) {
      throw new SlackError("no_text");
    }
    if (attachments != null && attachments.size() > 100) {
      throw new SlackError("too_many_attachments");
    }
    if (words.length() > maxText) {
      throw new SlackError("msg_too_long");
    }
    return new Content(Escaping.stored(words), blocks, attachments, metadata(args));
  }

  /**
   * A message with this.
   *
   * @param words in place of {@link #text}: Slack cuts what is too long
   * @param thread null for none
   */
  Draft draft(String user, String words, @Nullable String thread, boolean broadcast) {
    return new Draft(
        user, words, thread, broadcast, blocks, attachments, metadata, List.of(), null, null);
  }

  static @Nullable JsonNode blocks(Call call, @Nullable JsonNode blocks) {
    if (blocks == null) {
      return null;
    }
    if (!blocks.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    if (blocks.isEmpty()) {
      return null;
    }
    List<String> messages = BlockRules.inMessage(blocks);
    if (!messages.isEmpty()) {
      throw SlackError.explained("invalid_blocks", messages);
    }
    return Blocks.withIds(blocks, () -> call.workspace().newId(""));
  }

  private static @Nullable JsonNode metadata(Args args) {
    JsonNode metadata = args.json("metadata", "invalid_metadata_format").orElse(null);
    if (metadata == null || metadata.isEmpty()) {
      return metadata;
    }
    if (!metadata.path("event_type").isString() || !metadata.path("event_payload").isObject()) {
      throw new SlackError("invalid_metadata_schema");
    }
    if (Json.text(metadata).length() > 16_000) {
      throw new SlackError("metadata_too_large");
    }
    return metadata;
  }
}
