package io.evenkeel.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.MessageRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Edits and deletions of messages; most are of none that a timeline shows, which the desk sees at a
 * glance. Each listener throws what {@link Captures} throws.
 */
final class Rewrites {
  /** What Slack leaves where a message with replies was deleted. */
  private static final String TOMBSTONE = "tombstone";

  private final Captures captures;

  Rewrites(Captures captures) {
    this.captures = captures;
  }

  Response changed(EventsApiPayload<MessageChangedEvent> payload, EventContext context) {
    MessageChangedEvent event = payload.getEvent();
    var message = event.getMessage();
    if (message == null || Happenings.ours(payload, message.getUser())) {
      return context.ack();
    }
    MessageRef ref = ref(event.getChannel(), message.getTs());
    Instant toldAt = toldAt(event.getEventTs(), event.getTs());
    InboxKey key = key(payload, ref);
    if (TOMBSTONE.equals(message.getSubtype())) {
      captures.deleted(key, ref, toldAt, Received.at(context));
    } else if (message.getEdited() != null && message.getEdited().getTs() != null) {
      captures.edited(
          key,
          ref,
          Wordings.of(message.getText(), message.getAttachments(), message.getFiles()),
          Timestamp.read(message.getEdited().getTs()),
          toldAt,
          Received.at(context));
    }
    // All else, such as a preview of a link or a reply, is no new wording.
    return context.ack();
  }

  Response deleted(EventsApiPayload<MessageDeletedEvent> payload, EventContext context) {
    MessageDeletedEvent event = payload.getEvent();
    MessageRef ref = ref(event.getChannel(), event.getDeletedTs());
    captures.deleted(
        key(payload, ref), ref, toldAt(event.getEventTs(), event.getTs()), Received.at(context));
    return context.ack();
  }

  /** Slack's documented examples have the event's own {@code ts} alone. */
  private static Instant toldAt(@Nullable String eventTs, @Nullable String ts) {
    return Timestamp.read(Malformed.required("event_ts", eventTs == null ? ts : eventTs));
  }

  private static InboxKey key(EventsApiPayload<?> payload, MessageRef ref) {
    return InboxKey.event(Malformed.required("event_id", payload.getEventId()), "rewritten " + ref);
  }

  private static MessageRef ref(@Nullable String channel, @Nullable String ts) {
    return new MessageRef(
        new ChannelId(Malformed.required("channel", channel)), Malformed.required("ts", ts));
  }
}
