package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.List;

/** Something is asked that only an incident can answer, and no incident was named. */
public final class Elsewhere {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  private static final int LONGEST_LABEL = 75;

  private Elsewhere() {}

  /**
   * Asks which one, with a button for each of the person's own.
   *
   * @param command what was typed after {@code /incident}, without the incident
   */
  public static Answer which(String command, List<Room> own) {
    if (own.isEmpty()) {
      return Answer.unchanged(
          Prose.of("This is not an incident's channel, and you have no open incident. Name it: ")
              .code("/incident " + command + " --incident-id INC-12")
              .text("."),
          Offer.plain("Open incidents", "list open"),
          Offer.plain("All incidents", "list all"));
    }
    Offer[] offers =
        own.stream()
            .limit(MOST_BUTTONS)
            .map(room -> offer(command, room.incident()))
            .toArray(Offer[]::new);
    return Answer.unchanged(
        Prose.of("This is not an incident's channel. Which incident do you mean? Another one is")
            .text(" named with ")
            .code("--incident-id INC-12")
            .text("."),
        offers);
  }

  private static Offer offer(String command, Incident incident) {
    String label = incident.label();
    int end = LONGEST_LABEL - 1;
    if (label.length() > LONGEST_LABEL) {
      boolean within = Character.isHighSurrogate(label.charAt(end - 1));
      label = label.substring(0, within ? end - 1 : end) + "…";
    }
    return Offer.plain(label, command + " --incident-id " + incident.number());
  }
}
