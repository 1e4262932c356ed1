package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import io.evenkeel.bot.delivery.DeliverySettings;
import io.evenkeel.bot.delivery.Outlets;
import io.evenkeel.bot.delivery.Pagers;
import io.evenkeel.bot.delivery.Postmortems;
import io.evenkeel.bot.delivery.Rates;
import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.delivery.Shown;
import io.evenkeel.bot.delivery.SlackLibrary;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.House;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Rehearsal;
import io.evenkeel.bot.desk.Sightings;
import io.evenkeel.bot.trace.Spans;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.policy.Policy;
import io.evenkeel.response.Rules;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.TestDatabase;
import io.evenkeel.sandbox.web.Calls;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A desk, a relay, a simulated Slack and a database of their own, for one test. */
final class Bed implements AutoCloseable {
  static final Person ALICE = new Person(new PersonId("U0ALICE"), "alice");
  static final Person BOB = new Person(new PersonId("U0BOB"), "bob");

  /** Looks and leases are over in seconds. */
  static final DeliverySettings FAST =
      new DeliverySettings(
          Duration.ofMillis(25),
          6,
          Duration.ofSeconds(4),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(10),
          Rates.SLACK.times(20));

  /** A worker whose records fail gives up soon. */
  static final DeliverySettings HASTY =
      new DeliverySettings(
          FAST.poll(),
          FAST.concurrency(),
          Duration.ofMillis(900),
          Duration.ofMillis(400),
          FAST.settle(),
          FAST.backOff(),
          FAST.longestBackOff(),
          FAST.probe(),
          FAST.closing(),
          FAST.rates());

  final SlackSandbox sandbox;
  final Database database;
  final Desk desk;
  final Slack slack;
  private final TestDatabase data = TestDatabase.fresh();
  private final DeliverySettings delivery;
  private final Outlets outlets;
  private Relay relay;

  Bed() {
    this(settings -> settings);
  }

  Bed(UnaryOperator<Settings> slackSettings) {
    this(slackSettings, FAST);
  }

  Bed(DeliverySettings delivery) {
    this(settings -> settings, delivery);
  }

  /** Where rules tell others. */
  Bed(Rules rules, Outlets outlets) {
    this(settings -> settings, FAST, rules, outlets);
  }

  private Bed(UnaryOperator<Settings> slackSettings, DeliverySettings delivery) {
    this(slackSettings, delivery, Rules.NONE, Outlets.NONE);
  }

  private Bed(
      UnaryOperator<Settings> slackSettings,
      DeliverySettings delivery,
      Rules rules,
      Outlets outlets) {
    this.delivery = delivery;
    this.outlets = outlets;
    sandbox = SlackSandbox.start(0, slackSettings.apply(Settings.forTests(InstantSource.system())));
    var settings = new DatabaseSettings(data.url(), "postgres", "", 4);
    database = Database.open(settings);
    rehearse();
    slack = SlackLibrary.open(sandbox.apiUrl(), delivery.call());
    desk =
        new Desk(
            database, new House(SeverityScale.STANDARD, Policy.STANDARD).with(rules), () -> {});
    relay = relay();
  }

  /** As the bot does before it is ready: a first command on a busy machine may want more time. */
  private void rehearse() {
    for (int left = 5; left >= 0; left--) {
      try {
        Rehearsal.run(database, SeverityScale.STANDARD, now());
        return;
      } catch (NotRecorded | InDoubt late) {
        if (left == 0) {
          throw late;
        }
      }
    }
  }

  /** Another relay on the same database, as a replica or after a restart. */
  Relay relay() {
    return relay(number -> "# Postmortem of " + number + "\n");
  }

  /** From here on drafts come from there. */
  void drafts(Postmortems postmortems) {
    relay = relay(postmortems);
  }

  private Relay relay(Postmortems postmortems) {
    return new Relay(
        database,
        slack,
        Settings.BOT_TOKEN,
        delivery,
        new Shown(Roles.STANDARD, SeverityScale.STANDARD, "#incidents"),
        postmortems,
        new Sightings(database, InstantSource.system())::told,
        new Pagers(Pagers.NONE.missed(), outlets),
        Spans.NONE);
  }

  IncidentNumber declare(String title) {
    return declare(title, Visibility.PUBLIC, "SEV-1");
  }

  IncidentNumber declare(String title, Visibility visibility, @Nullable String severity) {
    return declare(title, visibility, severity, Mode.LIVE);
  }

  IncidentNumber declare(
      String title, Visibility visibility, @Nullable String severity, Mode mode) {
    var command =
        new Command.Declare(
            title,
            severity == null ? null : new Severity(severity),
            List.of(),
            null,
            null,
            visibility,
            mode,
            true,
            null);
    return said(new Utterance.Declaration(command), ALICE);
  }

  void say(IncidentNumber incident, Command.OnIncident command) {
    said(new Utterance.Order(Verb.UPDATE, "", incident, command), ALICE);
  }

  private IncidentNumber said(Utterance.Act act, Person who) {
    var key = new InboxKey(UUID.randomUUID().toString(), act.toString());
    var answer = desk.handle(key, act, new Actor.Human(who), null, now());
    assertThat(answer.recorded()).as(answer.words().toString()).isTrue();
    IncidentNumber number = answer.incident();
    if (number == null) {
      throw new IllegalStateException("no incident in " + answer);
    }
    return number;
  }

  /** Has what is parked tried again, as a person does; what they read. */
  Answer retry(IncidentNumber incident) {
    var key = new InboxKey(UUID.randomUUID().toString(), "retry");
    return desk.handle(key, new Utterance.Retry(incident), new Actor.Human(ALICE), null, now());
  }

  static Instant now() {
    return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Works until nothing is due; what waits for later is left. */
  int work() {
    return relay.runOnce();
  }

  /** Works until that holds, at most 30 s. */
  void workUntil(BooleanSupplier holds) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      if (work() == 0) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** While relays of their own work: waits until that holds, at most 30 s. */
  void await(BooleanSupplier holds) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  Channel channel(String name) {
    return sandbox.workspace().channels().find(name).orElseThrow();
  }

  boolean exists(String name) {
    return sandbox.workspace().channels().find(name).isPresent();
  }

  /** What the bot has posted there, oldest first. */
  List<Message> posts(String channel) {
    return sandbox.workspace().messages().in(channel(channel).id()).stream()
        .filter(m -> m.user().equals(sandbox.workspace().bot().id()))
        .filter(m -> m.subtype() == null || m.subtype().equals("thread_broadcast"))
        .toList();
  }

  /** What the bot has told that person directly, oldest first. */
  List<Message> told(Person person) {
    return sandbox.workspace().channels().all().stream()
        .filter(channel -> channel.isIm() && channel.has(person.id().value()))
        .flatMap(channel -> sandbox.workspace().messages().in(channel.id()).stream())
        .toList();
  }

  List<String> methods() {
    return sandbox.calls().all().stream().map(Calls.Recorded::method).toList();
  }

  List<ParkedEffect> parked(IncidentNumber incident) {
    return database.query(tx -> new Parked(tx).of(incident));
  }

  /** Changes rows as the superuser, past the bot. */
  void sql(String statement) {
    data.sql(statement);
  }

  /** The same for what changes more than rows. */
  void alter(String statement) {
    data.alter(statement);
  }

  /** How many effects are in that state. */
  int count(String state) {
    return (int) number("select count(*) from effect where state = '" + state + "'");
  }

  /** Nothing is left to be done. */
  boolean settled() {
    return number("select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')")
        == 0;
  }

  long number(String query) {
    return data.number(query);
  }

  /** The first column of the first row. */
  String text(String query) {
    return data.text(query);
  }

  @Override
  public void close() {
    database.close();
    sandbox.close();
    data.close();
  }
}
