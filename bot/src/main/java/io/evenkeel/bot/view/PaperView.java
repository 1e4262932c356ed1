package io.evenkeel.bot.view;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Prose;
import io.evenkeel.postmortem.revision.MaybeName;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Renewal;
import io.evenkeel.postmortem.revision.Renewed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a postmortem: what renewing it would change, what may be names, whose it is.
 */
public final class PaperView {
  /** Two buttons each: no more fit under an answer. */
  private static final int NAMES = 2;

  private PaperView() {}

  /** What renewing it would change, with a button that does it. */
  public static Answer preview(Paper paper) {
    Incident incident = paper.incident();
    Prose words = Prose.of("The postmortem of ").strong(incident.label());
    if (paper.newest() == null) {
      return Answer.unchanged(
          words.text(
              " was edited by nobody yet, so it is written from the timeline each time it is"
                  + " shown: there is nothing to renew."),
          edit(incident));
    }
    Renewal renewal = paper.renewal();
    if (renewal.changes().isEmpty()) {
      return Answer.unchanged(
          words.text(" says what the timeline says: there is nothing to renew."), edit(incident));
    }
    return Answer.unchanged(
        words
            .text(" would change in these parts; what people wrote stays word for word:")
            .then(Renewed.lines(renewal)),
        Offer.primary("Renew it", "postmortem regenerate" + here(incident)),
        edit(incident));
  }

  /** Words that may be names: two buttons each, as many as fit. */
  public static Answer names(Incident incident, List<MaybeName> open) {
    Prose words = Prose.of("The postmortem of ").strong(incident.label());
    if (open.isEmpty()) {
      return Answer.unchanged(
          words
              .text(" has no word that may be a name and that nobody has looked at. For readers")
              .text(" outside: ")
              .code("evenkeel export " + incident.number() + " --audience outside")
              .text("."),
          edit(incident));
    }
    words = words.text(" has words that may be names. Are they, where they stand?");
    var offers = new ArrayList<Offer>();
    for (MaybeName one : open.subList(0, Math.min(NAMES, open.size()))) {
      words =
          words.text(
              "\n• “%s” in line %d%s: the name of %s?"
                  .formatted(
                      one.word(),
                      one.line(),
                      one.times() == 1 ? "" : " and " + (one.times() - 1) + " further places",
                      one.name()));
      String said = "postmortem name " + Offer.quoted(one.word());
      offers.add(Offer.plain("“" + one.word() + "” is a name", said + " yes" + here(incident)));
      offers.add(Offer.plain("“" + one.word() + "” is a word", said + " no" + here(incident)));
    }
    return Answer.unchanged(
        open.size() > NAMES
            ? words.text("\nAnd " + (open.size() - NAMES) + " more, once these are answered.")
            : words,
        offers.toArray(Offer[]::new));
  }

  /**
   * The direct message to whoever finishes it, or to the commander while nobody does.
   *
   * @param channel null while there is none
   */
  public static Message told(
      Incident incident, Postmortem postmortem, @Nullable ChannelId channel) {
    Person owner = postmortem.owner();
    Prose words =
        owner == null
            ? Prose.of("📄 Nobody finishes the postmortem of ")
            : Prose.of("📄 You finish the postmortem of ");
    words = words.strong(incident.label());
    words = channel == null ? words : words.text(" (").room(channel).text(")");
    words =
        postmortem.due() == null ? words.text(".") : words.text(", by " + postmortem.due() + ".");
    words =
        words.text(
            " Most of it is written. Four short questions ask what only people know: the impact in"
                + " numbers, what surprised you, what helped, and luck.");
    var offers = new ArrayList<Offer>();
    offers.add(Offer.primary("Answer four questions", "postmortem questions" + here(incident)));
    if (owner == null) {
      offers.add(Offer.plain("I finish it", "postmortem owner me" + here(incident)));
    }
    offers.add(Offer.plain("Share the draft", "postmortem" + here(incident)));
    return AnswerView.message(words, List.of(), offers);
  }

  static Offer edit(Incident incident) {
    return Offer.plain("Edit a section", "postmortem edit" + here(incident));
  }

  static String here(Incident incident) {
    return " --incident-id " + incident.number();
  }
}
