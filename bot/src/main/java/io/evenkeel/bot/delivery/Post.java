package io.evenkeel.bot.delivery;

import com.slack.api.model.Message.Metadata;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Posts a message that carries its effect's key, so that it is recognised later. */
final class Post {
  private static final String EVENT_TYPE = "evenkeel_effect";

  private final ChannelId channel;
  private final @Nullable String thread;
  private final boolean broadcast;

  Post(ChannelId channel, @Nullable String thread, boolean broadcast) {
    this.channel = channel;
    this.thread = thread;
    this.broadcast = broadcast;
  }

  /**
   * @param unlessIn errors after which this returns empty
   */
  Optional<SlackObject> send(Attempt attempt, String place, Message message, String... unlessIn)
      throws SlackFault {
    var metadata =
        Metadata.builder()
            .eventType(EVENT_TYPE)
            .eventPayload(Map.of("key", attempt.effect().key()))
            .build();
    var answer =
        attempt.post(
            place,
            slack ->
                slack.chatPostMessage(r ->
                    r.channel(channel.value())
                        .threadTs(thread)
                        .replyBroadcast(broadcast)
                        .text(message.text())
                        .blocks(message.blocks())
                        .metadata(metadata)
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
            unlessIn);
    return answer.isOk()
        ? Optional.of(new SlackObject(new ChannelId(answer.getChannel()), answer.getTs()))
        : Optional.empty();
  }

  /** Sends it; every error is a fault. */
  SlackObject send(Attempt attempt, Message message) throws SlackFault {
    return send(attempt, channel.value(), message).orElseThrow();
  }

  /** The key of the effect that a message carries, as its JSON; empty when it carries none. */
  static String key(JsonNode message) {
    JsonNode metadata = message.path("metadata");
    return metadata.path("event_type").asString("").equals(EVENT_TYPE)
        ? metadata.path("event_payload").path("key").asString("")
        : "";
  }

  static String ts(JsonNode message) {
    return message.path("ts").asString("");
  }

  static Purpose purpose(Attempt attempt) {
    return Purpose.post(attempt.effect().key());
  }
}
