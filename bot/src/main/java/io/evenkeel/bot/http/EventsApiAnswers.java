package io.evenkeel.bot.http;

import io.evenkeel.bot.hooks.Brought;
import io.evenkeel.bot.hooks.Taking;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As PagerDuty's Events API v2 answers (developer.pagerduty.com, "Send an alert event"). */
final class EventsApiAnswers implements AlertAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public void taken(Context context, Brought.Alerts alerts, Taking.Taken taken) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("status", "success").put("message", "Event processed");
    answer.put("dedup_key", alerts.name());
    if (!alerts.leftOut().isEmpty()) {
      answer.put("left_out", alerts.leftOut());
    }
    say(context, 202, answer);
  }

  @Override
  public void nothing(Context context, Brought.Nothing nothing) {
    say(
        context,
        202,
        JSON.createObjectNode().put("status", "success").put("message", nothing.words()));
  }

  @Override
  public void faulty(Context context, Brought.Faulty faulty) {
    invalid(context, 400, faulty.faults());
  }

  @Override
  public void stranger(Context context, Brought.Stranger stranger) {
    invalid(context, 401, List.of(stranger.words()));
  }

  private static void invalid(Context context, int status, List<String> errors) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("status", "invalid event").put("message", "Event object is invalid");
    var list = answer.putArray("errors");
    errors.forEach(list::add);
    say(context, status, answer);
  }

  private static void say(Context context, int status, ObjectNode answer) {
    context
        .status(status)
        .result(JSON.writeValueAsString(answer) + "\n")
        .contentType("application/json; charset=utf-8");
  }
}
