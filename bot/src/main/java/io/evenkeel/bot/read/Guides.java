package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.WhichRunbook;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Labels;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.Signs;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runbooks, and how far an incident is in them. Throws as {@link Questions}. */
public final class Guides {
  /** More is no list for a phone. */
  private static final int LISTED = 40;

  private static final int BUTTONS = 8;

  private final Database database;
  private final Services.Known known;

  Guides(Database database, Services.Known known) {
    this.database = database;
    this.known = known;
  }

  /** What is to be shown, or what to say where that is not clear. */
  public sealed interface Guide {
    /**
     * @param incident null where none is meant
     * @param done its steps that were done, the latest last
     */
    record Open(Runbook runbook, @Nullable Incident incident, List<RunbookStep> done)
        implements Guide {}

    record Unclear(Answer answer) implements Guide {}

    /** There is no such incident that they can see. */
    record NoSuch(IncidentNumber number) implements Guide {}
  }

  /** A runbook, step by step; of an incident only where the asker may see it. */
  public Guide of(
      @Nullable IncidentNumber target,
      @Nullable ChannelId place,
      PersonId asker,
      Asked.Guide asked) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          Incident seen = Questions.seen(tx, target, place, asker).orElse(null);
          return seen == null && target != null ? new Guide.NoSuch(target) : of(tx, seen, asked);
        });
  }

  /** Those of the incident, and all others. */
  public Guide list(@Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          Incident seen = Questions.seen(tx, target, place, asker).orElse(null);
          return seen == null && target != null
              ? new Guide.NoSuch(target)
              : new Guide.Unclear(list(tx, seen));
        });
  }

  private Guide of(Transaction tx, @Nullable Incident incident, Asked.Guide asked) {
    List<RunbookStep> done = done(tx, incident);
    var shelf = new WhichRunbook.Shelf(known.library().get(), helping(tx, incident), done);
    String behind = incident == null ? "" : " --incident-id " + incident.number();
    return switch (WhichRunbook.of(shelf, asked.name(), "", name -> "runbook " + name + behind)) {
      case WhichRunbook.Found(Runbook runbook) -> new Guide.Open(runbook, incident, done);
      case WhichRunbook.Unclear(Answer answer) -> new Guide.Unclear(answer);
    };
  }

  private static List<RunbookStep> done(Transaction tx, @Nullable Incident incident) {
    return incident == null ? List.of() : new Boards(tx).steps(incident.number());
  }

  /** Those that help with an incident, the likeliest first. */
  public List<Runbook> helping(Incident incident) {
    return database.query(Database.COMMAND_LIMIT, tx -> helping(tx, incident));
  }

  private List<Runbook> helping(Transaction tx, @Nullable Incident incident) {
    return incident == null ? List.of() : known.helping(incident, Signs.of(tx, incident.number()));
  }

  private Answer list(Transaction tx, @Nullable Incident incident) {
    Library library = known.library().get();
    List<Runbook> helping = helping(tx, incident);
    if (library.all().isEmpty()) {
      return ((WhichRunbook.Unclear)
              WhichRunbook.of(
                  new WhichRunbook.Shelf(library, List.of(), List.of()), null, "", name -> name))
          .answer();
    }
    List<RunbookStep> done = done(tx, incident);
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
