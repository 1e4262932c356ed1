package io.evenkeel.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Quote;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** What a message's own menu offers: onto the timeline, or an incident that begins with it. */
final class MessageShortcuts {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Conversation conversation;
  private final Captures captures;
  private final Patience patience;
  private final Afterwards afterwards;

  MessageShortcuts(
      Conversation conversation, Captures captures, Patience patience, Afterwards afterwards) {
    this.conversation = conversation;
    this.captures = captures;
    this.patience = patience;
    this.afterwards = afterwards;
  }

  Response add(MessageShortcutRequest request, MessageShortcutContext context) {
    MessageShortcutPayload payload = request.getPayload();
    Spoken spoken = spoken(payload, context, "add");
    MessageRef message = QuotedMessage.ref(payload);
    var asked = new Mark(Mark.Kind.ASKED, spoken.who(), true, asked(payload));
    var back = new Afterwards.Back(payload.getResponseUrl(), payload.getTriggerId(), null);
    Outcome outcome =
        own(request, payload)
            ? Outcome.of(notOurs())
            : patience.answer(
                spoken.ref(),
                _ ->
                    Outcome.of(
                        conversation.told(
                            captures.asked(spoken.key(), message, asked, spoken.now()))),
                Outcome::of,
                late -> afterwards.say(back, spoken, late.late()));
    afterwards.say(back, spoken, outcome.message());
    return context.ack();
  }

  Response declare(MessageShortcutRequest request, MessageShortcutContext context) {
    MessageShortcutPayload payload = request.getPayload();
    Spoken spoken = spoken(payload, context, "declare from this");
    Quote quote = QuotedMessage.quote(payload, conversation.speaker(spoken).directory());
    var form =
        new Outcome.Form(
            conversation.forms().declareFrom(quote, asked(payload)),
            AnswerView.message(
                Answer.unchanged(
                    Prose.of("The form did not open. Type ")
                        .code("/incident declare <what is wrong>")
                        .text(" instead."))));
    afterwards.open(
        new Afterwards.Back(payload.getResponseUrl(), payload.getTriggerId(), null), spoken, form);
    return context.ack();
  }

  private static Answer notOurs() {
    return Answer.unchanged(
        Prose.of("Nothing was recorded: what Evenkeel itself posts about an incident comes from")
            .text(" its timeline already."));
  }

  private static boolean own(MessageShortcutRequest request, MessageShortcutPayload payload) {
    String app = payload.getMessage().getAppId();
    return app != null && app.equals(appId(request));
  }

  /** Bolt's payload leaves it out. */
  private static String appId(MessageShortcutRequest request) {
    String json = new JsonPayloadExtractor().extractIfExists(request.getRequestBodyAsString());
    return json == null ? "" : JSON.readTree(json).path("api_app_id").asString("");
  }

  private static Instant asked(MessageShortcutPayload payload) {
    return Timestamp.read(Malformed.required("action_ts", payload.getActionTs()));
  }

  private static Spoken spoken(
      MessageShortcutPayload payload, MessageShortcutContext context, String said) {
    String trigger = Malformed.required("trigger_id", payload.getTriggerId());
    String user = Malformed.required("user", payload.getUser().getId());
    String name = payload.getUser().getName();
    return new Spoken(
        InboxKey.trigger(Malformed.required("team", context.getTeamId()), trigger, said),
        new PersonId(user),
        name == null ? user : name,
        new ChannelId(Malformed.required("channel", payload.getChannel().getId())),
        Received.at(context));
  }
}
