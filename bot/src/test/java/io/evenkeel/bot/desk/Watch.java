package io.evenkeel.bot.desk;

import io.evenkeel.alert.Routes;
import io.evenkeel.bot.TestPostgres;
import io.evenkeel.drill.Experiments;
import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.Grammar;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.board.Dues;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Three people at a real desk with a Postgres of its own; its clock moves when told to. */
public final class Watch implements AutoCloseable {
  public static final Person ALICE = new Person(new PersonId("U1"), "alice");
  public static final Person BOB = new Person(new PersonId("U2"), "bob");
  public static final Person CHARLIE = new Person(new PersonId("U3"), "charlie");
  public static final Instant BEGAN = Instant.parse("2026-11-21T14:32:00Z");

  private static final List<Person> EVERYBODY = List.of(ALICE, BOB, CHARLIE);
  private static final Directory WORKSPACE =
      new Directory() {
        @Override
        public Optional<Person> byId(PersonId id) {
          return EVERYBODY.stream().filter(person -> person.id().equals(id)).findFirst();
        }

        @Override
        public List<Person> named(String name) {
          return EVERYBODY.stream().filter(person -> person.name().equals(name)).toList();
        }
      };

  private static final AtomicInteger TRIGGERS = new AtomicInteger();

  final House house;
  private final DatabaseSettings migrated;
  private final boolean own;
  public final Database database;
  final AtomicInteger woken = new AtomicInteger();
  public final Desk desk;
  private volatile Instant now = BEGAN;

  public Watch() {
    this(Policy.STANDARD);
  }

  /** In a database that others use too. */
  public Watch(DatabaseSettings migrated) {
    this(new House(SeverityScale.STANDARD, Policy.STANDARD), migrated, false);
  }

  Watch(Policy policy) {
    this(new House(SeverityScale.STANDARD, policy));
  }

  /** Where these are on call. */
  Watch(Schedules oncall) {
    this(oncall, Escalations.NONE);
  }

  /** The same with policies of paging. */
  Watch(Schedules oncall, Escalations escalations) {
    this(
        new House(
            SeverityScale.STANDARD,
            Policy.STANDARD,
            Finishing.STANDARD,
            draft -> "# " + draft.incident().title(),
            oncall,
            escalations,
            Rules.NONE,
            Cadences.STANDARD,
            Watched.NOTHING));
  }

  /** Where these can be run as drills. */
  public Watch(Experiments experiments) {
    this(
        new House(
            SeverityScale.STANDARD,
            Policy.STANDARD,
            Finishing.STANDARD,
            draft -> "# " + draft.incident().title(),
            Schedules.NONE,
            Escalations.NONE,
            Rules.NONE,
            Cadences.STANDARD,
            new Watched(
                Catalogue.NONE, Spending.NONE, experiments, () -> Library.NONE, Routes.NONE)));
  }

  Watch(House house) {
    this(house, TestPostgres.migrated(), true);
  }

  private Watch(House house, DatabaseSettings migrated, boolean own) {
    this.migrated = migrated;
    this.own = own;
    this.house = house;
    database = Database.open(migrated);
    desk = new Desk(database, house, woken::incrementAndGet);
    warm();
  }

  /** A first command on a busy machine may be over its time; no test here is about that. */
  private void warm() {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        Rehearsal.run(database, SeverityScale.STANDARD, BEGAN);
        return;
      } catch (NotRecorded e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  public void later(Duration time) {
    now = now.plus(time);
  }

  public Instant now() {
    return now;
  }

  /** Typed where no incident is. */
  public Answer says(Person who, String text) {
    return says(who, text, null);
  }

  public Answer says(Person who, String text, @Nullable ChannelId place) {
    return handle(key(), who, text, place);
  }

  /** The channel of an incident, as the relay records it once Slack has made it. */
  public ChannelId open(int number) {
    var channel = new ChannelId("C" + number);
    return query(tx -> {
      new SlackObjects(tx)
          .record(new IncidentNumber(number), Purpose.CHANNEL, SlackObject.channel(channel));
      return channel;
    });
  }

  /** Presses a button under an answer: its command is said as if it had been typed there. */
  Answer presses(Person who, Answer under, String label) {
    Offer offer =
        under.offers().stream()
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button “" + label + "” in " + under));
    return says(who, offer.command());
  }

  Answer handle(InboxKey key, Person who, String text, @Nullable ChannelId place) {
    return desk.handle(key, act(who, text, place), new Actor.Human(who), place, now);
  }

  static InboxKey key() {
    return InboxKey.trigger("T1", "trigger " + TRIGGERS.incrementAndGet(), "");
  }

  /** What the grammar makes of it now; fails for what is no command to be recorded. */
  Utterance.Act act(Person who, String text) {
    return act(who, text, null);
  }

  private Utterance.Act act(Person who, String text, @Nullable ChannelId place) {
    var speaker =
        new Speaker(
            who,
            now,
            ZoneOffset.UTC,
            WORKSPACE,
            SeverityScale.STANDARD,
            Roles.STANDARD,
            place,
            null);
    Utterance heard = Grammar.parse(text, speaker);
    if (heard instanceof Utterance.Act act) {
      return act;
    }
    throw new AssertionError("“" + text + "” is no command: " + heard);
  }

  /** The bot has heard of these people, who are in UTC. */
  void knows(Person... people) {
    query(tx -> {
      new People(tx)
          .store(
              Stream.of(people)
                  .map(one -> new Profile(one.id(), one.name(), "", "", "UTC", false, true))
                  .toList(),
              now);
      return 0;
    });
  }

  public <T> T query(Function<Transaction, T> work) {
    return database.query(work);
  }

  List<Incident> incidents() {
    return query(tx ->
        new Incidents(tx)
            .numbers().stream()
                .map(number -> new Incidents(tx).find(number).orElseThrow())
                .toList());
  }

  Incident incident(int number) {
    return query(tx -> new Incidents(tx).find(new IncidentNumber(number)).orElseThrow());
  }

  /** All that is due now, also what is looked for less often. */
  List<Due> due() {
    return due(now());
  }

  List<Due> due(Instant at) {
    return query(tx -> {
      var dues = new Dues(tx);
      var all = new ArrayList<>(dues.at(at, 100));
      all.addAll(dues.unhurried(at, 100, Duration.ofDays(7)));
      return all;
    });
  }

  /** What its timeline says, in order. */
  public List<String> timeline(int number) {
    return query(tx -> new Timeline(tx).of(new IncidentNumber(number))).stream()
        .map(TimelineEntry::text)
        .toList();
  }

  TimelineEntry latest(int number) {
    return query(tx -> new Timeline(tx).of(new IncidentNumber(number))).getLast();
  }

  /** The words of an answer as somebody reads them. */
  public static String words(Answer answer) {
    return answer.words().spans().stream().map(Watch::read).collect(Collectors.joining());
  }

  private static String read(Prose.Span span) {
    return switch (span) {
      case Prose.Text(String text) -> text;
      case Prose.Strong(String text) -> text;
      case Prose.Code(String text) -> text;
      case Prose.Mention(Person person) -> "@" + person.name();
      case Prose.Room(ChannelId channel) -> "#" + channel;
      case Prose.At(Instant at) -> at.toString();
      case Prose.When(Instant at) -> at.toString();
      case Prose.Link(String url, String text) -> text + " " + url;
    };
  }

  @Override
  public void close() {
    database.close();
    if (own) {
      TestPostgres.giveBack(migrated);
    }
  }
}
