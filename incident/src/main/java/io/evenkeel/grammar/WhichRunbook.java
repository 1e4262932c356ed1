package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The runbook that somebody means, or what to say where that is not one. */
public sealed interface WhichRunbook {
  /** More would hide the words above them on a phone. */
  int MOST_BUTTONS = 5;

  record Found(Runbook runbook) implements WhichRunbook {}

  record Unclear(Answer answer) implements WhichRunbook {}

  /**
   * What it is chosen from.
   *
   * @param helping those that belong to the incident, the likeliest first; empty without one
   * @param done steps of the incident that were done, the latest last
   */
  record Shelf(Library library, List<Runbook> helping, List<RunbookStep> done) {}

  /**
   * The runbook of that name; without one the runbook that is followed, else the only one that
   * belongs to the incident.
   *
   * @param typed null when none was named
   * @param nothing how a refusal begins: {@code "Nothing was recorded: "}, or "" for a question
   * @param again the command with that runbook's name in quotes, for a button
   */
  static WhichRunbook of(
      Shelf shelf, @Nullable String typed, String nothing, UnaryOperator<String> again) {
    Library library = shelf.library();
    if (library.all().isEmpty()) {
      return new Unclear(none(library, nothing));
    }
    if (typed != null) {
      return library
          .find(typed)
          .<WhichRunbook>map(Found::new)
          .orElseGet(() -> new Unclear(unknown(library, typed, nothing, again)));
    }
    Optional<Runbook> followed =
        shelf.done().reversed().stream()
            .filter(RunbookStep::stands)
            .flatMap(one -> library.find(one.runbook()).stream())
            .findFirst()
            .or(() ->
                shelf.helping().size() == 1
                    ? Optional.of(shelf.helping().getFirst())
                    : Optional.empty());
    return followed
        .<WhichRunbook>map(Found::new)
        .orElseGet(() -> new Unclear(which(shelf, nothing, again)));
  }

  private static Answer which(Shelf shelf, String nothing, UnaryOperator<String> again) {
    boolean some = !shelf.helping().isEmpty();
    Prose words =
        begun(
            nothing,
            some
                ? "which runbook?"
                : "no runbook belongs to this by its services or alerts. Which one?");
    List<Runbook> offered = some ? shelf.helping() : shelf.library().all();
    return Answer.unchanged(
        words.text(" All of them: ").code("/incident runbook list").text("."),
        offers(offered, again));
  }

  private static Answer none(Library library, String nothing) {
    Prose words =
        begun(nothing, "there is no runbook here. Whoever runs Evenkeel writes ")
            .code("runbooks: FOLDER")
            .text(" into the file that ")
            .code("EVENKEEL_CONFIG")
            .text(" names, and Markdown files into that folder; ")
            .code("evenkeel runbook lint FOLDER")
            .text(" looks at them.");
    return Answer.unchanged(
        library.faults().isEmpty()
            ? words
            : words.text(" ⚠️ Not read: " + String.join(" ", library.faults())));
  }

  private static Answer unknown(
      Library library, String typed, String nothing, UnaryOperator<String> again) {
    List<Runbook> near =
        Nearest.of(typed, library.all().stream().map(Runbook::name).toList()).stream()
            .flatMap(name -> library.find(name).stream())
            .toList();
    Prose words = begun(nothing, "there is no runbook “" + Faults.echo(typed) + "”.");
    return near.isEmpty()
        ? Answer.unchanged(
            words.text(" All of them: ").code("/incident runbook list").text("."),
            Offer.plain("All runbooks", "runbook list"))
        : Answer.unchanged(words.text(" Did you mean one of these?"), offers(near, again));
  }

  private static Offer[] offers(List<Runbook> runbooks, UnaryOperator<String> again) {
    return runbooks.stream()
        .limit(MOST_BUTTONS)
        .map(one -> Offer.plain(Faults.label(one.title()), again.apply(Offer.quoted(one.name()))))
        .toArray(Offer[]::new);
  }

  private static Prose begun(String nothing, String words) {
    return Prose.of(
        nothing.isEmpty()
            ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
            : nothing + words);
  }
}
