package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Prose;
import io.evenkeel.postmortem.revision.Gate;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Renewed;
import java.util.ArrayList;

/** The answer to {@code postmortem} alone. */
final class SharedPaper {
  private SharedPaper() {}

  /** That answer, with how far it is and what could be renewed. */
  static Answer told(Paper paper, Answer answer) {
    Postmortem about = paper.about();
    var owner = about.owner();
    Prose words = answer.words();
    if (owner != null || about.state() != Postmortem.State.DRAFT) {
      words =
          words.text(
              " It is "
                  + (about.state() == Postmortem.State.DRAFT ? "a draft" : about.state().words()));
      words = owner == null ? words : words.text(", and ").mention(owner).text(" finishes it");
      words = about.due() == null ? words.text(".") : words.text(" by " + about.due() + ".");
    }
    String here = " --incident-id " + paper.incident().number();
    var offers = new ArrayList<Offer>(answer.offers());
    var news = Renewed.counted(paper.renewal());
    if (news.isPresent()) {
      words = words.text(" Since it was edited, " + news.get() + " changed.");
      offers.add(Offer.primary("Preview", "postmortem preview" + here));
    }
    Gate gate = paper.gate();
    offers.add(Offer.plain("Checks: " + gate.score() + " of 100", "postmortem check" + here));
    offers.add(Offer.plain("Edit a section", "postmortem edit" + here));
    if (owner == null) {
      offers.add(Offer.plain("I finish it", "postmortem owner me" + here));
    }
    return new Answer(answer.incident(), answer.recorded(), words, offers);
  }
}
