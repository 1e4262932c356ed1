package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Labels;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All runbooks in words, those of an incident first.
 *
 * @param incident null where none is meant
 * @param helping the likeliest first
 * @param done its steps that were done
 */
record GuideList(
    Library library, @Nullable Incident incident, List<Runbook> helping, List<RunbookStep> done) {
  /** More is no list for a phone. */
  private static final int LISTED = 40;

  private static final int BUTTONS = 8;

  Answer answer() {
    Prose words = Prose.of("");
    if (incident != null) {
      words = words.text("Runbooks of ").strong(incident.label());
      words = words.text(helping.isEmpty() ? ": none by its services or alerts." : ":");
      words = lines(words, helping, done).text("\n");
    }
    List<Runbook> others =
        library.all().stream().filter(one -> !helping.contains(one)).limit(LISTED).toList();
    words = others.isEmpty() ? words : words.text(helping.isEmpty() ? "All runbooks:" : "Others:");
    words = lines(words, others, done);
    int more = library.all().size() - helping.size() - others.size();
    words = more <= 0 ? words : words.text("\n… and " + more + " more, by name");
    for (String fault : library.faults()) {
      words = words.text("\n⚠️ " + fault);
    }
    IncidentNumber number = incident == null ? null : incident.number();
    var offered = new ArrayList<>(helping);
    offered.addAll(others);
    return Answer.unchanged(
        words,
        offered.stream()
            .limit(BUTTONS)
            .map(one ->
                Offer.plain(
                    Labels.fit(one.title()),
                    "runbook "
                        + Offer.quoted(one.name())
                        + (number == null ? "" : " --incident-id " + number)))
            .toArray(Offer[]::new));
  }

  private static Prose lines(Prose before, List<Runbook> runbooks, List<RunbookStep> done) {
    Prose words = before;
    for (Runbook one : runbooks) {
      words = words.text("\n• ").strong(one.title()).text(" (" + one.name() + "): ");
      long ticked =
          one.steps().stream()
              .filter(step ->
                  done.stream()
                      .filter(RunbookStep::stands)
                      .anyMatch(row -> row.of(one.name(), step.number(), step.text())))
              .count();
      words =
          words.text(
              (ticked == 0 ? "" : ticked + " of ")
                  + one.steps().size()
                  + (one.steps().size() == 1 ? " step" : " steps")
                  + (ticked == 0 ? "" : " done"));
    }
    return words;
  }
}
