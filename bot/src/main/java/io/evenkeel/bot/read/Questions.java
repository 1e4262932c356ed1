package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Told;
import io.evenkeel.incident.Undone;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.incident.FollowThrough;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.postmortem.Papers;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.MaybeName;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.slo.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask about incidents. Each answer leaves out the private ones that are not
 * theirs to see, within {@link Database#COMMAND_LIMIT}. Throws {@link
 * io.evenkeel.persistence.Unavailable} while Postgres is away.
 */
public final class Questions {
  /** As many as somebody on a phone still reads. */
  private static final int LISTED = 10;

  /** For buttons that name one's own incidents: who has more reads a list. */
  private static final int OWN = 20;

  private static final int ENTRIES = 15;
  private static final int LATEST = 100;

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

  /** The alerts of an incident; where none is meant, those that people are asked about. */
  public Answer alerts(@Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx ->
            target != null && !new Incidents(tx).maySee(target, asker)
                ? AlertList.unseen(target)
                : meant(tx, target, place)
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
          return seen(tx, target, place, asker)
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
            seen(tx, target, place, asker)
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

  /** The latest entries of its timeline, to suggest moments from. */
  public List<TimelineEntry> latest(Incident incident) {
    int last = incident.entries();
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> new Timeline(tx).range(incident.number(), Math.max(1, last - LATEST), last));
  }

  /**
   * One page of a list.
   *
   * @param more whether there is a page after it
   */
  public record Page(List<Room> rooms, boolean more) {}

  /** A page of what was asked for, the newest first. */
  public Page listing(Utterance.Asked.Listing asked, PersonId asker) {
    var wanted =
        new Incidents.Wanted(
            asked.scope() != Utterance.Scope.ALL,
            asked.scope() == Utterance.Scope.MINE,
            asked.severity(),
            asked.service());
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          List<Incident> found =
              new Incidents(tx).wanted(wanted, asker, LISTED + 1, (asked.page() - 1) * LISTED);
          return new Page(
              Room.of(tx, found.stream().limit(LISTED).toList()), found.size() > LISTED);
        });
  }

  /**
   * An action item with its incident.
   *
   * @param title of the incident; a drill's says so
   */
  public record Followed(IncidentNumber incident, String title, ActionItem item) {}

  /**
   * One page of action items across incidents.
   *
   * @param more whether there is a page after it
   */
  public record Following(List<Followed> items, boolean more) {}

  /** Nothing in it is of an incident that the asker may not see. */
  public Following following(Utterance.Asked.Following asked, PersonId asker) {
    boolean mine = asked.scope() == Utterance.Scope.MINE;
    boolean open = asked.scope() != Utterance.Scope.ALL;
    List<FollowThrough.Item> found =
        database.query(
            Database.COMMAND_LIMIT,
            tx ->
                new FollowThrough(tx)
                    .of(mine, open, asker, LISTED + 1, (asked.page() - 1) * LISTED));
    return new Following(
        found.stream()
            .limit(LISTED)
            .map(one -> new Followed(one.incident(), one.title(), one.item()))
            .toList(),
        found.size() > LISTED);
  }

  /** Open incidents that a person declared, holds a role in or is a member of, newest first. */
  public List<Room> own(PersonId person) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> Room.of(tx, new Incidents(tx).openOf(person).stream().limit(OWN).toList()));
  }

  /** A task and the incident it belongs to. */
  public record Duty(Incident incident, Task task) {}

  /** What is somebody's own: open incidents, and tasks in them. */
  public record Own(List<Room> rooms, List<Duty> tasks) {}

  /** For the Home tab; nothing in it is of an incident that the person may not see. */
  public Own home(PersonId person) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          var incidents = new Incidents(tx);
          List<Duty> duties =
              new Boards(tx)
                  .tasksOf(person).stream()
                      .filter(task -> incidents.maySee(task.incident(), person))
                      .limit(OWN)
                      .flatMap(task ->
                          incidents.find(task.incident()).stream()
                              .map(incident -> new Duty(incident, task.task())))
                      .toList();
          return new Own(
              Room.of(tx, incidents.openOf(person).stream().limit(OWN).toList()), duties);
        });
  }

  /**
   * One page of a timeline in the order in which things happened, the oldest on the first.
   *
   * @param putRight which of these entries a later one supersedes
   * @param correctors who has put an entry right, by the entry that stands instead
   * @param page counted from 1
   * @param hidden how many entries stand in the history alone
   */
  public record Story(
      Incident incident,
      List<TimelineEntry> entries,
      Set<Integer> putRight,
      Map<Integer, String> correctors,
      int page,
      int pages,
      int hidden) {}

  /**
   * @param asked null for the newest page; one that is not there is the nearest
   */
  public Optional<Story> timeline(
      @Nullable IncidentNumber target,
      @Nullable ChannelId place,
      PersonId asker,
      Utterance.Asked.Timeline asked) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> seen(tx, target, place, asker).map(incident -> story(tx, incident, asked)));
  }

  private static Story story(Transaction tx, Incident incident, Utterance.Asked.Timeline asked) {
    var timeline = new Timeline(tx);
    int standing = timeline.standing(incident.number());
    int shown = asked.history() ? incident.entries() : standing;
    int pages = Math.max(1, (shown + ENTRIES - 1) / ENTRIES);
    Integer wanted = asked.page();
    int page = wanted == null ? pages : Math.min(wanted, pages);
    List<TimelineEntry> entries =
        timeline.happened(incident.number(), asked.history(), ENTRIES, (page - 1) * ENTRIES);
    List<Integer> seqs = entries.stream().map(TimelineEntry::seq).toList();
    return new Story(
        incident,
        entries,
        timeline.superseded(incident.number(), seqs),
        timeline.correctors(incident.number(), seqs),
        page,
        pages,
        incident.entries() - standing);
  }

  /**
   * What is told at an entry.
   *
   * @param told null when there is no such entry
   */
  public record Entry(Incident incident, @Nullable Told told) {}

  /**
   * @param seq 0 for the asker's last update
   */
  public Optional<Entry> told(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker, int seq) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx ->
            seen(tx, target, place, asker)
                .map(incident -> {
                  var timeline = new Timeline(tx);
                  var found =
                      seq == 0
                          ? timeline.lastUpdate(incident.number(), asker)
                          : timeline.told(incident.number(), seq);
                  return new Entry(incident, found.orElse(null));
                }));
  }

  /** The incident of that number, or of that channel; empty where there is none to see. */
  static Optional<Incident> seen(
      Transaction tx, @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return meant(tx, target, place)
        .filter(number -> new Incidents(tx).maySee(number, asker))
        .flatMap(number -> new Incidents(tx).find(number));
  }

  private static Optional<IncidentNumber> meant(
      Transaction tx, @Nullable IncidentNumber target, @Nullable ChannelId place) {
    return Optional.ofNullable(target)
        .or(() -> Optional.ofNullable(place).flatMap(new Incidents(tx)::inChannel));
  }
}
