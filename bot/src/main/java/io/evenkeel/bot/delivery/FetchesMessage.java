package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Sighting;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a message for the timeline and hands on what it found. An event names a message by its
 * channel and {@code ts} alone; that it is a reply, and where its thread begins, is told by its
 * permalink (docs.slack.dev, "chat.getPermalink").
 */
final class FetchesMessage implements Action {
  private static final String LINK = "chat.getPermalink";
  private static final String HISTORY = "conversations.history";
  private static final String REPLIES = "conversations.replies";
  private static final Pattern THREAD = Pattern.compile("[?&]thread_ts=([0-9]+\\.[0-9]+)");

  private final IncidentNumber incident;
  private final MessageRef message;
  private final OwnUser self;
  private final Sighted sighted;

  FetchesMessage(IncidentNumber incident, MessageRef message, OwnUser self, Sighted sighted) {
    this.incident = incident;
    this.message = message;
    this.self = self;
    this.sighted = sighted;
  }

  @Override
  public String method() {
    return LINK;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    String link = link(attempt, message);
    Optional<JsonNode> found = link == null ? Optional.empty() : read(attempt, message, link);
    if (link == null || found.isEmpty()) {
      attempt.unlessSettled("Slack does not have the message, or not yet.");
      sighted.tell(incident, new Sighting.Gone(message));
      return Map.of();
    }
    JsonNode json = found.get();
    if (!self.id(attempt).equals(json.path("user").asString(""))) {
      sighted.tell(
          incident,
          new Sighting.Found(
              message, author(json), name(json), Written.of(json), link, Written.version(json)));
    }
    return Map.of();
  }

  /** Null where Slack does not have it. */
  static @Nullable String link(Attempt attempt, MessageRef message) throws SlackFault {
    var answer =
        attempt.call(
            LINK,
            slack ->
                slack.chatGetPermalink(
                    r -> r.channel(message.channel().value()).messageTs(message.ts())),
            "message_not_found");
    return answer.isOk() ? answer.getPermalink() : null;
  }

  static Optional<JsonNode> read(Attempt attempt, MessageRef message, String link)
      throws SlackFault {
    String thread = thread(link);
    boolean reply = thread != null && !thread.equals(message.ts());
    var page =
        attempt.raw(
            reply ? REPLIES : HISTORY,
            reply
                ? Map.of(
                    "channel",
                    message.channel().value(),
                    "ts",
                    thread,
                    "oldest",
                    message.ts(),
                    "latest",
                    message.ts(),
                    "inclusive",
                    "true",
                    "limit",
                    "10")
                : Map.of(
                    "channel", message.channel().value(),
                    "oldest", message.ts(),
                    "latest", message.ts(),
                    "inclusive", "true",
                    "limit", "1"));
    return page.path("messages")
        .valueStream()
        .filter(one -> Post.ts(one).equals(message.ts()))
        .filter(one -> !one.path("subtype").asString("").equals("tombstone"))
        .findFirst();
  }

  private static @Nullable String thread(String link) {
    var thread = THREAD.matcher(link);
    return thread.find() ? thread.group(1) : null;
  }

  /** An app without a user has a bot's id alone. */
  private static PersonId author(JsonNode json) {
    String user = json.path("user").asString("");
    return new PersonId(user.isEmpty() ? json.path("bot_id").asString("unknown") : user);
  }

  private static @Nullable String name(JsonNode json) {
    String name =
        json.path("username").asString(json.path("bot_profile").path("name").asString(""));
    return name.isBlank() ? null : name.strip();
  }
}
