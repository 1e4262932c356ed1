package io.evenkeel.bot.view;

import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import java.util.List;

/** The direct message that says what became of a role on offer. */
public final class HandoverEnd {
  private HandoverEnd() {}

  /**
   * For everybody whom it concerns.
   *
   * @param reader who reads it: the one who did not answer can still do what was asked
   */
  public static Message of(
      Incident incident, Handover handover, Handover.Ended ended, PersonId reader) {
    String role = handover.role().words();
    Prose words = Prose.of("🤝 ").strong(incident.label()).text(": ");
    words =
        switch (ended.how()) {
          case ACCEPTED ->
              words
                  .mention(handover.to())
                  .text(" is " + role + " since ")
                  .at(ended.at())
                  .text(", handed over by ")
                  .mention(handover.from())
                  .text(".");
          case DECLINED -> stays(by(words, ended, "declined"), handover);
          case WITHDRAWN ->
              handover.from().equals(ended.by())
                  ? stays(words, handover)
                  : stays(by(words, ended, "took the offer back"), handover);
          case LAPSED ->
              cannotWait(
                  stays(
                      words.mention(handover.awaited()).text(" did not answer within 10 minutes. "),
                      handover),
                  incident,
                  handover);
          case OVERTAKEN ->
              words
                  .text("the offer of " + role + " to ")
                  .mention(handover.to())
                  .text(" is over: the role or the offer went to somebody else.");
        };
    return AnswerView.message(words, List.of(), next(incident, handover, ended, reader));
  }

  private static Prose by(Prose words, Handover.Ended ended, String did) {
    var by = ended.by();
    return by == null ? words : words.mention(by).text(" " + did + ". ");
  }

  private static Prose stays(Prose words, Handover handover) {
    return words.mention(handover.from()).text(" stays " + handover.role().words() + ".");
  }

  /** Nobody is blocked by a holder who does not answer. */
  private static Prose cannotWait(Prose words, Incident incident, Handover handover) {
    if (!incident.open() || !handover.awaited().id().equals(handover.from().id())) {
      return words;
    }
    String now = "/incident assign @" + handover.to().name() + " " + handover.role();
    boolean command = handover.role().equals(Role.INCIDENT_COMMANDER);
    return words
        .text(" If it cannot wait: ")
        .code(
            (command ? now + " --force \"no answer for 10 minutes\"" : now)
                + " --incident-id "
                + incident.number())
        .text(".");
  }

  /** Nobody is left with a role that they wanted to give away and nothing to press. */
  private static List<Offer> next(
      Incident incident, Handover handover, Handover.Ended ended, PersonId reader) {
    if (!incident.open() || ended.how() != Handover.How.LAPSED) {
      return List.of();
    }
    String role = Offer.quoted(handover.role().name());
    String here = " --incident-id " + incident.number();
    String handOver = "handover <@" + handover.to().id() + "> " + role + here;
    if (!handover.awaited().id().equals(reader)) {
      return List.of(Offer.plain("Ask again", handOver));
    }
    return List.of(
        handover.to().id().equals(reader)
            ? Offer.plain("Take it after all", "take " + role + here)
            : Offer.plain("Hand it over", handOver));
  }
}
