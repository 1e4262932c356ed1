package io.evenkeel.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;

/** What happens in Slack without anybody speaking to us. */
final class Happenings {
  private final Insiders insiders;

  Happenings(Insiders insiders) {
    this.insiders = insiders;
  }

  /**
   * Throws what {@link Insiders} throws: Bolt acknowledges an event whatever status its listener
   * returns.
   */
  Response joined(EventsApiPayload<MemberJoinedChannelEvent> payload, EventContext context) {
    MemberJoinedChannelEvent event = payload.getEvent();
    String channel = Malformed.required("channel", event.getChannel());
    String user = Malformed.required("user", event.getUser());
    if (ours(payload, user)) {
      return context.ack();
    }
    insiders.joined(new ChannelId(channel), new PersonId(user), Received.at(context));
    return context.ack();
  }

  private static boolean ours(EventsApiPayload<?> payload, String user) {
    var bots = payload.getAuthorizations();
    return bots != null && bots.stream().anyMatch(bot -> user.equals(bot.getUserId()));
  }
}
