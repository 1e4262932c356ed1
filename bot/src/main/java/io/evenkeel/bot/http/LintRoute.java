package io.evenkeel.bot.http;

import io.evenkeel.blameless.Blameless;
import io.evenkeel.blameless.Finding;
import io.evenkeel.blameless.Settings;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.people.Participant;
import io.evenkeel.people.Question;
import io.evenkeel.people.Recast;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.postmortem.Draft;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /api/v1/incidents/INC-42/postmortem/lint}: what the text says of people that is better
 * asked, and which words would have to be looked at before readers outside get it. Advice: always
 * 200.
 */
final class LintRoute {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Bearer bearer;
  private final Drafts drafts;
  private final Function<Draft, String> markdown;
  private final Settings settings;

  LintRoute(Bearer bearer, Drafts drafts, Function<Draft, String> markdown, Settings settings) {
    this.bearer = bearer;
    this.drafts = drafts;
    this.markdown = markdown;
    this.settings = settings;
  }

  void get(Context context) {
    var token = bearer.ask(context, Scope.READ);
    IncidentNumber number = NamedIncident.in(context);
    switch (drafts.of(number, token.eyes())) {
      case Drafts.Drafted.Found found -> tell(context, number, found);
      case Drafts.Drafted.NoSuchIncident _ -> throw Refusal.noSuchIncident(number);
      case Drafts.Drafted.NotNow _ -> throw Refusal.away();
    }
  }

  private void tell(Context context, IncidentNumber number, Drafts.Drafted.Found found) {
    String text = found.text(markdown);
    List<String> names;
    Recast outside;
    try {
      names =
          drafts.audiences().everybody().stream()
              .map(Participant::names)
              .flatMap(List::stream)
              .toList();
      outside = drafts.audiences().told(found.draft(), text, Audiences.Audience.OUTSIDE);
    } catch (Unavailable e) {
      throw Refusal.away();
    }
    ObjectNode json = JSON.createObjectNode();
    json.put("incident", number.toString());
    var findings = json.putArray("findings");
    Blameless.check(text, names, settings).forEach(one -> finding(findings.addObject(), one));
    var questions = json.putArray("questions");
    outside.questions().forEach(one -> question(questions.addObject(), one));
    context
        .result(JSON.writeValueAsString(json) + "\n")
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("rule", finding.rule().id())
        .put("level", finding.level().word())
        .put("line", finding.span().line())
        .put("column", finding.span().column())
        .put("start", finding.span().start())
        .put("end", finding.span().end())
        .put("words", finding.words())
        .put("why", finding.why())
        .put("ask", finding.rewrite());
  }

  private static void question(ObjectNode node, Question question) {
    node.put("word", question.word())
        .put("line", question.line())
        .put("times", question.times())
        .put("ask", question.words());
  }
}
