package io.evenkeel.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SweepsTest {
  private static final IncidentNumber INC = new IncidentNumber(1);
  private static final String STREAM = "INC-1/channel";
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Duration SETTLE = Duration.ofSeconds(30);
  private static final Duration ENOUGH = SETTLE.multipliedBy(4);

  private final TestDatabase test = TestDatabase.fresh();

  @BeforeEach
  void anIncidentWithTwoPosts() {
    SomeIncidents.in(test, 1);
    test.database()
        .query(tx -> {
          new Effects(tx)
              .enqueue(
                  INC, List.of(new Effect.PostEntries(1, 1), new Effect.PostEntries(2, 2)), NOW);
          return true;
        });
  }

  @AfterEach
  void close() {
    test.close();
  }

  private void sweeps(Consumer<Sweeps> work) {
    test.database()
        .query(tx -> {
          work.accept(new Sweeps(tx));
          return true;
        });
  }

  private Optional<Sweep> take() {
    return test.database().query(tx -> new Sweeps(tx).take(SETTLE, ENOUGH));
  }

  private void doubted(Duration firstPass) {
    sweeps(sweeps -> sweeps.doubt(STREAM, firstPass));
  }

  /** As though that much time had gone by. */
  private void later(Duration by) {
    test.asSuperuser(
        "update effect_stream set sweep_at = sweep_at - interval '%1$d s', doubt_at = doubt_at - interval '%1$d s'"
            .formatted(by.toSeconds()));
  }

  private QueuedEffect doubtfulPost(Lease lease) {
    return test.database()
        .query(tx -> {
          var streams = new Streams(tx);
          var post = ((Next.Work) streams.next(lease)).effect();
          streams.sending(lease, post, SETTLE);
          streams.unknown(lease, post, Duration.ZERO, "no answer");
          return post;
        });
  }

  @Test
  void aStreamWithoutADoubtIsNeverSwept() {
    assertThat(take()).isEmpty();
  }

  @Test
  void theFirstPassComesWhenHistoryHasSettledAndOneTakesIt() {
    doubted(SETTLE);
    assertThat(take()).isEmpty();
    later(SETTLE);
    assertThat(take()).isPresent();
    assertThat(take()).as("another replica").isEmpty();

    later(SETTLE);
    assertThat(take()).as("whoever took it is gone").isPresent();
  }

  @Test
  void passesEndSomeTimeAfterTheLastDoubt() {
    doubted(Duration.ZERO);
    assertThat(take()).isPresent();
    sweeps(sweeps -> sweeps.passed(STREAM, SETTLE, ENOUGH));
    later(SETTLE);
    assertThat(take()).isPresent();

    later(ENOUGH);
    sweeps(sweeps -> sweeps.passed(STREAM, SETTLE, ENOUGH));
    later(SETTLE);
    assertThat(take()).isEmpty();
  }

  @Test
  void aPassThatFailedIsMadeAgainHoweverLate() {
    doubted(Duration.ZERO);
    later(ENOUGH.multipliedBy(2));
    assertThat(take()).isPresent();
    sweeps(sweeps -> sweeps.failed(STREAM, SETTLE));
    later(SETTLE);
    assertThat(take()).isPresent();
  }

  @Test
  void onlyADoubtThatIsSettledTellsWhichCopyCounts() {
    doubted(Duration.ZERO);
    Lease lease = test.database().query(tx -> new Streams(tx).lease("me", 1, SETTLE).getFirst());
    QueuedEffect post = doubtfulPost(lease);
    assertThat(take().orElseThrow().doubtful()).as("none is recorded yet").isEmpty();

    var kept = new SlackObject(new ChannelId("C1"), "171.0001");
    test.database()
        .query(tx -> new Streams(tx).done(lease, post, Map.of(Purpose.post(post.key()), kept)));
    doubted(Duration.ZERO);
    assertThat(take().orElseThrow().doubtful())
        .extracting(Doubtful::key, Doubtful::kept)
        .containsExactly(tuple(post.key(), kept));
  }
}
