package io.evenkeel.bot.http;

import io.evenkeel.bot.hooks.Brought;
import io.evenkeel.bot.hooks.Taking;
import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** For senders that look at the status alone, and people who try it with curl. */
final class PlainAlertAnswers implements AlertAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public void taken(Context context, Brought.Alerts alerts, Taking.Taken taken) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("alerts", alerts.arrival().signals().size());
    answer.put("recorded", taken.recorded());
    answer.put("repeated", taken.repeated());
    if (!alerts.leftOut().isEmpty()) {
      answer.put("left_out", alerts.leftOut());
    }
    say(context, answer);
  }

  @Override
  public void nothing(Context context, Brought.Nothing nothing) {
    say(context, JSON.createObjectNode().put("recorded", 0).put("message", nothing.words()));
  }

  @Override
  public void faulty(Context context, Brought.Faulty faulty) {
    throw new Refusal(400, "Nothing was recorded. " + String.join(" ", faulty.faults()));
  }

  @Override
  public void stranger(Context context, Brought.Stranger stranger) {
    throw new Refusal(401, stranger.words());
  }

  private static void say(Context context, ObjectNode answer) {
    context
        .result(JSON.writeValueAsString(answer) + "\n")
        .contentType("application/json; charset=utf-8");
  }
}
