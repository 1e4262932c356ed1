package io.evenkeel.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Once;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code @Evenkeel resolve …}: the grammar of {@code /incident} where slash commands do not work,
 * in threads. The key is the message and not the event, so that the same words act once, also when
 * Slack tells of them again after an edit. The answer is for the person who asked, where they
 * asked.
 */
final class Mentions {
  private static final Pattern TO_SOMEBODY =
      Pattern.compile("^\\s*<@([A-Z0-9]+)(?:\\|[^>]*)?>[\\s:,]*");

  private final Conversation conversation;
  private final Patience patience;
  private final Privately privately;
  private final Once once;

  Mentions(Conversation conversation, Patience patience, Privately privately, Once once) {
    this.conversation = conversation;
    this.patience = patience;
    this.privately = privately;
    this.once = once;
  }

  Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
    AppMentionEvent event = payload.getEvent();
    if (event.getBotId() != null || event.getUser() == null) {
      return context.ack(); // an app that talks to us, perhaps one that echoes
    }
    String team = Malformed.required("team_id", payload.getTeamId());
    var message =
        new MessageRef(
            new ChannelId(Malformed.required("channel", event.getChannel())),
            Malformed.required("ts", event.getTs()));
    String text = event.getText() == null ? "" : event.getText();
    var spoken =
        new Spoken(
            InboxKey.mention(team, message, text),
            new PersonId(event.getUser()),
            event.getUsername() == null ? event.getUser() : event.getUsername(),
            message.channel(),
            Received.at(context));
    String command = command(payload, text);
    Outcome outcome =
        command == null
            ? Outcome.of(notToUs())
            : patience.answer(
                spoken.ref(),
                course -> conversation.hear(spoken, command, course),
                Outcome::of,
                late -> say(spoken, event.getThreadTs(), late.late()));
    // No form opens from a mention: there is no trigger.
    patience
        .underway()
        .start(
            "slack-mention",
            () -> {
              if (once.first(InboxKey.answered(spoken.key()), spoken.now())) {
                say(spoken, event.getThreadTs(), outcome.late());
              }
            });
    return context.ack();
  }

  private void say(Spoken spoken, @Nullable String thread, Message message) {
    ChannelId place = spoken.place();
    if (place != null) {
      privately.say(place, spoken.who(), thread, message);
    }
  }

  /** What follows our name; null when the message does not begin with it. */
  private static @Nullable String command(EventsApiPayload<?> payload, String text) {
    var to = TO_SOMEBODY.matcher(text);
    return to.find() && Happenings.ours(payload, to.group(1)) ? text.substring(to.end()) : null;
  }

  private static Answer notToUs() {
    return Answer.unchanged(
        Prose.of("Nothing was recorded. A command begins with my name: ")
            .code("@Evenkeel update <text>")
            .text(". In a channel ")
            .code("/incident")
            .text(" does the same."),
        Offer.plain("Help", "help"));
  }
}
