package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.Prose;
import java.util.Set;

/** What renewing a postmortem changes, in words. */
public final class Renewed {
  /** They say how the draft was made: they change with every entry, and nobody waits for them. */
  private static final Set<String> ABOUT_ITSELF = Set.of(Renewal.FRONT_MATTER, "coverage");

  private Renewed() {}

  /** How many lines of what it tells are new or different. */
  public static int entries(Renewal renewal) {
    return renewal.changes().stream()
        .filter(change -> !ABOUT_ITSELF.contains(change.name()))
        .mapToInt(change -> Math.max(change.added(), change.removed()))
        .sum();
  }

  /** "3 entries". */
  public static String counted(int entries) {
    return entries == 1 ? "1 entry" : entries + " entries";
  }

  /** One line for each part. */
  public static Prose lines(Renewal renewal) {
    Prose words = Prose.of("");
    for (Renewal.Changed change : renewal.changes()) {
      words =
          words
              .text("\n• ")
              .strong(change.name())
              .text(": " + change.added() + " added, " + change.removed() + " taken out");
      for (String line : change.fresh()) {
        words = words.text("\n     + " + line);
      }
      words =
          change.conflict()
              ? words.text(
                  "\n     Somebody edited this part: their text stays beside it as a comment.")
              : words;
    }
    return words;
  }
}
