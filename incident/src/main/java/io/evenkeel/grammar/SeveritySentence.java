package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code severity SEV-2 [reason]}. */
final class SeveritySentence {
  private SeveritySentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    var scale = said.speaker().severities();
    Span given = said.flag(Flag.SEVERITY).orElse(null);
    if (given == null) {
      if (!said.free().empty() && said.text(said.free().until(1)).equalsIgnoreCase("to")) {
        said.remain(said.free().from(1));
      }
      given = leading(said);
    }
    Optional<Severity> severity =
        given == null ? Optional.empty() : Severities.find(said.text(given), scale);
    Span wrong = given;
    if (severity.isEmpty()) {
      Prose words =
          wrong == null
              ? Prose.of("Nothing was changed: which severity?")
              : Prose.of("Nothing was changed: there is no ")
                  .code(Faults.echo(said.text(wrong)))
                  .text(" here.");
      said.fail(
          Answer.unchanged(
              words
                  .text(" There are ")
                  .then(Severities.named(scale))
                  .text(". For example ")
                  .code("/incident " + Verb.SEVERITY.example())
                  .text("."),
              Severities.offers(
                  scale,
                  right ->
                      wrong == null
                          ? CleanText.trimmed("severity " + right + " " + said.rest())
                          : said.with(wrong, right.name()))));
    }
    String reason = said.text(Limit.TEXT, Flag.REASON);
    return said.order(
        new Command.ChangeSeverity(
            severity.orElse(scale.assumed()), reason.isEmpty() ? null : reason));
  }

  /** {@code SEV 1} takes two words, everything else one. */
  private static @Nullable Span leading(Said said) {
    Span free = said.free();
    if (free.empty()) {
      return null;
    }
    int taken =
        free.words().size() > 1
                && free.first().raw().matches("(?i)sev|severity")
                && free.words().get(1).raw().matches("\\d{1,3}[:,]?")
            ? 2
            : 1;
    said.remain(free.from(taken));
    return free.until(taken);
  }
}
