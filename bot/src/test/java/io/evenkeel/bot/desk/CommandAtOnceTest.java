package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty people reach for command at once. */
final class CommandAtOnceTest {
  private static final IncidentNumber NUMBER = new IncidentNumber(1);
  private static final Role IC = Role.INCIDENT_COMMANDER;
  private static final int EACH = 4;
  private static final List<Person> CROWD =
      IntStream.rangeClosed(1, 50)
          .mapToObj(i -> new Person(new PersonId("UC" + i), "person" + i))
          .toList();

  private final Watch watch = new Watch();
  private final AtomicLong micros = new AtomicLong();
  private final CountDownLatch start = new CountDownLatch(1);

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void thereIsOneCommanderAtAllTimesAndTheHistoryAddsUp() throws Exception {
    watch.says(ALICE, "declare API down");
    CROWD.forEach(person -> watch.says(person, "join INC-1"));
    long seed = System.nanoTime();
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Integer>> commanders = threads.submit(() -> watchCommanders(over));
      var crowd = new ArrayList<Future<Integer>>();
      for (int i = 0; i < CROWD.size(); i++) {
        Person person = CROWD.get(i);
        var random = new Random(seed + i);
        crowd.add(threads.submit(() -> reach(person, random)));
      }
      start.countDown();
      int recorded = 0;
      for (Future<Integer> one : crowd) {
        recorded += one.get(60, TimeUnit.SECONDS);
      }
      over.set(true);
      assertThat(commanders.get(60, TimeUnit.SECONDS)).as("seed %s", seed).containsOnly(1);
      assertThat(recorded).as("seed %s", seed).isGreaterThan(CROWD.size() / 5);
    }
    List<RoleTerm> terms = watch.query(tx -> new Incidents(tx).terms(NUMBER));
    List<Handover> handovers = watch.query(tx -> new Boards(tx).of(NUMBER).handovers());
    assertThat(terms).as("seed %s", seed).hasSizeGreaterThan(2);
    followEachOther(terms);
    areToldByTheTimeline(terms);
    handovers.forEach(handover -> ended(handover, terms));
    assertThat(handovers.stream().filter(Handover::open)).hasSizeLessThanOrEqualTo(1);
    assertThat(watch.incident(1).commander().orElseThrow().person())
        .isEqualTo(terms.getLast().person());
  }

  /** As anybody reads it, again and again. */
  private List<Integer> watchCommanders(AtomicBoolean over) {
    var seen = new ArrayList<Integer>();
    do {
      seen.add(
          watch.query(tx ->
              tx.unwrap(DSLContext.class)
                  .fetch(
                      "select id from role_assignment where incident = 1"
                          + " and role = 'incident-commander' and released_at is null")
                  .size()));
    } while (!over.get());
    return seen;
  }

  private int reach(Person person, Random random) throws InterruptedException {
    start.await();
    int recorded = 0;
    for (int i = 0; i < EACH; i++) {
      Person other = CROWD.get(random.nextInt(CROWD.size()));
      Command.OnIncident command =
          switch (random.nextInt(8)) {
            case 0 -> new RoleCommand.Take(IC);
            case 1 -> assign(other, null);
            case 2 -> assign(person, "no answer");
            case 3, 4 -> new RoleCommand.HandOver(IC, other);
            case 5, 6 -> new RoleCommand.Accept(null);
            default -> new RoleCommand.Unassign(IC);
          };
      recorded += say(person, command).recorded() ? 1 : 0;
      if (random.nextBoolean()) {
        recorded += acceptsWhoeverIsAsked() ? 1 : 0;
      }
    }
    return recorded;
  }

  private boolean acceptsWhoeverIsAsked() {
    return watch
        .query(tx -> new Boards(tx).of(NUMBER).openHandover(IC))
        .map(handover -> say(handover.awaited(), new RoleCommand.Accept(IC)).recorded())
        .orElse(false);
  }

  private static RoleCommand.Assign assign(Person person, @Nullable String force) {
    return new RoleCommand.Assign(List.of(new RoleCommand.Assignment(IC, person)), force);
  }

  /** The same key again, until it is known what became of it: as Slack's people do. */
  private Answer say(Person person, Command.OnIncident command) {
    var order = new Utterance.Order(Verb.ASSIGN, "", NUMBER, command);
    InboxKey key = Watch.key();
    Instant now = Watch.BEGAN.plusNanos(micros.incrementAndGet() * 1000);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
    Callable<Answer> once = () -> watch.desk.handle(key, order, new Actor.Human(person), null, now);
    while (true) {
      try {
        return once.call();
      } catch (NotRecorded | InDoubt e) {
        assertThat(System.nanoTime()).as("in time: %s", e).isLessThan(deadline);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void followEachOther(List<RoleTerm> terms) {
    for (int i = 1; i < terms.size(); i++) {
      assertThat(terms.get(i - 1).until()).isEqualTo(terms.get(i).from());
    }
    assertThat(terms.getLast().until()).isNull();
  }

  private void areToldByTheTimeline(List<RoleTerm> terms) {
    List<String> told =
        watch.timeline(1).stream()
            .filter(text ->
                text.matches(
                    "(alice|person\\d+) (is (acting )?incident commander.*|lays command down.*)"))
            .map(text -> text.split(" ", 2)[0])
            .toList();
    assertThat(told).isEqualTo(terms.stream().map(term -> term.person().name()).toList());
  }

  /** Whoever accepted was given the role at that moment, by whoever held it until then. */
  private static void ended(Handover handover, List<RoleTerm> terms) {
    Handover.Ended ended = handover.ended();
    if (ended != null && ended.how() == Handover.How.ACCEPTED) {
      assertThat(terms)
          .anySatisfy(term -> {
            assertThat(term.person()).isEqualTo(handover.from());
            assertThat(term.until()).isEqualTo(ended.at());
          })
          .anySatisfy(term -> {
            assertThat(term.person()).isEqualTo(handover.to());
            assertThat(term.from()).isEqualTo(ended.at());
          });
    }
  }
}
