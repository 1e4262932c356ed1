package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.api.Escaping;
import io.evenkeel.sandbox.blockkit.BlockRules;
import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Addresses for later answers: five uses within thirty minutes (docs.slack.dev, responding to
 * interactions).
 */
public final class ResponseUrls {

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  /** What came of a use: an HTTP status and body. */
  public record Outcome(int status, String body) {}

  /** One address, and what it may replace. */
  public static final class Slot {
    private final String url;
    private final Channel channel;
    private final String user;
    private final Instant since;
    private final @Nullable String threadTs;
    private @Nullable String messageTs;
    private @Nullable String ephemeralTs;
    private int uses;

    Slot(String url, Channel channel, String user, Instant since, @Nullable String threadTs) {
      this.url = url;
      this.channel = channel;
      this.user = user;
      this.since = since;
      this.threadTs = threadTs;
    }

    /** The whole address. */
    public String url() {
      return url;
    }
  }

  private final Workspace workspace;
  private final Supplier<String> baseUrl;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  /** Addresses under this base, which ends in a slash. */
  public ResponseUrls(Workspace workspace, Supplier<String> baseUrl) {
    this.workspace = workspace;
    this.baseUrl = baseUrl;
  }

  /** For a slash command or shortcut: there is no original yet. */
  public Slot forSlash(Channel channel, String user) {
    return issue("commands", channel, user, null);
  }

  Slot forMessage(Channel channel, String user, Message message) {
    Slot slot = issue("actions", channel, user, message.reply() ? message.threadTs() : null);
    slot.messageTs = message.ts();
    return slot;
  }

  Slot forEphemeral(Channel channel, String user, Ephemeral ephemeral) {
    Slot slot = issue("actions", channel, user, ephemeral.threadTs());
    slot.ephemeralTs = ephemeral.ts();
    return slot;
  }

  private Slot issue(String kind, Channel channel, String user, @Nullable String threadTs) {
    String key = kind + "/" + Workspace.TEAM + "/" + workspace.newId("") + workspace.newId("");
    Slot slot = new Slot(baseUrl.get() + key, channel, user, workspace.now(), threadTs);
    slots.put(key, slot);
    return slot;
  }

  /** A POST to the address whose path (without the first slash) is given. */
  public Outcome use(String path, JsonNode payload) {
    Slot slot = slots.get(path);
    if (slot == null) {
      return new Outcome(404, "{\"ok\":false,\"error\":\"invalid_url\"}");
    }
    return workspace.locked(() -> {
      if (workspace.now().isAfter(slot.since.plus(LIFE))) {
        return new Outcome(404, "{\"ok\":false,\"error\":\"expired_url\"}");
      }
      if (slot.uses >= USES) {
        return new Outcome(404, "{\"ok\":false,\"error\":\"used_url\"}");
      }
      slot.uses++;
      return respond(slot, payload);
    });
  }

  /** What an acknowledgement's body or a later answer asks for. */
  Outcome respond(Slot slot, JsonNode payload) {
    if (payload.path("delete_original").asBoolean(false)) {
      delete(slot);
      return new Outcome(200, "ok");
    }
    String text = Escaping.stored(payload.path("text").asString(""));
    JsonNode blocks = payload.path("blocks").isArray() ? payload.path("blocks") : null;
    if (blocks != null && !BlockRules.inMessage(blocks).isEmpty()) {
      return new Outcome(400, "invalid_blocks");
    }
    if (text.isBlank() && blocks == null) {
      return new Outcome(500, "no_text");
    }
    JsonNode shown =
        blocks == null ? null : Blocks.withIds(blocks, () -> workspace.newId("").substring(0, 5));
    if (payload.path("replace_original").asBoolean(false) && replace(slot, text, shown)) {
      return new Outcome(200, "ok");
    }
    if (payload.path("response_type").asString("ephemeral").equals("in_channel")) {
      post(slot, payload, text, shown);
    } else {
      slot.ephemeralTs =
          workspace
              .ephemerals()
              .show(slot.channel.id(), slot.user, workspace.bot().id(), slot.threadTs, text, shown)
              .ts();
    }
    return new Outcome(200, "ok");
  }

  private void post(Slot slot, JsonNode payload, String text, @Nullable JsonNode blocks) {
    String thread = payload.path("thread_ts").asString("");
    Draft draft =
        Draft.text(workspace.bot().id(), text)
            .withBlocks(blocks)
            .inThread(thread.isEmpty() ? slot.threadTs : thread);
    slot.messageTs = workspace.messages().post(slot.channel.id(), draft).ts();
  }

  private void delete(Slot slot) {
    if (slot.ephemeralTs != null) {
      workspace.ephemerals().dismiss(slot.ephemeralTs);
    } else if (slot.messageTs != null) {
      workspace
          .messages()
          .find(slot.channel.id(), slot.messageTs)
          .ifPresent(m -> workspace.messages().delete(slot.channel.id(), m));
    }
  }

  private boolean replace(Slot slot, String text, @Nullable JsonNode blocks) {
    String ephemeralTs = slot.ephemeralTs;
    if (ephemeralTs != null) {
      return workspace
          .ephemerals()
          .find(ephemeralTs)
          .map(e -> workspace.ephemerals().rewrite(e, text, blocks))
          .isPresent();
    }
    String messageTs = slot.messageTs;
    if (messageTs == null) {
      return false;
    }
    Draft draft = Draft.text(workspace.bot().id(), text).withBlocks(blocks);
    return workspace
        .messages()
        .find(slot.channel.id(), messageTs)
        .map(m -> workspace.messages().rewrite(slot.channel.id(), m, draft))
        .isPresent();
  }
}
