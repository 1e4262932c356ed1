package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The direct message about a role on offer: to whoever is asked, and to the others. */
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
}
