package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.Eyes;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Stamp;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET} and {@code PUT /api/v1/incidents/INC-42/postmortem}: the text, read and edited. The
 * revision is the ETag (RFC 9110, 8.8.3); an edit names it by {@code If-Match}, or by the line
 * {@code revision: 3} of its front matter, and who edited by {@code ?as=alice}. What others changed
 * since stays; 412 where both changed the same lines.
 */
final class PostmortemRoute {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  private final Bearer bearer;
  private final Drafts drafts;
  private final Function<Draft, String> document;
  private final Wire wire;
  private final InstantSource clock;

  PostmortemRoute(
      Bearer bearer,
      Drafts drafts,
      Function<Draft, String> document,
      Wire wire,
      InstantSource clock) {
    this.bearer = bearer;
    this.drafts = drafts;
    this.document = document;
    this.wire = wire;
    this.clock = clock;
  }

  void get(Context context) {
    var token = bearer.ask(context, Scope.READ);
    Paper paper = paper(NamedIncident.in(context), token.eyes());
    context
        .header("ETag", tag(paper.revision()))
        .result(paper.stamped())
        .contentType("text/markdown; charset=utf-8");
  }

  void put(Context context) throws IOException {
    Caller.Token token = bearer.ask(context, Scope.WRITE);
    IncidentNumber number = NamedIncident.in(context);
    String as =
        SpokenFor.whom(
            token, context.queryParam("as"), "Say for whom: add ?as=alice to the address.");
    Stamp stamp = Stamp.read(body(context));
    Integer revision = revision(context.header("If-Match"), stamp);
    if (revision == null) {
      throw new Refusal(
          428,
          "Say which revision was edited: send If-Match with the ETag that GET gave, such as"
              + " \"3\".");
    }
    String key = context.header("Idempotency-Key");
    var written =
        new Wire.Written(
            token.name(),
            key == null || key.isBlank() ? UUID.randomUUID().toString() : key.strip(),
            as,
            number,
            revision,
            stamp.text());
    switch (Eyes.during(
        token.eyes(), () -> wire.write(written, clock.instant().truncatedTo(ChronoUnit.MICROS)))) {
      case Reply.Answered answered -> say(context, number, answered, token.eyes());
      case Reply.Unknown unknown -> throw new Refusal(422, unknown.words());
      case Reply.OtherRequest other -> throw new Refusal(422, other.words());
      case Reply.NotRecorded not -> throw new Refusal(503, not.words());
      case Reply.InDoubt doubt -> throw new Refusal(503, doubt.words());
    }
  }

  private void say(Context context, IncidentNumber number, Reply.Answered answered, Eyes eyes) {
    if (!answered.recorded() && answered.words().startsWith("Nothing was recorded")) {
      throw new Refusal(412, answered.words());
    }
    int revision = paper(number, eyes).revision();
    var json = JSON.createObjectNode();
    json.put("incident", number.toString());
    json.put("answer", answered.words());
    json.put("recorded", answered.recorded());
    json.put("revision", revision);
    context
        .header("ETag", tag(revision))
        .result(JSON.writeValueAsString(json) + "\n")
        .contentType("application/json; charset=utf-8");
  }

  private Paper paper(IncidentNumber number, Eyes eyes) {
    return switch (drafts.of(number, eyes)) {
      case Drafts.Drafted.Found found -> found.paper(document);
      case Drafts.Drafted.NoSuchIncident _ -> throw Refusal.noSuchIncident(number);
      case Drafts.Drafted.NotNow _ -> throw Refusal.away();
    };
  }

  private static @Nullable Integer revision(@Nullable String ifMatch, Stamp stamp) {
    if (ifMatch == null) {
      return stamp.revision();
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new Refusal(400, "If-Match must be an ETag that GET gave, such as \"3\".");
    }
    return Integer.valueOf(tag.group(1));
  }

  private static String body(Context context) throws IOException {
    String text = Body.POSTMORTEM.text(context);
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new Refusal(400, "The body must be the whole postmortem, in Markdown.");
    }
    return text;
  }

  private static String tag(int revision) {
    return "\"" + revision + "\"";
  }
}
