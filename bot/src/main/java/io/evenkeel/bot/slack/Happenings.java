package io.evenkeel.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.bot.desk.Membership;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What happens in Slack without anybody speaking to us. Each listener throws what {@link Insiders}
 * throws: Bolt acknowledges an event whatever status its listener returns.
 */
final class Happenings {
  private final Insiders insiders;
  private final Afterwards afterwards;

  Happenings(Insiders insiders, Afterwards afterwards) {
    this.insiders = insiders;
    this.afterwards = afterwards;
  }

  /** Nothing is recorded by it, so that a repeat shows the newest state once more. */
  Response homeOpened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    AppHomeOpenedEvent event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      String id = Malformed.required("event_id", payload.getEventId());
      var who = new PersonId(Malformed.required("user", event.getUser()));
      afterwards.home(who, id, Received.at(context));
    }
    return context.ack();
  }

  Response joined(EventsApiPayload<MemberJoinedChannelEvent> payload, EventContext context) {
    MemberJoinedChannelEvent event = payload.getEvent();
    return told(payload, context, event.getChannel(), event.getUser(), true, event.getEventTs());
  }

  Response left(EventsApiPayload<MemberLeftChannelEvent> payload, EventContext context) {
    MemberLeftChannelEvent event = payload.getEvent();
    return told(payload, context, event.getChannel(), event.getUser(), false, event.getEventTs());
  }

  private Response told(
      EventsApiPayload<?> payload,
      EventContext context,
      @Nullable String channel,
      @Nullable String user,
      boolean present,
      @Nullable String ts) {
    String id = Malformed.required("event_id", payload.getEventId());
    var change =
        new Membership(
            new ChannelId(Malformed.required("channel", channel)),
            new PersonId(Malformed.required("user", user)),
            present,
            Timestamp.read(Malformed.required("event_ts", ts)));
    if (!ours(payload, change.person().value())) {
      insiders.told(InboxKey.event(id, change.toString()), change, Received.at(context));
    }
    return context.ack();
  }

  /** Whether that is our own bot. */
  static boolean ours(EventsApiPayload<?> payload, @Nullable String user) {
    var bots = payload.getAuthorizations();
    return user != null
        && bots != null
        && bots.stream().anyMatch(bot -> user.equals(bot.getUserId()));
  }
}
