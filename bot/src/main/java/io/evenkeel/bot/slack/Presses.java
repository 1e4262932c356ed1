package io.evenkeel.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.response.Response;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.RunbookView;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Buttons and shortcuts: acknowledged without a word, answered right after. */
final class Presses {
  private static final Set<String> TURNED = Set.of("say:older", "say:newer");

  private final Conversation conversation;
  private final Patience patience;
  private final Afterwards afterwards;

  Presses(Conversation conversation, Patience patience, Afterwards afterwards) {
    this.conversation = conversation;
    this.patience = patience;
    this.afterwards = afterwards;
  }

  /** A button that says a command, as if it had been typed where the button stands. */
  Response say(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    String text = payload.getActions().getFirst().getValue();
    String command = text == null ? "" : text;
    Spoken spoken = spoken(payload, context, command);
    return answered(payload, spoken, course -> conversation.hear(spoken, command, course));
  }

  /** A button that opens a form. */
  Response open(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    var action = payload.getActions().getFirst();
    String verb = action.getActionId().substring("open:".length());
    String value = action.getValue() == null ? "" : action.getValue();
    Spoken spoken = spoken(payload, context, action.getActionId() + " " + value);
    return answered(payload, spoken, course -> form(spoken, verb, value, course));
  }

  Response shortcut(GlobalShortcutRequest request, GlobalShortcutContext context) {
    GlobalShortcutPayload payload = request.getPayload();
    String trigger = Malformed.required("trigger_id", payload.getTriggerId());
    String user = Malformed.required("user", payload.getUser().getId());
    var spoken =
        new Spoken(
            InboxKey.trigger(Malformed.required("team", context.getTeamId()), trigger, "declare"),
            new PersonId(user),
            payload.getUser().getUsername() == null ? user : payload.getUser().getUsername(),
            null,
            Received.at(context));
    var form =
        new Outcome.Form(
            conversation.forms().declare(),
            AnswerView.message(Answer.unchanged(Prose.of("Type /incident declare instead."))));
    afterwards.open(new Afterwards.Back(null, trigger, null), spoken, form);
    return context.ack();
  }

  private Outcome form(Spoken spoken, String verb, String value, Course course) {
    course.asks();
    Verb found = Verb.find(verb).orElse(Verb.HELP);
    Prose otherwise =
        Prose.of("The form did not open. Type ").code("/incident " + found.form()).text(".");
    return conversation
        .forms()
        .asked(
            spoken,
            new Utterance.Form(
                found,
                IncidentNumber.parse(value.split(" ", 2)[0]).orElse(null),
                Answer.unchanged(otherwise),
                null,
                value.contains(" ") ? value.substring(value.indexOf(' ') + 1) : ""));
  }

  private Response answered(
      BlockActionPayload payload, Spoken spoken, Function<Course, Outcome> work) {
    boolean home = payload.getView() != null && "home".equals(payload.getView().getType());
    var back =
        new Afterwards.Back(
            payload.getResponseUrl(),
            payload.getTriggerId(),
            payload.getView() == null || home ? null : payload.getView().getId(),
            turns(payload.getActions().getFirst().getActionId()),
            home ? spoken.who() : null);
    Outcome outcome =
        patience.answer(
            spoken.ref(), work, Outcome::of, late -> afterwards.say(back, spoken, late.late()));
    if (outcome.form() == null) {
      afterwards.say(back, spoken, outcome.message());
    } else {
      afterwards.open(back, spoken, outcome.form());
    }
    return Response.ok();
  }

  /** What it answers takes the place of what stands there. */
  private static boolean turns(String action) {
    return TURNED.contains(action) || action.startsWith(RunbookView.TICK);
  }

  static Spoken spoken(BlockActionPayload payload, ActionContext context, String said) {
    String user = Malformed.required("user", payload.getUser().getId());
    String action = payload.getActions().getFirst().getActionId();
    String name = payload.getUser().getUsername();
    return new Spoken(
        InboxKey.trigger(
            Malformed.required("team", context.getTeamId()),
            Malformed.required("trigger_id", payload.getTriggerId()) + " " + action,
            said),
        new PersonId(user),
        name == null ? user : name,
        place(payload),
        Received.at(context));
  }

  private static @Nullable ChannelId place(BlockActionPayload payload) {
    if (payload.getChannel() != null && payload.getChannel().getId() != null) {
      return new ChannelId(payload.getChannel().getId());
    }
    var container = payload.getContainer();
    return container == null || container.getChannelId() == null
        ? null
        : new ChannelId(container.getChannelId());
  }
}
