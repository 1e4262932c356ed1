package io.evenkeel.bot.slack;

import com.slack.api.model.User;
import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.desk.Archivings;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.bot.desk.Once;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.bot.view.Message;
import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The gateway between a recorded Slack and a desk that says what it was given. */
final class Bench implements AutoCloseable {
  static final String SECRET = "a secret for tests";
  static final Instant NOW = Instant.parse("2026-11-21T14:32:00.123456Z");
  static final Person ALICE = new Person(new PersonId("U0ALICE"), "alice");
  private static final Person BOB = new Person(new PersonId("U0BOB"), "bob");
  static final ChannelId ROOM = new ChannelId("C0ROOM");
  static final ChannelId SECRET_ROOM = new ChannelId("G0SECRET");
  static final ChannelId GENERAL = new ChannelId("C0GENERAL");

  /** A template's text that says what it was made of. */
  static final Phrases PHRASES =
      (occasion, incident, status, next) ->
          "%s, %s, next %s".formatted(occasion.word(), status.word(), next);

  record Taken(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now) {}

  /** What one person was told where Slack gave no address to answer to. */
  record Whispered(ChannelId channel, PersonId person, @Nullable String thread, Message message) {}

  final BlockingQueue<User> changed = new LinkedBlockingQueue<>();
  final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
  final BlockingQueue<Whispered> whispered = new LinkedBlockingQueue<>();
  final SlackSide slack = new SlackSide();
  final List<Taken> taken = new CopyOnWriteArrayList<>();
  final Patience patience =
      new Patience(
          Duration.ofSeconds(1), Duration.ofMillis(10), Duration.ofSeconds(5), new Underway());
  volatile Taking desk = Bench::answer;
  volatile @Nullable String halted;
  final SlackGateway gateway;

  Bench() {
    this(Stored.DATABASE);
  }

  /**
   * @param database what is asked of it, and who joined, is real; what the desk does is {@link
   *     #desk}, which can fail in every way
   */
  Bench(Database database) {
    gateway =
        SlackGateway.open(
            new Signature(SECRET, null),
            slack.client(),
            "xoxb-test",
            (key, said, actor, place, now) -> {
              taken.add(new Taken(key, said, actor, place, now));
              return desk.handle(key, said, actor, place, now);
            },
            new Questions(database),
            new Heard(
                new Insiders(database),
                new Captures(database, () -> {}),
                "pushpin",
                new Once(database),
                (channel, person, thread, message) ->
                    whispered.add(new Whispered(channel, person, thread, message)),
                new Tidings(new Archivings(database, () -> {}), changed::add, refused::add)),
            new Speakers(
                new Known(),
                _ -> ZoneOffset.UTC,
                SeverityScale.STANDARD,
                Roles.STANDARD,
                null,
                PHRASES,
                Advice.NONE),
            () -> Optional.ofNullable(halted),
            () -> NOW.plusNanos(789),
            patience);
  }

  private static Answer answer(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now) {
    return Answer.recorded(
        new IncidentNumber(1),
        Prose.of("Recorded for " + actor.name() + " <!channel>."),
        Offer.plain("Join", "join INC-1"));
  }

  private static final class Known implements Directory {
    @Override
    public Optional<Person> byId(PersonId id) {
      return Stream.of(ALICE, BOB).filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    public List<Person> named(String name) {
      return Stream.of(ALICE, BOB).filter(person -> person.name().equals(name)).toList();
    }
  }

  /** A Postgres that all benches share; in it bob's INC-1 in its channel, and a private INC-2. */
  static final class Stored {
    static final DatabaseSettings SETTINGS = TestPostgres.migrated();
    static final Database DATABASE = Database.open(SETTINGS);

    static {
      opened(RecordedIncident.open(DATABASE, "API <down>", Visibility.PUBLIC, BOB), ROOM);
      opened(RecordedIncident.open(DATABASE, "data leak", Visibility.PRIVATE, BOB), SECRET_ROOM);
      // The first of each takes its time; what the bench waits for is short.
      var questions = new Questions(DATABASE);
      questions.card(null, ROOM, ALICE.id());
      questions.lists().own(ALICE.id());
    }

    private Stored() {}

    private static void opened(IncidentNumber number, ChannelId channel) {
      DATABASE.query(tx -> {
        new SlackObjects(tx).record(number, Purpose.CHANNEL, SlackObject.channel(channel));
        return number;
      });
    }
  }

  SlackGateway.Reply send(String body) {
    return send(body.getBytes(StandardCharsets.UTF_8), NOW, SECRET);
  }

  SlackGateway.Reply send(byte[] body, Instant signedAt, String secret) {
    String timestamp = Long.toString(signedAt.getEpochSecond());
    return gateway.receive(
        body,
        Map.of(
            "x-slack-request-timestamp",
            List.of(timestamp),
            "X-SLACK-SIGNATURE",
            List.of(sign(secret, timestamp, body))),
        null,
        "127.0.0.1");
  }

  static String sign(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    slack.close();
  }
}
