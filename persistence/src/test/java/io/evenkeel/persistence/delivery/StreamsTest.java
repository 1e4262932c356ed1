package io.evenkeel.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StreamsTest {
  private static final IncidentNumber INC = new IncidentNumber(1);
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Effect CREATE = new Effect.CreateChannel("inc-1-api", Visibility.PUBLIC);

  private final TestDatabase test = TestDatabase.fresh();

  @BeforeEach
  void anIncident() {
    SomeIncidents.in(test, 1);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private boolean did(Predicate<Streams> work) {
    return test.database().query(tx -> work.test(new Streams(tx)));
  }

  private List<Lease> leases(String owner) {
    return test.database().query(tx -> new Streams(tx).lease(owner, 10, LEASE));
  }

  private List<ParkedEffect> parked() {
    return test.database().query(tx -> new Parked(tx).of(INC));
  }

  private void enqueue(Effect... effects) {
    test.database()
        .query(tx -> {
          new Effects(tx).enqueue(INC, List.of(effects), NOW);
          return true;
        });
  }

  private Lease lease() {
    return leases("test").getFirst();
  }

  private Next next(Lease lease) {
    return test.database().query(tx -> new Streams(tx).next(lease));
  }

  private QueuedEffect head(Lease lease) {
    return ((Next.Work) next(lease)).effect();
  }

  private static Effect known(QueuedEffect effect) {
    return ((Decoded.Known) effect.content()).effect();
  }

  private boolean done(Lease lease, QueuedEffect effect) {
    return did(streams -> streams.done(lease, effect, Map.of()));
  }

  /** Does everything that is due, and tells in which order. */
  private List<Effect> drain(Lease lease) {
    var all = new ArrayList<Effect>();
    while (next(lease) instanceof Next.Work(QueuedEffect effect)) {
      all.add(known(effect));
      assertThat(done(lease, effect)).isTrue();
    }
    return all;
  }

  @Test
  void effectsComeInTheOrderInWhichTheyWereDecided() {
    Effect invite = new Effect.Invite(new PersonId("U1"));
    Effect post = new Effect.PostEntries(3, 4);
    enqueue(CREATE, new Effect.PostCard(), invite);
    enqueue(post);

    assertThat(drain(lease())).containsExactly(CREATE, new Effect.PostCard(), invite, post);
  }

  @Test
  void everyKindComesBackAsItWasStored() {
    List<Effect> kinds =
        List.of(
            CREATE,
            new Effect.PostCard(),
            new Effect.PinCard(),
            new Effect.SetTopic(),
            new Effect.Invite(new PersonId("U1")),
            new Effect.PostEntries(1, 2),
            new Effect.ThreadEntries(3, 3),
            new Effect.SharePostmortem(),
            new Effect.RefreshCard());
    List<Effect> announcements =
        List.of(
            new Effect.Announce(),
            new Effect.ReplyToAnnouncement(1, 2, true),
            new Effect.RefreshAnnouncement());
    enqueue(kinds.toArray(Effect[]::new));
    enqueue(announcements.toArray(Effect[]::new));
    test.asSuperuser("update effect_stream set due_at = now()");
    var leases = leases("test");

    assertThat(leases).hasSize(2);
    assertThat(leases.stream().flatMap(lease -> drain(lease).stream()))
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.Stream.concat(kinds.stream(), announcements.stream()).toList());
  }

  @Test
  void aStreamIsLeasedToOneUntilItIsReleasedOrTheLeaseRunsOut() {
    enqueue(CREATE);
    Lease first = lease();
    assertThat(leases("other")).isEmpty();

    test.asSuperuser("update effect_stream set lease_until = now() - interval '1 second'");
    Lease second = lease();
    assertThat(second.epoch()).isEqualTo(first.epoch() + 1);

    did(streams -> streams.release(second, Duration.ZERO));
    assertThat(lease().epoch()).isEqualTo(second.epoch() + 1);
  }

  @Test
  void aStaleEpochChangesNothing() {
    enqueue(CREATE);
    Lease stale = lease();
    QueuedEffect effect = head(stale);
    test.asSuperuser("update effect_stream set lease_until = now() - interval '1 second'");
    Lease mine = lease();

    assertThat(next(stale)).isInstanceOf(Next.Lost.class);
    assertThat(did(streams -> streams.sending(stale, effect, LEASE))).isFalse();
    assertThat(done(stale, effect)).isFalse();
    assertThat(did(streams -> streams.park(stale, effect, "no"))).isFalse();
    assertThat(did(streams -> streams.unknown(stale, effect, LEASE, "no"))).isFalse();
    assertThat(did(streams -> streams.note(stale, effect, Map.of("name", "x")))).isFalse();
    assertThat(did(streams -> streams.release(stale, null))).isFalse();
    assertThat(head(mine).state()).isEqualTo(EffectState.READY);
    assertThat(head(mine).notes()).isEmpty();
  }

  @Test
  void whatWasUnderWayWhenALeaseRanOutIsInDoubt() {
    enqueue(CREATE);
    Lease dead = lease();
    QueuedEffect effect = head(dead);
    did(streams -> streams.sending(dead, effect, LEASE));
    test.asSuperuser("update effect_stream set lease_until = now() - interval '1 second'");

    QueuedEffect found = head(lease());

    assertThat(found.state()).isEqualTo(EffectState.UNKNOWN);
    assertThat(found.inDoubt()).isTrue();
    assertThat(found.attempts()).isEqualTo(1);
    assertThat(found.sinceLastSent()).isNotNull();
  }

  @Test
  void notesOfOneAttemptAreKeptForTheNext() {
    enqueue(CREATE);
    Lease lease = lease();
    QueuedEffect effect = head(lease);
    did(streams -> streams.note(lease, effect, Map.of("name", "inc-1-api-2")));
    did(streams -> streams.unknown(lease, effect, Duration.ZERO, "no answer"));

    assertThat(head(lease).notes()).containsEntry("name", "inc-1-api-2");
    assertThat(head(lease).inDoubt()).isTrue();
  }

  @Test
  void whatDependsOnAParkedOneIsParkedWithItAndTheRestGoesOn() {
    enqueue(CREATE, new Effect.PostCard(), new Effect.PinCard(), new Effect.SetTopic());
    Lease lease = lease();
    done(lease, head(lease));
    QueuedEffect card = head(lease);
    did(streams -> streams.park(lease, card, "Slack says is_archived"));

    assertThat(drain(lease)).containsExactly(new Effect.SetTopic());
    assertThat(parked())
        .containsExactly(new ParkedEffect(card.key(), "post-card", "Slack says is_archived", 1));

    enqueue(new Effect.RefreshCard());
    assertThat(next(lease)).as("parked as well").isEqualTo(new Next.Rest(null));

    assertThat(test.database().<Integer>query(tx -> new Parked(tx).retry(INC))).isEqualTo(3);
    assertThat(drain(lease))
        .containsExactly(new Effect.PostCard(), new Effect.PinCard(), new Effect.RefreshCard());
  }

  @Test
  void anEditIsSupersededByANewerOneUnlessItIsUnderWay() {
    enqueue(new Effect.RefreshCard(), new Effect.PostEntries(1, 1), new Effect.RefreshCard());
    enqueue(new Effect.RefreshCard());

    assertThat(drain(lease()))
        .containsExactly(new Effect.PostEntries(1, 1), new Effect.RefreshCard());

    enqueue(new Effect.RefreshCard());
    Lease lease = releasedAndLeased();
    QueuedEffect first = head(lease);
    did(streams -> streams.sending(lease, first, LEASE));
    did(streams -> streams.unknown(lease, first, Duration.ZERO, "no answer"));
    enqueue(new Effect.RefreshCard());
    assertThat(drain(lease)).hasSize(2);
  }

  private Lease releasedAndLeased() {
    test.asSuperuser("update effect_stream set lease_until = '-infinity', due_at = now()");
    return lease();
  }

  @Test
  void aRepeatedEditWaitsWithoutHoldingUpWhatComesAfterIt() {
    enqueue(new Effect.RefreshCard());
    Lease lease = lease();
    QueuedEffect edit = head(lease);
    done(lease, edit);
    did(streams -> streams.onceMore(lease, edit, Duration.ofSeconds(30)));
    enqueue(new Effect.PostEntries(1, 1));

    assertThat(drain(lease)).containsExactly(new Effect.PostEntries(1, 1));
    assertThat(next(lease))
        .isInstanceOfSatisfying(
            Next.Rest.class,
            rest ->
                assertThat(rest.dueIn()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
  }

  @Test
  void aFailureHoldsUpItsOwnStreamUntilItIsDueAgain() {
    enqueue(CREATE, new Effect.PostCard());
    Lease lease = lease();
    QueuedEffect effect = head(lease);
    did(streams -> streams.again(lease, effect, Duration.ofSeconds(7), "too many calls"));

    assertThat(next(lease))
        .isInstanceOfSatisfying(
            Next.Rest.class,
            rest ->
                assertThat(rest.dueIn()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7)));
  }

  @Test
  void theAnnouncementBecomesDueWithTheChannel() {
    enqueue(CREATE, new Effect.Announce());
    var leases = leases("test");
    assertThat(leases).extracting(Lease::stream).containsExactly("INC-1/channel");

    Lease lease = leases.getFirst();
    QueuedEffect effect = head(lease);
    var channel = SlackObject.channel(new ChannelId("C1"));
    did(streams -> streams.done(lease, effect, Map.of(Purpose.CHANNEL, channel)));

    SlackObject found =
        test.database().query(tx -> new SlackObjects(tx).find(INC, Purpose.CHANNEL).orElseThrow());
    IncidentNumber whose =
        test.database().query(tx -> new Incidents(tx).inChannel(new ChannelId("C1")).orElseThrow());
    assertThat(found).isEqualTo(channel);
    assertThat(whose).isEqualTo(INC);
    assertThat(lease().stream()).isEqualTo("INC-1/announce");
  }

  @Test
  void theAnnouncementIsMadeWithoutAChannelWhenThereWillBeNone() {
    enqueue(CREATE, new Effect.Announce());
    Lease lease = lease();
    QueuedEffect effect = head(lease);
    did(streams -> streams.park(lease, effect, "Slack says restricted_action"));

    assertThat(lease().stream()).isEqualTo("INC-1/announce");
  }

  @Test
  void aDamagedEffectSaysSoAndANewerVersionsIsLeftAlone() {
    enqueue(CREATE);
    test.asSuperuser("update effect set payload = '{}'");
    Lease lease = lease();
    assertThat(head(lease).content()).isInstanceOf(Decoded.Unreadable.class);

    test.asSuperuser("update effect set payload = '[\"odd\"]'");
    assertThat(head(lease).content()).isInstanceOf(Decoded.Unreadable.class);

    test.asSuperuser("update effect set kind = 'send-pigeon', payload = '{}'");
    assertThat(head(lease).content()).isEqualTo(new Decoded.Foreign("send-pigeon", 1));
  }

  @Test
  void aCommandThatComesWhileAStreamIsReleasedIsNotForgotten() {
    enqueue(CREATE);
    Lease lease = lease();
    done(lease, head(lease));
    Optional<Duration> rest = Optional.ofNullable(((Next.Rest) next(lease)).dueIn());
    did(streams -> streams.release(lease, rest.orElse(null)));
    assertThat(leases("test")).isEmpty();

    enqueue(new Effect.PostEntries(1, 1));
    assertThat(lease().stream()).isEqualTo("INC-1/channel");
  }

  /** An incident that has its first post. */
  @Test
  void oneRepeatOfAnEditWaitsHoweverManyDoubtsThereWere() {
    enqueue(new Effect.RefreshCard());
    Lease lease = lease();
    QueuedEffect edit = head(lease);
    done(lease, edit);
    did(streams -> streams.onceMore(lease, edit, Duration.ofSeconds(30)));
    did(streams -> streams.onceMore(lease, edit, Duration.ofSeconds(90)));

    assertThat(next(lease))
        .isInstanceOfSatisfying(
            Next.Rest.class,
            rest -> assertThat(rest.dueIn()).isGreaterThan(Duration.ofSeconds(80)));
    test.asSuperuser("update effect set due_at = now()");
    assertThat(drain(lease)).containsExactly(new Effect.RefreshCard());
  }

  @Test
  void anEditThatMayHaveLandedLateIsRepeatedEvenByOneThatLostItsLease() {
    enqueue(new Effect.RefreshCard());
    Lease lost = lease();
    QueuedEffect edit = head(lost);
    did(streams -> streams.sending(lost, edit, LEASE));
    test.asSuperuser("update effect_stream set lease_until = now() - interval '1 second'");
    Lease mine = lease();
    done(mine, edit);
    did(streams -> streams.release(mine, null));
    did(streams -> {
      streams.onceMoreAnyway(lost, edit, Duration.ZERO);
      return true;
    });

    assertThat(drain(lease())).containsExactly(new Effect.RefreshCard());
  }

  @Test
  void aLeaseThatNobodyKnowsOfIsGivenBack() {
    enqueue(CREATE);
    leases("lost");
    assertThat(leases("other")).isEmpty();
    did(streams -> {
      streams.abandon("lost");
      return true;
    });
    assertThat(leases("other")).hasSize(1);
  }
}
