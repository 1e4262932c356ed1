package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.service.Readiness;
import io.evenkeel.service.Service;
import java.util.stream.Collectors;

/** What services lack, in words. */
final class ReadinessText {
  private static final int FOUND = 25;

  private ReadinessText() {}

  static Answer of(Readiness found) {
    if (found.findings().isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing is missing: all " + found.looked())
              .text(" services have an owner, somebody to call, a runbook, an objective, and a")
              .text(" recovery that was tested this quarter."));
    }
    Prose words =
        Prose.of(found.findings().size() + " of " + found.looked() + " services lack something:");
    for (Readiness.Finding one : found.findings().stream().limit(FOUND).toList()) {
      words = words.text("\n• ").strong(one.service().name());
      words =
          words.text(
              (one.service().tier() == Service.UNSAID ? "" : ", tier " + one.service().tier())
                  + ": "
                  + one.lacks().stream()
                      .map(lack -> lack.words())
                      .collect(Collectors.joining("; ")));
    }
    int more = found.findings().size() - FOUND;
    words = more <= 0 ? words : words.text("\n… and " + more + " more");
    return Answer.unchanged(
        words
            .text("\nAll of it, with what to write: ")
            .code("evenkeel service readiness")
            .text(" where the bot runs."));
  }
}
