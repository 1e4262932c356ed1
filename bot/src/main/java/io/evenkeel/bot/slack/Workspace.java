package io.evenkeel.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.User;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack tells of the workspace itself: channels archived, people changed, our app removed. */
final class Workspace {
  private static final Logger log = LoggerFactory.getLogger(Workspace.class);

  private final Tidings tidings;

  Workspace(Tidings tidings) {
    this.tidings = tidings;
  }

  Response archived(EventsApiPayload<ChannelArchiveEvent> payload, EventContext context) {
    ChannelArchiveEvent event = payload.getEvent();
    return archived(payload, context, event.getChannel(), event.getUser());
  }

  /** Of a private channel Slack may name who did it as actor, or not at all. */
  Response groupArchived(EventsApiPayload<GroupArchiveEvent> payload, EventContext context) {
    GroupArchiveEvent event = payload.getEvent();
    String by = event.getUser() == null ? event.getActorId() : event.getUser();
    return archived(payload, context, event.getChannel(), by);
  }

  private Response archived(
      EventsApiPayload<?> payload,
      EventContext context,
      @Nullable String channel,
      @Nullable String user) {
    String id = Malformed.required("event_id", payload.getEventId());
    var where = new ChannelId(Malformed.required("channel", channel));
    PersonId by = user == null ? null : new PersonId(user);
    if (!Happenings.ours(payload, user)) {
      tidings.archivings().told(InboxKey.event(id, where.value()), where, by, Received.at(context));
    }
    return context.ack();
  }

  /** Told again it only stores the same once more. */
  Response changed(EventsApiPayload<UserChangeEvent> payload, EventContext context) {
    User user = payload.getEvent().getUser();
    if (user != null) {
      Malformed.required("user", user.getId());
      tidings.changed().accept(user);
    }
    return context.ack();
  }

  /** A token of a person who authorized us is not the bot's. */
  Response revoked(EventsApiPayload<TokensRevokedEvent> payload, EventContext context) {
    var tokens = payload.getEvent().getTokens();
    List<String> bots = tokens == null || tokens.getBot() == null ? List.of() : tokens.getBot();
    if (!bots.isEmpty()) {
      refused("token_revoked");
    }
    return context.ack();
  }

  Response uninstalled(EventsApiPayload<AppUninstalledEvent> payload, EventContext context) {
    refused("account_inactive");
    return context.ack();
  }

  private void refused(String why) {
    log.warn("Slack takes our token no more ({}): everything waits until there is a new one", why);
    tidings.refused().accept(why);
  }
}
