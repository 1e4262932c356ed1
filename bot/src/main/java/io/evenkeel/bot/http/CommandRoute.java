package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Eyes;
import io.evenkeel.incident.IncidentNumber;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/v1/commands}: a command as it would be typed after {@code /incident}, said for
 * somebody. The {@code Idempotency-Key} that it comes with makes a repeat harmless; without one,
 * each request is a new one.
 */
final class CommandRoute implements Handler {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KEY = "Idempotency-Key";

  private static final int LONGEST_KEY = 200;

  private final Bearer bearer;
  private final Wire wire;
  private final InstantSource clock;

  CommandRoute(Bearer bearer, Wire wire, InstantSource clock) {
    this.bearer = bearer;
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public void handle(Context context) throws IOException {
    Caller.Token token = bearer.ask(context, Scope.WRITE);
    String key = key(context.header(KEY));
    CommandBody body = CommandBody.of(context);
    var request =
        new Request(
            token.name(),
            key,
            body.required(
                "text", "Say what: \"text\" is missing, a command such as declare API is down."),
            SpokenFor.whom(
                token,
                body.text("as"),
                "Say for whom: \"as\" is missing, a user name such as alice."),
            body.text("channel"));
    context.header(KEY, key);
    switch (Eyes.during(
        token.eyes(), () -> wire.hear(request, clock.instant().truncatedTo(ChronoUnit.MICROS)))) {
      case Reply.Answered answered -> say(context, answered);
      case Reply.Unknown unknown -> throw new Refusal(422, unknown.words());
      case Reply.OtherRequest other -> throw new Refusal(422, other.words());
      case Reply.NotRecorded not -> throw later(context, not.words());
      case Reply.InDoubt doubt -> throw later(context, doubt.words());
    }
  }

  private static void say(Context context, Reply.Answered answered) {
    var json = JSON.createObjectNode();
    IncidentNumber incident = answered.incident();
    json.put("incident", incident == null ? null : incident.toString());
    json.put("answer", answered.words());
    json.put("recorded", answered.recorded());
    context
        .result(JSON.writeValueAsString(json) + "\n")
        .contentType("application/json; charset=utf-8");
  }

  private static Refusal later(Context context, String words) {
    context.header("Retry-After", "5");
    return new Refusal(503, words);
  }

  private static String key(@Nullable String given) {
    if (given == null) {
      return UUID.randomUUID().toString();
    }
    String key = given.strip();
    if (key.isEmpty() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
      throw new Refusal(400, "The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
    }
    return key;
  }
}
