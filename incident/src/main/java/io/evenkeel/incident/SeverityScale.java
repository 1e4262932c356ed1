package io.evenkeel.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The severities of this installation, worst first, and the one that is assumed when nobody says.
 */
public record SeverityScale(List<Level> levels, Severity assumed) {

  /**
   * @param word one word for it: "critical"
   * @param meaning what it means for users
   * @param aliases other ways of writing it; letter case, spaces and hyphens do not matter
   * @param tell who must be told once it is that bad, in words for whoever tells them; empty for
   *     nobody
   */
  public record Level(
      Severity severity, String word, String meaning, List<String> aliases, String tell) {}

  /** SEV-1 to SEV-4 with P0 to P3 as aliases; SEV-2 is assumed. */
  public static final SeverityScale STANDARD =
      new SeverityScale(
          List.of(
              level(
                  1,
                  "critical",
                  "complete outage",
                  "customer support, the heads of engineering and product, and whoever speaks to"
                      + " the public, within 15 minutes"),
              level(
                  2,
                  "high",
                  "significant degradation",
                  "customer support and the owners of the services that depend on it, within 30"
                      + " minutes"),
              level(3, "medium", "minor impact", "the owners of the service"),
              level(4, "low", "cosmetic", "")),
          new Severity("SEV-2"));

  public SeverityScale {
    levels = List.copyOf(levels);
    if (levels.stream().noneMatch(level -> level.severity().equals(assumed))) {
      throw new IllegalArgumentException(
          "the assumed severity " + assumed + " is not on the scale");
    }
  }

  private static Level level(int n, String word, String meaning, String tell) {
    return new Level(
        new Severity("SEV-" + n), word, meaning, List.of("SEV" + n, "S" + n, "P" + (n - 1)), tell);
  }

  /** The severity somebody typed: {@code sev1}, {@code SEV 1}, {@code S1}, {@code P0}. */
  public Optional<Severity> find(String typed) {
    String wanted = bare(typed);
    return levels.stream()
        .filter(level ->
            bare(level.severity().name()).equals(wanted)
                || level.aliases().stream().anyMatch(alias -> bare(alias).equals(wanted)))
        .map(Level::severity)
        .findFirst();
  }

  /** The level of a severity; empty for one that an older configuration knew. */
  public Optional<Level> level(Severity severity) {
    return levels.stream().filter(level -> level.severity().equals(severity)).findFirst();
  }

  /** Its place on the scale, 0 for the worst; -1 for one that an older configuration knew. */
  public int rank(Severity severity) {
    return levels.stream().map(Level::severity).toList().indexOf(severity);
  }

  private static String bare(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
