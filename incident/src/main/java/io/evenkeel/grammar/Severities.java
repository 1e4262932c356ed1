package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Severities as people type them where a severity is asked for. */
final class Severities {
  private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("(?i)sev(?:erity)?[\\s-]*\\d{1,3}");

  private Severities() {}

  /** Every way of writing one, the bare number and the word (critical, high) too. */
  static Optional<Severity> find(String typed, SeverityScale scale) {
    String plain =
        typed.strip().replaceFirst("[:,]$", "").replaceFirst("(?i)^severity[\\s-]*(?=\\d)", "SEV-");
    return scale
        .find(plain)
        .or(() -> plain.matches("\\d{1,3}") ? scale.find("SEV-" + plain) : Optional.empty())
        .or(() ->
            scale.levels().stream()
                .filter(level -> level.word().equalsIgnoreCase(plain))
                .map(SeverityScale.Level::severity)
                .findFirst());
  }

  /** {@code SEV-9}: meant as a severity, whether or not the scale has it. */
  static boolean looksLikeOne(String typed) {
    return LOOKS_LIKE_ONE.matcher(typed.strip()).matches();
  }

  /** "SEV-1 critical, SEV-2 high, …". */
  static Prose named(SeverityScale scale) {
    Prose words = Prose.of("");
    String between = "";
    for (var level : scale.levels()) {
      words = words.text(between).code(level.severity().name()).text(" " + level.word());
      between = ", ";
    }
    return words;
  }

  /** One button for each severity, saying the command with it. */
  static Offer[] offers(SeverityScale scale, Function<Severity, String> command) {
    return scale.levels().stream()
        .map(level ->
            Offer.plain(level.severity() + " " + level.word(), command.apply(level.severity())))
        .toArray(Offer[]::new);
  }
}
