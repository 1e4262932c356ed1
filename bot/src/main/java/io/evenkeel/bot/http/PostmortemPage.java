package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.templates.PostmortemJson;
import io.evenkeel.templates.Postmortems;
import io.evenkeel.templates.WebPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The postmortem, for whoever is signed in or holds a token: {@code GET
 * /incidents/INC-1/postmortem} as a page, {@code /incidents/INC-1/postmortem.md} as Markdown,
 * {@code /api/v1/incidents/INC-1/draft} as JSON. {@code ?template=howie} asks for the draft in
 * another template, {@code ?gantt=true} for the draft with its phases, {@code ?audience=outside}
 * for readers who are told roles, not names; otherwise it is what people have made of it, or the
 * draft while nobody has. JSON is always the draft.
 */
final class PostmortemPage {
  private static final Logger log = LoggerFactory.getLogger(PostmortemPage.class);

  private final Bearer bearer;
  private final Visitors visitors;
  private final Drafts drafts;
  private final PostmortemText text;

  PostmortemPage(Bearer bearer, Visitors visitors, Drafts drafts, Postmortems postmortems) {
    this.bearer = bearer;
    this.visitors = visitors;
    this.drafts = drafts;
    text = new PostmortemText(drafts, postmortems);
  }

  void routes(RoutesConfig routes) {
    routes.get("/incidents/{number}/postmortem", this::page);
    routes.get("/incidents/{number}/postmortem.md", this::markdown);
  }

  private void page(Context context) {
    Caller caller = Visitors.caller(context);
    Drafts.Drafted.Found found = found(context, caller);
    Screen.show(
        context,
        200,
        WebPage.served(
            text.written(context, found, drafts.readers()),
            Assets.STYLE,
            Screen.bar(visitors, context, caller)));
    closed(context);
  }

  private void markdown(Context context) {
    Drafts.Drafted.Found found = found(context, Visitors.caller(context));
    context
        .result(text.written(context, found, Audiences.Audience.NAMED))
        .contentType("text/markdown; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + found.draft().incident().number() + "-postmortem.md\"");
    closed(context);
  }

  void json(Context context) {
    if (context.queryParam("audience") != null) {
      throw new Refusal(400, "JSON names people. For an audience, take the page or Markdown.");
    }
    Drafts.Drafted.Found found = found(context, bearer.ask(context, Scope.READ));
    context.result(PostmortemJson.of(found.draft())).contentType("application/json; charset=utf-8");
    closed(context);
  }

  /** What an incident was is for who asked, and for no cache on the way. */
  private static void closed(Context context) {
    context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
  }

  private Drafts.Drafted.Found found(Context context, Caller caller) {
    IncidentNumber number = NamedIncident.in(context);
    return switch (drafts.of(number, caller.eyes())) {
      case Drafts.Drafted.Found found -> found;
      case Drafts.Drafted.NoSuchIncident _ -> throw nothing(number, caller);
      case Drafts.Drafted.NotNow(String why) -> {
        log.warn("the postmortem of {} could not be read: {}", number, why);
        throw Refusal.away();
      }
    };
  }

  /** The same words whether it is not there or not theirs to see. */
  private static Refusal nothing(IncidentNumber number, Caller caller) {
    return switch (caller) {
      case Caller.Token _ -> Refusal.noSuchIncident(number);
      case Caller.SignedIn(var person) ->
          new Refusal(
              404,
              "There is no incident "
                  + number
                  + " that "
                  + person.name()
                  + " can see. A private one is seen by those in its channel: if you know somebody"
                  + " there, ask to be invited.");
    };
  }
}
