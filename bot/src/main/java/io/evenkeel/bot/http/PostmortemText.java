package io.evenkeel.bot.http;

import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.templates.Postmortems;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A postmortem's text as a request asks for it: {@code ?template=howie}, {@code ?gantt=true} and
 * {@code ?audience=outside}. Refuses what there is not.
 */
final class PostmortemText {
  private static final Logger log = LoggerFactory.getLogger(PostmortemText.class);

  private final Drafts drafts;
  private final Postmortems postmortems;

  PostmortemText(Drafts drafts, Postmortems postmortems) {
    this.drafts = drafts;
    this.postmortems = postmortems;
  }

  /**
   * @param usual for whom it is where nobody says: Markdown keeps the names, as it comes back by
   *     import
   */
  String written(Context context, Drafts.Drafted.Found found, Audiences.Audience usual) {
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
}
