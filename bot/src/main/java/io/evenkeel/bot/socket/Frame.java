package io.evenkeel.bot.socket;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One message of Slack over the socket (docs.slack.dev, "Using Socket Mode"). */
sealed interface Frame {
  JsonMapper JSON = JsonMapper.shared();

  /** The connection is made: envelopes follow. */
  record Hello() implements Frame {}

  /**
   * Slack will close this connection.
   *
   * @param reason {@code warning}, {@code refresh_requested}: another one is to be opened; {@code
   *     link_disabled}: somebody switched Socket Mode off
   */
  record Disconnect(String reason) implements Frame {}

  /**
   * A command, an interaction or an event.
   *
   * @param answered whether the acknowledgement may carry an answer
   * @param retry how many times it was sent before
   */
  record Envelope(String id, String type, JsonNode payload, boolean answered, int retry)
      implements Frame {

    /** The body of the request that Slack would have sent over HTTP. */
    String body() {
      return switch (type) {
        case "interactive" -> "payload=" + encoded(payload.toString());
        case "slash_commands" ->
            payload.properties().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
                .collect(Collectors.joining("&"));
        default -> payload.toString();
      };
    }

    Map<String, List<String>> headers() {
      return retry == 0 ? Map.of() : Map.of("X-Slack-Retry-Num", List.of(Integer.toString(retry)));
    }

    /** What tells Slack that it was taken. */
    String acknowledgement(EnvelopeDoor.Reply reply) {
      var ack = JSON.createObjectNode().put("envelope_id", id);
      if (answered && !reply.body().isBlank()) {
        if (reply.contentType().contains("json")) {
          ack.set("payload", JSON.readTree(reply.body()));
        } else {
          ack.set("payload", JSON.createObjectNode().put("text", reply.body()));
        }
      }
      return ack.toString();
    }

    private static String text(JsonNode value) {
      return value.isNull() ? "" : value.asString(value.toString());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** Something else, which is passed over. */
  record Unknown(String type) implements Frame {}

  static Frame read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      String type = json.path("type").asString("");
      String id = json.path("envelope_id").asString("");
      if (!id.isEmpty() && json.path("payload").isObject()) {
        return new Envelope(
            id,
            type,
            json.path("payload"),
            json.path("accepts_response_payload").asBoolean(false),
            json.path("retry_attempt").asInt(0));
      }
      return switch (type) {
        case "hello" -> new Hello();
        case "disconnect" -> new Disconnect(json.path("reason").asString(""));
        default -> new Unknown(type);
      };
    } catch (JacksonException _) {
      return new Unknown("no JSON");
    }
  }
}
