package io.evenkeel.bot.http;

import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.postmortem.Draft;
import io.javalin.http.Context;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /incidents/INC-1/postmortem.md}: the draft, for whoever holds a token. */
final class PostmortemPage {
  private static final Logger log = LoggerFactory.getLogger(PostmortemPage.class);

  private final Bearer bearer;
  private final Drafts drafts;
  private final Function<Draft, String> markdown;

  PostmortemPage(Bearer bearer, Drafts drafts, Function<Draft, String> markdown) {
    this.bearer = bearer;
    this.drafts = drafts;
    this.markdown = markdown;
  }

  void get(Context context) {
    bearer.ask(context);
    IncidentNumber number =
        IncidentNumber.parse(context.pathParam("number"))
            .orElseThrow(() ->
                new Refusal(404, "An incident's number looks like INC-42. This one does not."));
    switch (drafts.of(number)) {
      case Drafts.Drafted.Found found ->
          context
              .result(found.text(markdown))
              .contentType("text/markdown; charset=utf-8")
              .header(
                  "Content-Disposition", "attachment; filename=\"" + number + "-postmortem.md\"");
      case Drafts.Drafted.NoSuchIncident _ ->
          throw new Refusal(404, "There is no incident " + number + ".");
      case Drafts.Drafted.NotNow(String why) -> {
        log.warn("the postmortem of {} could not be read: {}", number, why);
        throw new Refusal(
            503, "The database does not answer right now. Try again in a few seconds.");
      }
    }
  }
}
