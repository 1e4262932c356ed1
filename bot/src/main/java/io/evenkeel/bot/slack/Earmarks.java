package io.evenkeel.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.PinAddedEvent;
import com.slack.api.model.event.PinRemovedEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Reactions and pins that put a message onto its incident's timeline. Each listener throws what
 * {@link Captures} throws. What we pin ourselves, and pins on what we said, are none.
 */
final class Earmarks {
  private final Captures captures;
  private final String emoji;

  /**
   * @param emoji named without colons
   */
  Earmarks(Captures captures, String emoji) {
    this.captures = captures;
    this.emoji = emoji;
  }

  /** Where a mark stands; a field that Slack left out is null, as when the message is gone. */
  private record Item(
      @Nullable String type,
      @Nullable String channel,
      @Nullable String ts,
      @Nullable String author) {
    boolean message() {
      return "message".equals(type) && ts != null;
    }
  }

  Response reacted(EventsApiPayload<ReactionAddedEvent> payload, EventContext context) {
    ReactionAddedEvent event = payload.getEvent();
    var at = event.getItem();
    var item = new Item(at.getType(), at.getChannel(), at.getTs(), event.getItemUser());
    return ours(event.getReaction())
        ? told(
            payload, context, item, event.getUser(), Mark.Kind.REACTION, true, event.getEventTs())
        : context.ack();
  }

  Response unreacted(EventsApiPayload<ReactionRemovedEvent> payload, EventContext context) {
    ReactionRemovedEvent event = payload.getEvent();
    var at = event.getItem();
    var item = new Item(at.getType(), at.getChannel(), at.getTs(), event.getItemUser());
    return ours(event.getReaction())
        ? told(
            payload, context, item, event.getUser(), Mark.Kind.REACTION, false, event.getEventTs())
        : context.ack();
  }

  Response pinned(EventsApiPayload<PinAddedEvent> payload, EventContext context) {
    PinAddedEvent event = payload.getEvent();
    var at = event.getItem();
    var message = at.getMessage();
    var item =
        new Item(
            at.getType(),
            event.getChannelId(),
            message == null ? null : message.getTs(),
            event.getItemUser());
    return told(payload, context, item, event.getUser(), Mark.Kind.PIN, true, event.getEventTs());
  }

  Response unpinned(EventsApiPayload<PinRemovedEvent> payload, EventContext context) {
    PinRemovedEvent event = payload.getEvent();
    var at = event.getItem();
    var message = at.getMessage();
    var item =
        new Item(
            at.getType(),
            event.getChannelId(),
            message == null ? null : message.getTs(),
            event.getItemUser());
    return told(payload, context, item, event.getUser(), Mark.Kind.PIN, false, event.getEventTs());
  }

  /** The same emoji in another skin tone is the same. */
  private boolean ours(@Nullable String reaction) {
    return reaction != null && reaction.replaceFirst("::.*", "").equals(emoji);
  }

  private Response told(
      EventsApiPayload<?> payload,
      EventContext context,
      Item item,
      @Nullable String user,
      Mark.Kind kind,
      boolean present,
      @Nullable String ts) {
    if (!item.message()
        || Happenings.ours(payload, user)
        || Happenings.ours(payload, item.author())) {
      return context.ack();
    }
    String id = Malformed.required("event_id", payload.getEventId());
    var message =
        new MessageRef(
            new ChannelId(Malformed.required("channel", item.channel())),
            Malformed.required("ts", item.ts()));
    var mark =
        new Mark(
            kind,
            new PersonId(Malformed.required("user", user)),
            present,
            Timestamp.read(Malformed.required("event_ts", ts)));
    captures.marked(InboxKey.event(id, message + " " + mark), message, mark, Received.at(context));
    return context.ack();
  }
}
