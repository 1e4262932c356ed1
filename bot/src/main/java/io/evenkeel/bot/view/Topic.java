package io.evenkeel.bot.view;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line under a channel's name: {@code SEV-1 · investigating · IC alice (acting) · API down},
 * and after it what people have added. That a severity is assumed stands on the card: here it would
 * cost a line in the channel to take it away.
 */
public final class Topic {
  /** Slack's limit ({@code too_long}, conversations.setTopic). */
  private static final int LONGEST = 250;

  /** Some room is always left for what people add. */
  private static final int TITLE = 120;

  private static final int NAME = 40;
  private static final String BETWEEN = " | ";

  private Topic() {}

  /** Our part: one line of plain text without anything that Slack could take for a mention. */
  public static String of(Incident incident) {
    String commander =
        incident
            .commander()
            .map(holder ->
                "IC "
                    + Fit.plain(holder.person().name(), NAME)
                    + (holder.acting() ? " (acting)" : ""))
            .orElse("nobody commands");
    return line(
        (incident.mode() == Mode.LIVE ? "" : incident.mode().word() + " · ")
            + incident.severity()
            + " · "
            + incident.status().word()
            + " · "
            + commander
            + " · "
            + title(incident));
  }

  /** Our part and then theirs, cut where Slack's limit is. */
  public static String with(String ours, String theirs) {
    return theirs.isEmpty() ? ours : Fit.plain(ours + BETWEEN + theirs, LONGEST);
  }

  /**
   * What people have added to a topic that begins with our part, as it is now or was before.
   *
   * @param shown the topic as Slack tells it, with its escapes undone
   * @param before our part as it was last set; null when that is not known
   * @return empty when none of it is ours
   */
  public static Optional<String> added(Incident incident, String shown, @Nullable String before) {
    String line = plain(shown);
    for (String ours : new String[] {of(incident), before == null ? "" : before}) {
      if (!ours.isEmpty() && line.startsWith(ours)) {
        return Optional.of(bare(line.substring(ours.length())));
      }
    }
    var older =
        Pattern.compile(
                ".{1,60} · [a-z]+ · (?:IC .{1,60}?|nobody commands) · "
                    + Pattern.quote(line(title(incident))))
            .matcher(line);
    return older.lookingAt() ? Optional.of(bare(line.substring(older.end()))) : Optional.empty();
  }

  /** Words of people, without anything that Slack could take for a mention or a link. */
  public static String plain(String text) {
    return line(
        text.replaceAll("<(?:[@#!][^|>]*|[a-z]+:[^|>]*)\\|([^>]*)>", "$1")
            .replaceAll("<([@#]?[^<>|\\s]*)>", "$1"));
  }

  private static String line(String text) {
    String safe = text.replace('<', '‹').replace('>', '›').replaceAll("\\s+", " ");
    return Fit.plain(safe.strip(), LONGEST);
  }

  private static String title(Incident incident) {
    return Fit.plain(incident.title().strip(), TITLE);
  }

  private static String bare(String added) {
    return added.replaceFirst("^\\s*[|·]?\\s*", "").strip();
  }
}
