package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Undone;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.postmortem.Papers;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.MaybeName;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.slo.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask about incidents. Each answer leaves out the private ones that are not
 * theirs to see, within {@link Database#COMMAND_LIMIT}. Throws {@link
 * io.evenkeel.persistence.Unavailable} while Postgres is away.
 */
public final class Questions {
  private final Database database;
  private final SeverityScale severities;
  private final Function<Draft, String> document;
  private final Rotas rotas;
  private final Budgets budgets;
  private final Services services;

  /** Whose postmortems say no more than their incident's name. */
  public Questions(Database database) {
    this(
        database,
        SeverityScale.STANDARD,
        draft -> "# Postmortem: " + draft.incident().title() + "\n",
        Schedules.NONE);
  }

  /**
   * @param document writes a postmortem's draft
   * @param oncall as the file has them
   */
  public Questions(
      Database database,
      SeverityScale severities,
      Function<Draft, String> document,
      Schedules oncall) {
    this(
        database,
        severities,
        document,
        new Rotas(database, oncall, _ -> Optional.empty()),
        Budgets.none(database),
        new Services(database, Services.Known.NOTHING));
  }

  /**
   * The same where it is known how to subscribe to a schedule, what is promised, and what runs
   * here.
   */
  public Questions(
      Database database,
      SeverityScale severities,
      Function<Draft, String> document,
      Rotas rotas,
      Budgets budgets,
      Services services) {
    this.budgets = budgets;
    this.database = database;
    this.severities = severities;
    this.document = document;
    this.rotas = rotas;
    this.services = services;
  }

  /** What is written down of services, and how they are. */
  public Answer services(Utterance.Asked.Services asked, PersonId asker, Instant now) {
    return services.answer(asked, asker, now);
  }

  /** How error budgets stand. */
  public Budgets budgets() {
    return budgets;
  }

  /** Who is on call. */
  public Answer onCall(Utterance.Asked.OnCall asked, Instant now) {
    return rotas.onCall(asked, now);
  }

  /** Who stands in, and who waits for a yes to a swap. */
  public Answer standIns(Utterance.Asked.StandIns asked, Instant now) {
    return rotas.standIns(asked, now);
  }

  /** When services are worked on. */
  public Upkeeps upkeeps() {
    return new Upkeeps(database);
  }

  /** Runbooks, and how far an incident is in them. */
  public Guides guides() {
    return new Guides(database, services.known());
  }

  /** Lists across incidents. */
  public Lists lists() {
    return new Lists(database);
  }

  /** Timelines. */
  public Stories stories() {
    return new Stories(database);
  }

  /** The alerts of an incident; where none is meant, those that people are asked about. */
  public Answer alerts(@Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx ->
            target != null && !new Incidents(tx).maySee(target, asker)
                ? AlertList.unseen(target)
                : Meant.number(tx, target, place)
                    .filter(number -> new Incidents(tx).maySee(number, asker))
                    .map(number -> AlertList.of(tx, number))
                    .orElseGet(() -> AlertList.proposed(tx)));
  }

  /** The postmortem as it stands; empty where there is no incident to see. */
  public Optional<Paper> paper(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          var papers = new Papers(tx, severities);
          return Meant.seen(tx, target, place, asker)
              .flatMap(papers::draft)
              .map(draft -> papers.with(draft, document));
        });
  }

  /** The words of it that may be names and of which nobody has said yet. */
  public List<MaybeName> names(Paper paper) {
    return new Audiences(database).open(paper.draft(), paper.text());
  }

  /** What everybody is called, for who looks for names. */
  public List<String> called() {
    return new Audiences(database)
        .everybody().stream().flatMap(one -> one.names().stream()).toList();
  }

  /** An incident's card, with what stands beside it and what could not be done in Slack. */
  public record Card(Room room, Board board, List<Undone> undone, List<Cost> costs) {}

  /** The incident of that number, or of that channel; empty where there is none to see. */
  public Optional<Card> card(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx ->
            Meant.seen(tx, target, place, asker)
                .map(incident ->
                    new Card(
                        Room.of(tx, List.of(incident)).getFirst(),
                        new Boards(tx).of(incident.number()),
                        new Parked(tx)
                            .of(incident.number()).stream().map(ParkedEffect::undone).toList(),
                        new Prices(tx).of(incident.number()))));
  }

  /** What was said, or waits to be said, outside; of one that the asker was found to see. */
  public List<Statement> statements(IncidentNumber incident) {
    return database.query(Database.COMMAND_LIMIT, tx -> new Boards(tx).statements(incident));
  }

  /**
   * How often people were paged, the most interrupted first.
   *
   * @param who null for everybody
   */
  public List<Burden.Of> burden(@Nullable Person who, Instant now) {
    return database.query(Database.COMMAND_LIMIT, tx -> Burden.read(tx, who, now));
  }
}
