package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Workspace;
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

  /** What came of a use: an HTTP status and body. */
  public record Outcome(int status, String body) {}

  private final Workspace workspace;
  private final Supplier<String> baseUrl;
  private final Map<String, ResponseUrl> slots = new ConcurrentHashMap<>();

  /** Addresses under this base, which ends in a slash. */
  public ResponseUrls(Workspace workspace, Supplier<String> baseUrl) {
    this.workspace = workspace;
    this.baseUrl = baseUrl;
  }

  /** For a slash command or shortcut: there is no original yet. */
  public ResponseUrl forSlash(Channel channel, String user) {
    return issue("commands", channel, user, null);
  }

  ResponseUrl forMessage(Channel channel, String user, Message message) {
    ResponseUrl slot = issue("actions", channel, user, message.reply() ? message.threadTs() : null);
    slot.messageTs = message.ts();
    return slot;
  }

  ResponseUrl forEphemeral(Channel channel, String user, Ephemeral ephemeral) {
    ResponseUrl slot = issue("actions", channel, user, ephemeral.threadTs());
    slot.ephemeralTs = ephemeral.ts();
    return slot;
  }

  private ResponseUrl issue(String kind, Channel channel, String user, @Nullable String threadTs) {
    String key = kind + "/" + Workspace.TEAM + "/" + workspace.newId("") + workspace.newId("");
    ResponseUrl slot =
        new ResponseUrl(baseUrl.get() + key, channel, user, workspace.now(), threadTs);
    slots.put(key, slot);
    return slot;
  }

  /** What an acknowledgement's body asks for. */
  Outcome respond(ResponseUrl slot, JsonNode payload) {
    return new LaterAnswers(workspace).respond(slot, payload);
  }

  /** A POST to the address whose path (without the first slash) is given. */
  public Outcome use(String path, JsonNode payload) {
    ResponseUrl slot = slots.get(path);
    if (slot == null) {
      return new Outcome(404, "{\"ok\":false,\"error\":\"invalid_url\"}");
    }
    return workspace.locked(() -> {
      String refused = slot.use(workspace.now());
      if (!refused.isEmpty()) {
        return new Outcome(404, "{\"ok\":false,\"error\":\"" + refused + "\"}");
      }
      return respond(slot, payload);
    });
  }
}
