package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.News;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ParkedTest {
  private static final IncidentNumber INC = new IncidentNumber(1);
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Effect CREATE = new Effect.CreateChannel("inc-1-api", Visibility.PUBLIC);
  private static final Effect TELL =
      new Effect.Tell(new Addressee.Commander(), new News.OfParked());

  private final TestDatabase test = TestDatabase.fresh();

  @BeforeEach
  void anIncident() {
    SomeIncidents.in(test, 1);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private void enqueue(Effect... effects) {
    test.database()
        .query(tx -> {
          new Effects(tx).enqueue(INC, List.of(effects), NOW);
          return true;
        });
  }

  /** The lease of that stream; the others are given back. */
  private Lease lease(String place) {
    test.asSuperuser("update effect_stream set lease_until = '-infinity', due_at = now()");
    List<Lease> leases = test.database().query(tx -> new Streams(tx).lease("test", 9, LEASE));
    return leases.stream()
        .filter(lease -> lease.stream().endsWith(place))
        .findFirst()
        .orElseThrow();
  }

  private Next next(Lease lease) {
    return test.database().query(tx -> new Streams(tx).next(lease));
  }

  private QueuedEffect head(Lease lease) {
    return ((Next.Work) next(lease)).effect();
  }

  private QueuedEffect park(Lease lease, String reason) {
    QueuedEffect effect = head(lease);
    test.database()
        .query(tx -> {
          assertThat(new Streams(tx).park(lease, effect, reason)).isTrue();
          new Notices(tx).parked(lease, effect, reason, Duration.ZERO);
          return true;
        });
    return effect;
  }

  private void done(Lease lease) {
    QueuedEffect effect = head(lease);
    test.database().query(tx -> new Streams(tx).done(lease, effect, Map.of()));
  }

  private int retry() {
    return test.database().query(tx -> new Parked(tx).retry(INC));
  }

  private List<ParkedEffect> parked() {
    return test.database().query(tx -> new Parked(tx).of(INC));
  }

  private static Effect known(QueuedEffect effect) {
    return ((Decoded.Known) effect.content()).effect();
  }

  private int notices() {
    return count("kind = 'tell-parked'");
  }

  private int count(String where) {
    return test.database()
        .query(tx -> tx.unwrap(DSLContext.class).fetchCount(EFFECT, DSL.condition(where)));
  }

  @Test
  void whatWaitsIsCountedWithTheOneThatHoldsItUp() {
    enqueue(CREATE, new Effect.PostCard(), new Effect.PinCard(), new Effect.PostEntries(1, 1));
    QueuedEffect create = park(lease("channel"), "Slack says restricted_action.");

    assertThat(parked())
        .containsExactly(
            new ParkedEffect(create.key(), "create-channel", "Slack says restricted_action.", 3));
    assertThat(
            test.database()
                .<Map<IncidentNumber, Integer>>query(
                    tx -> new Parked(tx).counts(List.of(INC, new IncidentNumber(2)))))
        .isEqualTo(Map.of(INC, 4));
  }

  @Test
  void theCommanderIsToldOnceOfWhatIsParkedAtAboutTheSameTime() {
    enqueue(CREATE, new Effect.Invite(new PersonId("U1")), new Effect.SetTopic());
    Lease lease = lease("channel");
    done(lease);
    park(lease, "Slack says user_not_found.");
    park(lease, "Slack says restricted_action.");

    assertThat(notices()).isEqualTo(1);
    assertThat(known(head(lease("direct")))).isEqualTo(TELL);
  }

  @Test
  void theSameReasonIsNotToldAgainUntilSomebodyTriesAgain() {
    enqueue(CREATE, new Effect.PostEntries(1, 1), new Effect.PostEntries(2, 2));
    Lease lease = lease("channel");
    done(lease);
    park(lease, "Slack answered odd. It was tried 6 times.");
    done(lease("direct"));
    park(lease("channel"), "Slack answered odd. It was tried 7 times.");
    assertThat(notices()).isEqualTo(1);

    assertThat(retry()).isEqualTo(2);
    park(lease("channel"), "Slack answered odd. It was tried 8 times.");
    assertThat(notices()).isEqualTo(2);
  }

  @Test
  void twoWordsOfSlackForOneThingToMendAreToldOnce() {
    enqueue(CREATE, new Effect.PostEntries(1, 1), new Effect.SetTopic());
    Lease lease = lease("channel");
    done(lease);
    park(lease, "Slack says is_archived. Unarchive the channel.");
    done(lease("direct"));
    park(lease("channel"), "Slack says is_inactive. Unarchive the channel.");

    assertThat(notices()).isEqualTo(1);
  }

  @Test
  void anotherReasonIsToldOnceTheFirstNoticeIsOut() {
    enqueue(CREATE, new Effect.PostEntries(1, 1), new Effect.PostEntries(2, 2));
    Lease lease = lease("channel");
    done(lease);
    park(lease, "Slack says is_archived.");
    done(lease("direct"));
    park(lease("channel"), "Slack says msg_too_long.");

    assertThat(notices()).isEqualTo(2);
  }

  @Test
  void aNoticeThatIsParkedTellsNobody() {
    enqueue(CREATE);
    park(lease("channel"), "Slack says restricted_action.");
    park(lease("direct"), "Slack says user_disabled.");

    assertThat(notices()).isEqualTo(1);
    assertThat(parked())
        .extracting("kind")
        .containsExactlyInAnyOrder("create-channel", "tell-parked");
  }

  @Test
  void whatMayHaveBeenPostedIsLookedForBeforeItIsPostedAgain() {
    enqueue(CREATE, new Effect.PostEntries(1, 1));
    Lease lease = lease("channel");
    done(lease);
    QueuedEffect post = head(lease);
    test.database().query(tx -> new Streams(tx).sending(lease, post, LEASE));
    test.database().query(tx -> new Streams(tx).unknown(lease, post, Duration.ZERO, "no answer"));
    park(lease, "It cannot be looked for.");
    retry();

    assertThat(head(lease).state()).isEqualTo(EffectState.UNKNOWN);
    assertThat(head(lease).attempts()).as("counted anew").isZero();
  }

  @Test
  void retryingWhileAStreamIsWorkedOnIsSeenByTheOneWhoWorks() {
    Effect first = new Effect.PostEntries(1, 1);
    Effect second = new Effect.PostEntries(2, 2);
    enqueue(CREATE, first, second);
    Lease lease = lease("channel");
    done(lease);
    park(lease, "Slack says is_archived.");
    assertThat(known(head(lease))).isEqualTo(second);
    retry();

    assertThat(known(head(lease))).isEqualTo(first);
    assertThat(count("jsonb_exists(result, 'retried')")).isEqualTo(1);
  }
}
