package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.WhichRunbook;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.Signs;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runbooks, and how far an incident is in them. Throws as {@link Questions}. */
public final class Guides {
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
          Incident seen = Meant.seen(tx, target, place, asker).orElse(null);
          return seen == null && target != null ? new Guide.NoSuch(target) : of(tx, seen, asked);
        });
  }

  /** Those of the incident, and all others. */
  public Guide list(@Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          Incident seen = Meant.seen(tx, target, place, asker).orElse(null);
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

  private Answer list(Transaction tx, @Nullable Incident incident) {
    Library library = known.library().get();
    return library.all().isEmpty()
        ? ((WhichRunbook.Unclear)
                WhichRunbook.of(
                    new WhichRunbook.Shelf(library, List.of(), List.of()), null, "", name -> name))
            .answer()
        : new GuideList(library, incident, helping(tx, incident), done(tx, incident)).answer();
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
}
