package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What renewing a postmortem changes for its readers, in words. */
public final class Renewed {
  /** They say how the draft was made: they change with every entry, and nobody waits for them. */
  private static final Set<String> ABOUT_ITSELF = Set.of(Renewal.FRONT_MATTER, "coverage");

  private Renewed() {}

  /**
   * "3 entries", or "2 parts" where the timeline reads as before; empty when a reader would notice
   * nothing.
   */
  public static Optional<String> counted(Renewal renewal) {
    List<Renewal.Changed> seen = seen(renewal);
    int entries = seen.stream().mapToInt(Renewal.Changed::entries).sum();
    if (entries > 0) {
      return Optional.of(entries == 1 ? "1 entry" : entries + " entries");
    }
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.of(seen.size() == 1 ? "1 part" : seen.size() + " parts");
  }

  /** One line for each part that a reader sees; says so when there is none. */
  public static Prose lines(Renewal renewal) {
    Prose words = Prose.of("");
    for (Renewal.Changed change : seen(renewal)) {
      words =
          words
              .text("\n• ")
              .strong(change.name())
              .text(": " + change.added() + " added, " + change.removed() + " taken out");
      for (String line : change.fresh()) {
        words = words.text("\n     + " + plain(line));
      }
      words =
          change.conflict()
              ? words.text(
                  "\n     Somebody edited this part: their text stays beside it as a comment.")
              : words;
    }
    return seen(renewal).isEmpty()
        ? words.text("\n• nothing that a reader sees: only how the draft was made")
        : words;
  }

  /** Somebody's edit of the bookkeeping is told, too: its conflict holds the gate. */
  private static List<Renewal.Changed> seen(Renewal renewal) {
    return renewal.changes().stream()
        .filter(change -> change.conflict() || !ABOUT_ITSELF.contains(change.name()))
        .toList();
  }

  /** Without the signs that only Markdown needs: a row of a table reads "Mitigated · 14:40 UTC". */
  private static String plain(String line) {
    String text = line.strip().replaceFirst("^[-*] ", "");
    if (text.startsWith("|") && text.endsWith("|") && text.length() > 1) {
      text = text.substring(1, text.length() - 1).strip().replaceAll("\\s*(?<!\\\\)\\|\\s*", " · ");
    }
    return text.replaceAll("\\\\(?=\\p{Punct})", "");
  }
}
