package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TaskCommand;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Visibility;
import io.evenkeel.people.Casting;
import io.evenkeel.people.Participant;
import io.evenkeel.people.People;
import io.evenkeel.postmortem.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A thousand incidents with hostile names, played through the rules, written with every template
 * and told to readers outside: what is searched for afterwards is looked for by plain means.
 */
final class RenderedIncidentsTest {
  private static final int INCIDENTS = 1000;
  private static final Instant BEGAN = Instant.parse("2026-11-21T14:32:00Z");
  private static final List<String> FIRST =
      List.of(
          "Alice",
          "Will",
          "Mark",
          "May",
          "Zoë",
          "José",
          "Łukasz",
          "Nguyễn",
          "Дмитрий",
          "محمد",
          "Annabel",
          "Jean-Luc",
          "O'Brien",
          "D’Arcy",
          "(Bob)",
          "a|b",
          "$1",
          "[x](y)",
          "*Kim*");
  private static final List<String> LAST =
      List.of(
          "Lee",
          "Leeson",
          "Hunter",
          "Müller",
          "de la Cruz",
          "Smith Jr.",
          "Иванов",
          "王",
          "(ops)",
          "_under_",
          "O'Neill",
          "Moreau-Petit",
          "<b>",
          "`tick`",
          "# Head",
          "Null");
  private static final List<String> WHOLE = List.of("田中太郎", "김민준", "xX_neo_Xx", "🔥 Ada 🔥");

  /** Nobody is named here, though much of it is somebody's name, too. */
  private static final List<String> PROSE =
      List.of(
          "The retry will mark the page as read, and may grant access.",
          "An alert rose at day break; the bill of materials was null.",
          "If the hunter process will cross the limit, the state of the art is to page.");

  private final Postmortems postmortems = Postmortems.load(null);

  private record Someone(Person person, String user, String mail) {
    String id() {
      return person.id().value();
    }

    String name() {
      return person.name();
    }
  }

  @Test
  void nobodyIsNamedInWhatReadersOutsideGet() {
    long began = System.nanoTime();
    IntStream.range(0, INCIDENTS).parallel().forEach(this::leavesNobody);
    System.out.printf(
        "people: %d rendered incidents told outside in %d ms%n",
        INCIDENTS, (System.nanoTime() - began) / 1_000_000);
  }

  private void leavesNobody(int seed) {
    var random = new Random(seed);
    List<Someone> people = people(random);
    Draft draft = new Play(random, people).draft();
    String template = Postmortems.BUILT_IN.get(seed % Postmortems.BUILT_IN.size());
    String text =
        postmortems.write(draft, new Postmortems.Wanted(template, seed % 2 == 0)).markdown();
    List<Participant> everybody =
        people.stream()
            .map(one -> new Participant(one.id(), List.of(one.name(), one.user()), null))
            .toList();
    String left = People.outside(text, Casting.of(draft, everybody, Set.of())).text();
    String named = left;
    for (String prose : PROSE) {
      String shown = escaped(prose);
      assertThat(count(shown, left)).as("seed %d: %s", seed, prose).isEqualTo(count(shown, text));
      named = named.replace(shown, "");
    }
    String lower = named.toLowerCase(Locale.ROOT);
    for (Someone one : people) {
      for (String secret : List.of(one.id(), one.mail(), one.user(), one.name())) {
        gone(secret, named, lower, seed);
        gone(escaped(secret), named, lower, seed);
      }
    }
    assertThat(left).as("seed %d", seed).doesNotContain("<@").doesNotContainPattern("[UW]0[A-Z]");
  }

  /**
   * By plain means: the words in a row, in any letter case, with no word going on around them.
   *
   * @param lower the text in lower case
   */
  private static void gone(String secret, String text, String lower, int seed) {
    if (lower.contains(secret.toLowerCase(Locale.ROOT))) {
      String word = "[\\p{L}\\p{N}]";
      var found =
          Pattern.compile("(?iu)(?<!" + word + ")" + Pattern.quote(secret) + "(?!" + word + ")")
              .matcher(text);
      assertThat(found.find()).as("seed %d: %s is left in%n%s", seed, secret, text).isFalse();
    }
  }

  private static String escaped(String text) {
    return MarkdownText.escape(text);
  }

  private static int count(String part, String text) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<Someone> people(Random random) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < 3 + random.nextInt(4)) {
      names.add(
          random.nextInt(6) == 0
              ? pick(WHOLE, random)
              : pick(FIRST, random) + " " + pick(LAST, random));
    }
    var people = new ArrayList<Someone>();
    for (String name : names) {
      String user = "user" + people.size() + code(random).toLowerCase(Locale.ROOT);
      var id = new PersonId((random.nextBoolean() ? "U0" : "W0") + "A" + code(random));
      people.add(new Someone(new Person(id, name), user, user + "@corp.example"));
    }
    return people;
  }

  private static String code(Random random) {
    return random
        .ints(8, 0, 32)
        .mapToObj(i -> String.valueOf("ABCDEFGHJKLMNPQRSTVXYZ0123456789".charAt(i)))
        .reduce("", String::concat);
  }

  private static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  /** One incident, told by everybody about everybody. */
  private static final class Play {
    private final Random random;
    private final List<Someone> people;
    private final List<TimelineEntry> entries = new ArrayList<>();
    private Incident incident;
    private Board board = Board.EMPTY;
    private int minute;

    Play(Random random, List<Someone> people) {
      this.random = random;
      this.people = people;
      incident =
          took(
              Incident.declare(
                  new IncidentNumber(7),
                  new Command.Declare(
                      said("Down since "),
                      new Severity("SEV-2"),
                      List.of("api"),
                      null,
                      BEGAN.minusSeconds(120),
                      Visibility.PUBLIC,
                      Mode.LIVE,
                      false,
                      null),
                  new Actor.Human(one().person()),
                  BEGAN,
                  SeverityScale.STANDARD));
      tell();
    }

    private void tell() {
      does(new Command.Note(pick(PROSE, random), null));
      does(new Command.Update(said("Seen by "), null, Duration.ofMinutes(20), false));
      does(new Command.Decide(said("Restart") + " rather than " + said("wait for ")));
      does(new TaskCommand.Give(one().person(), said("Ask "), null));
      does(new Command.Note(said("Root cause identified by ") + "\n" + said("> and "), null));
      quoted();
      does(new Command.Mitigate(said("Done with ")));
      does(new Command.Resolve(said("Fixed by ")));
      does(
          new ActionCommand.Add(
              one().person(), said("Train "), LocalDate.of(2026, 12, 1), ActionClass.PREVENT));
    }

    private Someone one() {
      return pick(people, random);
    }

    private String said(String words) {
      Someone one = one();
      return words
          + switch (random.nextInt(7)) {
            case 0 -> "<@" + one.id() + ">";
            case 1 -> "<@" + one.id() + "|" + one.user() + ">";
            case 2 -> "@" + one.user();
            case 3 -> one.mail();
            case 4 -> one.name() + "'s change";
            case 5 -> "\"" + one.name() + "\", says https://chat.example/team/" + one.id();
            default -> one.name();
          };
    }

    private void does(Command.OnIncident command) {
      Actor actor = new Actor.Human(one().person());
      Instant now = BEGAN.plus(Duration.ofMinutes(++minute));
      incident =
          took(
              command instanceof Command.OnBoard onBoard
                  ? incident.decide(onBoard, board, actor, now)
                  : incident.decide(command, actor, now));
    }

    private void quoted() {
      entries.add(
          new TimelineEntry(
              900,
              BEGAN.plusSeconds(30),
              BEGAN.plusSeconds(90),
              EntryKind.CAPTURED,
              new Actor.Human(one().person()),
              said("It is slow, says "),
              "https://chat.example/archives/C1/p1?user=" + one().id(),
              null));
    }

    private Incident took(Decision decision) {
      if (!(decision instanceof Decision.Accepted accepted)) {
        throw new AssertionError(decision);
      }
      entries.addAll(accepted.entries());
      board = board.with(accepted.kept());
      return accepted.next();
    }

    private Draft draft() {
      var terms =
          List.of(
              new RoleTerm(Role.INCIDENT_COMMANDER, one().person(), false, BEGAN, null, null),
              new RoleTerm(new Role("tech-lead"), one().person(), true, BEGAN, null, null));
      return Draft.of(
          incident,
          entries,
          terms,
          board,
          List.of(),
          SeverityScale.STANDARD,
          new Draft.Head(entries.size(), "0".repeat(64)));
    }
  }
}
