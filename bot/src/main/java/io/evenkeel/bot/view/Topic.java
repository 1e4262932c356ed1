package io.evenkeel.bot.view;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;

/**
 * The line under a channel's name: {@code SEV-1 · investigating · IC alice (acting) · API down}.
 */
public final class Topic {
  /** Slack's limit ({@code too_long}, conversations.setTopic). */
  private static final int LONGEST = 250;

  private Topic() {}

  /** One line of plain text without anything that Slack could take for a mention or a link. */
  public static String of(Incident incident) {
    String commander =
        incident
            .commander()
            .map(holder -> "IC " + holder.person().name() + (holder.acting() ? " (acting)" : ""))
            .orElse("nobody commands");
    String line =
        (incident.mode() == Mode.LIVE ? "" : incident.mode().word() + " · ")
            + incident.severity()
            + (incident.severityAssumed() ? " (assumed)" : "")
            + " · "
            + incident.status().word()
            + " · "
            + commander
            + " · "
            + incident.title();
    return Fit.plain(line.replace('<', '‹').replace('>', '›').replaceAll("\\s+", " "), LONGEST);
  }
}
