package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.templates.PostmortemJson;
import io.evenkeel.templates.Postmortems;
import io.evenkeel.templates.WebPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
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
  private final Postmortems postmortems;

  PostmortemPage(Bearer bearer, Visitors visitors, Drafts drafts, Postmortems postmortems) {
    this.bearer = bearer;
    this.visitors = visitors;
    this.drafts = drafts;
    this.postmortems = postmortems;
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
            written(context, found, drafts.readers()),
            Assets.STYLE,
            Screen.bar(visitors, context, caller)));
    closed(context);
  }

  private void markdown(Context context) {
    Drafts.Drafted.Found found = found(context, Visitors.caller(context));
    context
        .result(written(context, found, Audiences.Audience.NAMED))
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

  /**
   * @param usual for whom it is where nobody says: Markdown keeps the names, as it comes back by
   *     import
   */
  private String written(Context context, Drafts.Drafted.Found found, Audiences.Audience usual) {
    boolean gantt = "true".equals(context.queryParam("gantt"));
    var wanted = new Postmortems.Wanted(template(context), gantt);
    String text =
        wanted.equals(Postmortems.Wanted.USUAL)
            ? found.text(draft -> draft(context, draft, wanted))
            : draft(context, found.draft(), wanted);
    return told(context, found.draft(), text, usual);
  }

  /** For whom it is: {@code ?audience=inside}, {@code outside} or {@code named}. */
  private String told(Context context, Draft draft, String text, Audiences.Audience usual) {
    String asked = context.queryParam("audience");
    Audiences.Audience audience =
        switch (asked) {
          case null -> usual;
          case "named" -> Audiences.Audience.NAMED;
          case "inside" -> Audiences.Audience.INSIDE;
          case "outside" -> Audiences.Audience.OUTSIDE;
          default ->
              throw new Refusal(
                  400, "There is no such audience. There are: inside, outside, named.");
        };
    if (audience == Audiences.Audience.NAMED) {
      return text;
    }
    try {
      return drafts.audiences().told(draft, text, audience).text();
    } catch (Unavailable away) {
      log.warn("whose names to look for could not be read", away);
      throw Refusal.away();
    }
  }

  private String draft(Context context, Draft draft, Postmortems.Wanted wanted) {
    Postmortems.Document document = postmortems.write(draft, wanted);
    if (!document.fault().isEmpty()) {
      log.warn("The postmortem of {}: {}", draft.incident().number(), document.fault());
      context.header("Warning", "299 - \"the built-in template is used: see the log\"");
    }
    return document.markdown();
  }

  private @Nullable String template(Context context) {
    String asked = context.queryParam("template");
    if (asked != null && !postmortems.names().contains(asked)) {
      throw new Refusal(
          400,
          "There is no such template. There are: " + String.join(", ", postmortems.names()) + ".");
    }
    return asked;
  }

  private Drafts.Drafted.Found found(Context context, Caller caller) {
    IncidentNumber number =
        IncidentNumber.parse(context.pathParam("number"))
            .orElseThrow(() ->
                new Refusal(404, "An incident's number looks like INC-42. This one does not."));
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
