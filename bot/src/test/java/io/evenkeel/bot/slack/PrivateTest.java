package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Rehearsal;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A private incident is not there for whoever is not in it: every verb, said about it, in its
 * channel or about everything, is answered with the same bytes as before it was declared.
 */
final class PrivateTest {
  private static final Person ALICE = new Person(new PersonId("U1"), "alice");
  private static final Person BOB = new Person(new PersonId("U2"), "bob");
  private static final ChannelId ROOM = new ChannelId("C0SECRET");
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Directory WORKSPACE =
      new Directory() {
        @Override
        public Optional<Person> byId(PersonId id) {
          return List.of(ALICE, BOB).stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public List<Person> named(String name) {
          return List.of(ALICE, BOB).stream().filter(one -> one.name().equals(name)).toList();
        }
      };

  private final AtomicInteger triggers = new AtomicInteger();
  private final Database database = Database.open(TestPostgres.migrated());
  private final Wire wire =
      new Wire(
          new Desk(database, SeverityScale.STANDARD, () -> {}),
          new Questions(database),
          new Wire.House(
              WORKSPACE, _ -> ZoneOffset.UTC, SeverityScale.STANDARD, Roles.STANDARD, null));
  private final Conversation conversation =
      new Conversation(
          new Desk(database, SeverityScale.STANDARD, () -> {})::handle,
          new Questions(database),
          new Speakers(
              WORKSPACE,
              _ -> ZoneOffset.UTC,
              SeverityScale.STANDARD,
              Roles.STANDARD,
              null,
              Bench.PHRASES,
              Advice.NONE),
          Optional::empty);

  /** A first command on a busy machine may be over its time; no test here is about that. */
  @BeforeEach
  void warm() {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        Rehearsal.run(database, SeverityScale.STANDARD, NOW);
        return;
      } catch (NotRecorded e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyVerbAnswersAnOutsiderAsIfThereWereNoSuchIncident() {
    hear(ALICE, "declare data leak --private", null);
    Map<String, String> before = answers("INC-2");
    hear(ALICE, "declare customer data sold --private --new", null);
    database.query(tx -> {
      new SlackObjects(tx)
          .record(new IncidentNumber(2), Purpose.CHANNEL, SlackObject.channel(ROOM));
      return true;
    });
    Map<String, String> after = answers("INC-2");

    before.forEach((said, answer) -> assertThat(after.get(said)).as(said).isEqualTo(answer));
    assertThat(after.values()).noneMatch(answer -> answer.contains("customer data"));
    assertThat(before).hasSizeGreaterThan(4 * Verb.values().length / 2);
    assertThat(hear(ALICE, "status INC-2", null)).as("it is there").contains("customer data");
  }

  /** All that bob can say without beginning an incident of his own, and what he reads. */
  private Map<String, String> answers(String number) {
    var answers = new LinkedHashMap<String, String>();
    hear(BOB, "quiet off", null);
    for (Verb verb : Verb.values()) {
      for (String text : said(verb, number)) {
        for (ChannelId place : places()) {
          answers.put(text + " in " + place, hear(BOB, text, place));
          answers.put(text + " over HTTP in " + place, wired(text, place));
        }
      }
    }
    return answers;
  }

  private static List<ChannelId> places() {
    return List.of(ROOM, new ChannelId("C0RANDOM"));
  }

  private static List<String> said(Verb verb, String number) {
    var texts = new ArrayList<String>();
    String named = " --incident-id " + number;
    texts.add(verb.word() + named);
    texts.add(verb.word() + " " + number);
    texts.add(number + " " + verb.word());
    if (verb != Verb.DECLARE) {
      texts.add(verb.word());
      texts.add(verb.example());
      texts.add(verb.example() + named);
    }
    texts.removeIf(text -> verb == Verb.DECLARE && !text.contains("--incident-id"));
    // What is planned stays planned: the second time it would be told of the first.
    texts.removeIf(text -> verb == Verb.MAINTENANCE && !text.contains(number));
    if (verb == Verb.LIST) {
      texts.addAll(List.of("list open", "list mine", "list all"));
    }
    return texts;
  }

  private String wired(String text, ChannelId place) {
    String key = "key " + triggers.incrementAndGet();
    var request = new Request("ci", key, text, "bob", place.value());
    return wire.hear(request, NOW).toString();
  }

  private String hear(Person who, String text, @Nullable ChannelId place) {
    var key = InboxKey.trigger("T1", "trigger " + triggers.incrementAndGet(), text);
    var spoken = new Spoken(key, who.id(), who.name(), place, NOW);
    Outcome outcome = conversation.hear(spoken, text, new Course());
    return GsonFactory.createSnakeCase().toJson(outcome);
  }
}
