package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Revision;
import java.util.List;

/** What is answered to whoever edits a postmortem. */
record EditWords(Paper paper) {
  Answer clash(String heading) {
    Revision newest = paper.newest();
    Prose words = Prose.of("Nothing was recorded: while you edited, ");
    words = newest == null ? words.text("somebody") : words.text(newest.author().name());
    String where = heading.isEmpty() ? "at its begin" : "under “" + heading + "”";
    return refused(
        words
            .text(" changed the same lines " + where + ", in revision " + paper.revision())
            .text(". Keep what you wrote, open the newest, and put it in there."));
  }

  Prose done(String what) {
    boolean back = paper.about().state().settled();
    Prose words =
        Prose.of("The postmortem of ")
            .strong(incident().label())
            .text(" " + what + ": it is revision " + (Math.max(1, paper.revision()) + 1) + ".");
    return back
        ? words.text(" It was " + paper.about().state().words() + " and is in review again.")
        : words;
  }

  Answer recorded(Prose words) {
    String here = " --incident-id " + incident().number();
    return Answer.recorded(
        incident().number(),
        words,
        Offer.plain("Edit a section", "postmortem edit" + here),
        Offer.plain("Checks", "postmortem check" + here));
  }

  Answer refused(Prose words) {
    return new Answer(incident().number(), false, words, List.of());
  }

  private Incident incident() {
    return paper.incident();
  }
}
