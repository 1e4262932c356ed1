package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A person, the incidents around them and where they type: a new small world for each verb, so that
 * no answer depends on what another verb did.
 */
final class GrammarCell {
  enum Situation {
    IN_ITS_CHANNEL("in its channel"),
    ONE_OWN("elsewhere, with one own incident"),
    SEVERAL_OWN("elsewhere, with several"),
    NONE_OWN("elsewhere, with none"),
    PRIVATE_AS_OUTSIDER("about a private one, as an outsider"),
    CLOSED("in the channel of one that is closed"),
    NOT_ALLOWED("about one of others, commanded and not joined"),
    BAD_ARGUMENTS("with what cannot be read");

    final String words;

    Situation(String words) {
      this.words = words;
    }
  }

  private static final Person BOB = new Person(new PersonId("U0BOB"), "bob");

  private final Database database;
  private final Bench bench;
  private final String tag;
  private final Map<String, String> names = new LinkedHashMap<>();
  private int answers;

  GrammarCell(Database database, Bench bench, int number) {
    this.database = database;
    this.bench = bench;
    tag = Integer.toString(number);
  }

  private Person speaker() {
    return new Person(new PersonId("U0SPEAKER" + tag), "speaker" + tag);
  }

  /** What the person reads, with this world's numbers and ids under names that stay. */
  String answer(Verb verb, Situation situation) {
    return switch (situation) {
      case IN_ITS_CHANNEL -> {
        ChannelId room = open("OWN", Visibility.PUBLIC, speaker());
        yield say(room, sentence(verb));
      }
      case ONE_OWN -> {
        open("OWN", Visibility.PUBLIC, speaker());
        yield say(Bench.GENERAL, sentence(verb));
      }
      case SEVERAL_OWN -> {
        open("OWN", Visibility.PUBLIC, speaker());
        open("SECOND", Visibility.PUBLIC, speaker());
        yield say(Bench.GENERAL, sentence(verb));
      }
      case NONE_OWN -> say(Bench.GENERAL, sentence(verb));
      case PRIVATE_AS_OUTSIDER -> {
        open("SECRET", Visibility.PRIVATE, BOB);
        yield say(Bench.GENERAL, about(verb) + " --incident-id " + number("SECRET"));
      }
      case CLOSED -> {
        ChannelId room = open("CLOSED", Visibility.PUBLIC, speaker());
        say(room, "resolve pool enlarged");
        say(room, "close");
        yield say(room, sentence(verb));
      }
      case NOT_ALLOWED -> {
        ChannelId room = open("OTHERS", Visibility.PUBLIC, BOB);
        say(BOB, room, "confirm");
        yield say(Bench.GENERAL, about(verb) + " --incident-id " + number("OTHERS"));
      }
      case BAD_ARGUMENTS -> {
        ChannelId room = open("OWN", Visibility.PUBLIC, speaker());
        yield say(room, verb.word() + " --nonsense ¿");
      }
    };
  }

  /** As an incident that does not exist is answered about. */
  String answerAboutNothing(Verb verb) {
    names.put("INC-987654321", "INC-SECRET");
    return say(Bench.GENERAL, about(verb) + " --incident-id INC-987654321");
  }

  private String number(String name) {
    return names.entrySet().stream()
        .filter(each -> each.getValue().equals("INC-" + name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The verb's own example; where it must name another incident, one of bob's. */
  private String sentence(Verb verb) {
    String example = verb.example().replace("API service down", "cell" + tag);
    if (verb == Verb.JOIN || verb == Verb.MERGE) {
      open("OTHER", Visibility.PUBLIC, BOB);
      return example.replace("INC-12", number("OTHER"));
    }
    return example.replace("INC-12", "").strip();
  }

  private static String about(Verb verb) {
    return verb == Verb.JOIN ? verb.word() : verb.example().replace("INC-12", "").strip();
  }

  private ChannelId open(String name, Visibility visibility, Person by) {
    IncidentNumber number =
        RecordedIncident.open(database, name.toLowerCase(Locale.ROOT), visibility, by);
    var channel = new ChannelId("C0" + name + tag);
    database.query(tx -> {
      new SlackObjects(tx).record(number, Purpose.CHANNEL, SlackObject.channel(channel));
      return number;
    });
    names.put(number.toString(), "INC-" + name);
    return channel;
  }

  private String say(ChannelId place, String text) {
    return say(speaker(), place, text);
  }

  private String say(Person person, ChannelId place, String text) {
    String body =
        Payloads.command(text, place.value(), tag + "." + answers++, bench.slack.responseUrl())
            .replace(
                "user_id=U0ALICE&user_name=alice",
                "user_id=" + person.id() + "&user_name=" + person.name());
    String read = GrammarAnswer.of(bench.send(body));
    for (var each : names.entrySet()) {
      read = read.replaceAll(each.getKey() + "(?!\\d)", each.getValue());
    }
    return read.replace(tag, "").replaceAll("(?i)(inc-)(?!12\\b)\\d+", "$1NEW");
  }
}
