package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The direct message to whoever has just got a role: what it asks of them, and where things stand.
 */
public final class DutyView {
  private DutyView() {}

  /**
   * @param duty empty when the configuration has no words for it
   * @param channel null while there is none
   */
  public static Message of(Incident incident, Role role, String duty, @Nullable ChannelId channel) {
    Prose words =
        Prose.of("👤 You are ").strong(role.words()).text(" of ").strong(incident.label());
    words = words.text(" (" + incident.severity() + ", " + incident.status().word() + ")");
    words = channel == null ? words.text(".") : words.text(" in ").room(channel).text(".");
    if (!duty.isEmpty()) {
      words = words.text("\n" + duty);
    }
    var update = incident.update();
    words =
        update == null
            ? words.text("\nNo update was posted yet.")
            : words.text("\nLatest update, ").at(update.at()).text(": " + update.text());
    Instant next = update == null ? null : update.next();
    if (next != null) {
      words = words.text("\nThe next update was promised for ").at(next).text(".");
    }
    words =
        words
            .text("\nYou cannot? ")
            .code("/incident handover " + role + " @name --incident-id " + incident.number())
            .text(" offers it to somebody else; it is yours until they say yes.");
    String here = " --incident-id " + incident.number();
    return AnswerView.message(
        words, List.of(), List.of(Offer.plain("Show the status card", "status" + here)));
  }
}
