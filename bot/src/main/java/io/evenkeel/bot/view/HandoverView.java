package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The direct messages about a role on offer: to whoever is asked, to the others, and its end. */
public final class HandoverView {
  private HandoverView() {}

  /**
   * While the answer is waited for.
   *
   * @param reader who reads it: the one who is asked finds the buttons for the answer
   * @param handed what whoever takes over must know
   * @param channel null while there is none
   */
  public static Message offer(
      Incident incident,
      Handover handover,
      PersonId reader,
      Prose handed,
      @Nullable ChannelId channel) {
    boolean asked = handover.awaited().id().equals(reader);
    Prose words = Prose.of("🤝 ").then(asking(incident, handover, reader));
    words = channel == null ? words.text(".") : words.text(" in ").room(channel).text(".");
    words = words.text(" Until ");
    words =
        asked ? words.text("you say yes, ") : words.mention(handover.awaited()).text(" says yes, ");
    words = words.mention(handover.from()).text(" stays " + handover.role().words());
    words = words.text(". Without an answer by ").at(handover.lapsesAt());
    words = words.text(" it stays so.");
    if (handover.to().id().equals(reader)) {
      words = words.text("\n").then(handed);
    }
    return AnswerView.message(words, List.of(), offers(incident, handover, reader, asked));
  }

  private static Prose asking(Incident incident, Handover handover, PersonId reader) {
    String role = handover.role().words();
    Prose by = Prose.of("").mention(handover.askedBy());
    Prose words;
    if (handover.askedBy().id().equals(handover.to().id())) {
      words = by.text(" asks you for the role of ").strong(role);
    } else if (!handover.to().id().equals(reader)) {
      words = by.text(" asks ").mention(handover.to()).text(" to be ").strong(role);
    } else if (handover.askedBy().id().equals(handover.from().id())) {
      words = by.text(" offers you the role of ").strong(role);
    } else {
      words = by.text(" asks you to be ").strong(role).text(" in place of ");
      words = words.mention(handover.from());
    }
    return words.text(" of ").strong(incident.label());
  }

  private static List<Offer> offers(
      Incident incident, Handover handover, PersonId reader, boolean asked) {
    String said =
        " " + Offer.quoted(handover.role().name()) + " --incident-id " + incident.number();
    boolean holder = handover.from().id().equals(reader);
    Offer no = Offer.plain(holder ? "Keep it" : "Decline", "decline" + said);
    return asked
        ? List.of(Offer.primary(holder ? "Hand it over" : "Accept", "accept" + said), no)
        : holder ? List.of(no) : List.of();
  }

  /**
   * What became of it, for everybody whom it concerns.
   *
   * @param reader who reads it: the one who did not answer can still do what was asked
   */
  public static Message end(
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
