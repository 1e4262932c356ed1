package io.evenkeel.bot.view;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Packet;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.List;

/** What whoever takes a role over must know, a line for each thing. */
public final class HandedOver {
  /** The whole text stands in the timeline. */
  private static final int LONGEST = 300;

  private HandedOver() {}

  /**
   * @param duty what the role asks; empty when the configuration has no words for it
   */
  public static Prose of(Incident incident, Packet packet, String duty) {
    Prose words = duty.isEmpty() ? Prose.of("") : Prose.of(duty + "\n");
    words =
        words
            .strong("State")
            .text(" " + incident.severity() + ", " + incident.status().word() + ", since ")
            .at(incident.zero());
    var update = incident.update();
    words = words.text("\n").strong("Latest update").text(" ");
    words =
        update == null
            ? words.text("none yet")
            : words.at(update.at()).text(": " + Fit.plain(update.text(), LONGEST));
    Instant next = update == null ? null : update.next();
    words = words.text("\n").strong("Next update due").text(" ");
    words = next == null ? words.text("nothing was promised") : words.at(next);
    words = list(words, "Being done", packet.doing());
    words = list(words, "Tried and ruled out", packet.tried());
    words = list(words, "Open tasks", packet.tasks());
    return list(words, "Decisions", packet.decisions());
  }

  private static Prose list(Prose before, String title, List<String> lines) {
    Prose words = before.text("\n").strong(title);
    if (lines.isEmpty()) {
      return words.text(" none written down");
    }
    for (String line : lines) {
      words = words.text("\n• " + Fit.plain(line.replaceAll("\\R+", " "), LONGEST));
    }
    return words;
  }
}
