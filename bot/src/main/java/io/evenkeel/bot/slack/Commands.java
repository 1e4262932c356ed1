package io.evenkeel.bot.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;

/** {@code /incident …}: the answer is the acknowledgement. */
final class Commands {
  private final Conversation conversation;
  private final Patience patience;
  private final Afterwards afterwards;

  Commands(Conversation conversation, Patience patience, Afterwards afterwards) {
    this.conversation = conversation;
    this.patience = patience;
    this.afterwards = afterwards;
  }

  Response typed(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    String text = payload.getText() == null ? "" : payload.getText();
    String trigger = Malformed.required("trigger_id", payload.getTriggerId());
    String user = Malformed.required("user_id", payload.getUserId());
    String team = Malformed.required("team_id", payload.getTeamId());
    String channel = Malformed.required("channel_id", payload.getChannelId());
    var spoken =
        new Spoken(
            InboxKey.trigger(team, trigger, text),
            new PersonId(user),
            payload.getUserName() == null ? user : payload.getUserName(),
            new ChannelId(channel),
            Received.at(context));
    var back = new Afterwards.Back(payload.getResponseUrl(), trigger, null);
    Outcome outcome =
        patience.answer(
            spoken.ref(),
            course -> conversation.hear(spoken, text, course),
            Outcome::of,
            late -> afterwards.say(back, spoken, late.late()));
    afterwards.open(back, spoken, outcome.form());
    return acknowledge(outcome.message());
  }

  private static Response acknowledge(Message message) {
    return Response.json(
        200,
        SlashCommandResponse.builder()
            .responseType("ephemeral")
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }
}
