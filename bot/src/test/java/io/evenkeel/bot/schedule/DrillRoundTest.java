package io.evenkeel.bot.schedule;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.Watch;
import io.evenkeel.bot.prometheus.Measured;
import io.evenkeel.drill.AbortCondition;
import io.evenkeel.drill.Bound;
import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Experiments;
import io.evenkeel.drill.Probe;
import io.evenkeel.drill.Sample;
import io.evenkeel.drill.Step;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class DrillRoundTest {
  private static final Watch watch =
      new Watch(new Experiments(List.of(experiment("failover"), experiment("slow"))));

  private final Map<String, Measured> prometheus = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final DrillRound round = new DrillRound(watch.database, watch.desk, this::ask);

  @AfterAll
  static void close() {
    watch.close();
  }

  private static Experiment experiment(String name) {
    return new Experiment(
        name,
        "The primary dies, " + name,
        "api",
        "SEV-2",
        "Commands are answered.",
        List.of(
            new Probe(
                "answered commands",
                "answered",
                new Bound(new BigDecimal("0.99"), null),
                "",
                Duration.ofSeconds(30))),
        List.of(new Step("Kill the primary", null, null)),
        null,
        List.of(new AbortCondition("lost", "lost", new Bound(BigDecimal.ONE, null), "")),
        List.of(new Step("Start it again", null, null)),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  @Test
  void aDrillIsRunMeasuredAbortedAndReported() {
    is("answered", "1");
    is("lost", "0");
    int drill = begins("failover");
    ChannelId room = watch.open(drill);
    var incident =
        watch.query(tx -> new Incidents(tx).find(new IncidentNumber(drill)).orElseThrow());
    assertThat(incident.mode()).isEqualTo(Mode.DRILL);
    assertThat(incident.services()).containsExactly("api");
    assertThat(looks()).isEqualTo(1);
    assertThat(watch.timeline(drill))
        .containsSequence(
            "[1/5] Evenkeel measures the steady state before anything is done.",
            "Before: answered commands is 1 (at least 0.99).",
            "[2/5] Kill the primary");

    Answer twice = watch.says(BOB, "drill run failover");
    assertThat(twice.recorded()).isFalse();
    assertThat(Watch.words(twice)).contains("goes on as INC-" + drill);

    is("answered", "0.2");
    later(10);
    assertThat(looks()).isEqualTo(1);
    is("lost", "2");
    later(10);
    looks();
    assertThat(watch.timeline(drill))
        .containsSequence(
            "DRILL ABORTED: lost is 2 (at least 1). ROLL BACK NOW: 1. Start it again",
            "[4/5] Start it again");
    assertThat(Watch.words(watch.says(BOB, "drill status", room)))
        .contains("was aborted (lost is 2 (at least 1)), and is rolled back: [4/5]");
    is("answered", "1");
    assertThat(watch.says(BOB, "drill next 4", room).recorded()).isTrue();
    assertThat(watch.says(BOB, "drill next 4", room).recorded()).isFalse();
    looks();
    String report = Watch.words(watch.says(ALICE, "drill report", room));
    assertThat(report)
        .contains("Whether the hypothesis held cannot be said: The drill was aborted")
        .contains("| answered commands | at least 0.99; out of it for 30 s at most | 1 | 0.2 (2")
        .contains("It held at ");
    assertThat(watch.timeline(drill).getLast()).startsWith("Drill over. ");
    int before = asked.get();
    later(60);
    assertThat(looks()).isZero();
    assertThat(asked).hasValue(before);
  }

  @Test
  void manyReplicasMeasureOnce() throws Exception {
    is("answered", "1");
    int drill = begins("slow");
    looks();
    later(10);
    var others = 6;
    var together = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          IntStream.range(0, others)
              .mapToObj(_ ->
                  pool.submit(() -> {
                    together.await();
                    return new DrillRound(watch.database, watch.desk, this::ask).look(watch.now());
                  }))
              .toList();
      together.countDown();
      int counted = 0;
      for (Future<Integer> one : all) {
        counted += one.get();
      }
      assertThat(counted).isEqualTo(1);
    }
    Instant now = watch.now();
    List<Sample> samples = watch.query(tx -> new Drills(tx).samples(new IncidentNumber(drill)));
    assertThat(samples).filteredOn(sample -> sample.at().equals(now)).hasSize(2);
    watch.says(ALICE, "cancel not now --as test", watch.open(drill));
    later(10);
    looks();
    Drill over = watch.query(tx -> new Drills(tx).of(new IncidentNumber(drill)).orElseThrow());
    assertThat(over.over()).isTrue();
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    Answer answer = watch.says(ALICE, "drill run earthquake");
    assertThat(answer.recorded()).isFalse();
    assertThat(Watch.words(answer)).contains("no experiment “earthquake”").contains("failover");
  }

  @Test
  void anIncidentIsToldAgainAndScored() {
    Answer declared = watch.says(ALICE, "declare Checkout down --severity SEV-2 --new");
    int source = number(declared);
    ChannelId room = watch.open(source);
    watch.says(ALICE, "confirm", room);
    later(300);
    watch.says(ALICE, "update Hello <!channel> @bob pool is full --next 10m", room);
    later(300);
    watch.says(ALICE, "update Pool enlarged", room);
    assertThat(Watch.words(watch.says(BOB, "drill replay INC-" + source))).contains("goes on");
    watch.says(ALICE, "mitigate", room);
    watch.says(ALICE, "resolve Pool enlarged", room);

    later(60);
    Answer begun = watch.says(BOB, "drill replay INC-" + source + " --speed 10");
    assertThat(begun.recorded()).isTrue();
    int drill = number(begun);
    ChannelId again = watch.open(drill);
    var sweep = new DueSweep(watch.database, watch.desk, Duration.ofDays(7));
    sweep.sweep(watch.now());
    assertThat(watch.timeline(drill).getLast())
        .startsWith("REPLAYED from INC-" + source + ", T+5m, update by alice: Hello");
    later(20);
    sweep.sweep(watch.now());
    assertThat(watch.timeline(drill)).noneMatch(text -> text.contains("Pool enlarged"));
    assertThat(watch.says(BOB, "take ic", again).recorded()).isTrue();
    watch.says(BOB, "update We are looking", again);
    later(10);
    sweep.sweep(watch.now());
    sweep.sweep(watch.now());
    assertThat(watch.timeline(drill)).filteredOn(text -> text.contains("Pool enlarged")).hasSize(1);
    watch.says(BOB, "resolve done", again);
    later(60);
    sweep.sweep(watch.now());
    assertThat(watch.timeline(drill).getLast()).startsWith("Replay of INC-" + source + " over.");
    assertThat(Watch.words(watch.says(BOB, "drill report", again)))
        .contains("| until the first update | 5 min | 20 s | 4 min 40 s sooner |")
        .contains("| promised updates that came in time | 1 of 1 | none was promised |");
  }

  @Test
  void aPrivateIncidentIsToldAgainToItsInsidersAlone() {
    Answer declared = watch.says(ALICE, "declare Salaries leaked --private --new");
    int source = number(declared);
    ChannelId room = watch.open(source);
    watch.says(ALICE, "update We look", room);
    watch.says(ALICE, "resolve done", room);
    assertThat(Watch.words(watch.says(BOB, "drill replay INC-" + source)))
        .contains("There is no INC-" + source + " that you can see");
    Answer begun = watch.says(ALICE, "drill replay INC-" + source);
    assertThat(begun.recorded()).isTrue();
    assertThat(Watch.words(watch.says(BOB, "drill report INC-" + number(begun))))
        .contains("is no drill that you can see");
  }

  private Measured ask(String promql, Instant at) {
    asked.incrementAndGet();
    return prometheus.getOrDefault(promql, new Measured.Nothing());
  }

  private void is(String promql, String value) {
    prometheus.put(promql, new Measured.Value(new BigDecimal(value)));
  }

  private int begins(String name) {
    Answer answer = watch.says(ALICE, "drill run " + name);
    assertThat(answer.recorded()).as(Watch.words(answer)).isTrue();
    return number(answer);
  }

  private static int number(Answer answer) {
    return Objects.requireNonNull(answer.incident()).value();
  }

  private int looks() {
    return round.look(watch.now());
  }

  private static void later(int seconds) {
    watch.later(Duration.ofSeconds(seconds));
  }
}
