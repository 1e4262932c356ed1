package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.api.Escaping;
import io.evenkeel.sandbox.blockkit.BlockRules;
import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the app says after the fact: in place of what stands there, or beside it. */
record LaterAnswers(Workspace workspace) {
  /** What an acknowledgement's body or a later answer asks for. */
  ResponseUrls.Outcome respond(ResponseUrl url, JsonNode payload) {
    if (payload.path("delete_original").asBoolean(false)) {
      delete(url);
      return new ResponseUrls.Outcome(200, "ok");
    }
    String text = Escaping.stored(payload.path("text").asString(""));
    JsonNode blocks = payload.path("blocks").isArray() ? payload.path("blocks") : null;
    if (blocks != null && !BlockRules.inMessage(blocks).isEmpty()) {
      return new ResponseUrls.Outcome(400, "invalid_blocks");
    }
    if (text.isBlank() && blocks == null) {
      return new ResponseUrls.Outcome(500, "no_text");
    }
    JsonNode shown =
        blocks == null ? null : Blocks.withIds(blocks, () -> workspace.newId("").substring(0, 5));
    if (payload.path("replace_original").asBoolean(false) && replace(url, text, shown)) {
      return new ResponseUrls.Outcome(200, "ok");
    }
    if (payload.path("response_type").asString("ephemeral").equals("in_channel")) {
      post(url, payload, text, shown);
    } else {
      url.ephemeralTs =
          workspace
              .ephemerals()
              .show(url.channel.id(), url.user, workspace.bot().id(), url.threadTs, text, shown)
              .ts();
    }
    return new ResponseUrls.Outcome(200, "ok");
  }

  private void post(ResponseUrl url, JsonNode payload, String text, @Nullable JsonNode blocks) {
    String thread = payload.path("thread_ts").asString("");
    Draft draft =
        Draft.text(workspace.bot().id(), text)
            .withBlocks(blocks)
            .inThread(thread.isEmpty() ? url.threadTs : thread);
    url.messageTs = workspace.messages().post(url.channel.id(), draft).ts();
  }

  private void delete(ResponseUrl url) {
    if (url.ephemeralTs != null) {
      workspace.ephemerals().dismiss(url.ephemeralTs);
    } else if (url.messageTs != null) {
      workspace
          .messages()
          .find(url.channel.id(), url.messageTs)
          .ifPresent(m -> workspace.messages().delete(url.channel.id(), m));
    }
  }

  private boolean replace(ResponseUrl url, String text, @Nullable JsonNode blocks) {
    String ephemeralTs = url.ephemeralTs;
    if (ephemeralTs != null) {
      return workspace
          .ephemerals()
          .find(ephemeralTs)
          .map(e -> workspace.ephemerals().rewrite(e, text, blocks))
          .isPresent();
    }
    String messageTs = url.messageTs;
    if (messageTs == null) {
      return false;
    }
    Draft draft = Draft.text(workspace.bot().id(), text).withBlocks(blocks);
    return workspace
        .messages()
        .find(url.channel.id(), messageTs)
        .map(m -> workspace.messages().rewrite(url.channel.id(), m, draft))
        .isPresent();
  }
}
