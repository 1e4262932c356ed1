package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.Point;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.web.Calls;
import io.evenkeel.sandbox.workspace.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Rows 3, 4, 5, 6, 12, 13, 14 and 21 of the fault list: what goes wrong between the bot and Slack.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class DeliveryRowsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String POST = "chat.postMessage";

  private final Site site = new Site();

  @BeforeAll
  void nothingIsWrongYet() {
    site.declare("Nothing wrong yet");
    site.holds("row 0", Duration.ZERO);
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void row03KilledBeforeTheCallItIsDoneOnce() {
    Channel channel = site.declare("Killed before the call");
    // It is marked as under way together with taking its share of the limit for posts there.
    var stop = site.wire.stopAt(Point.answerToCommitOf(POST + "/" + channel.id()));
    site.update(channel, "row three");
    stop.await(SOON);
    site.kill();
    stop.cut();
    assertThat(site.seen(channel, "row three")).isZero();
    long killed = System.nanoTime();
    site.restart();
    site.settled();

    assertThat(site.seen(channel, "row three")).isEqualTo(1);
    site.holds("row 3", since(killed));
  }

  @Test
  void row04KilledBeforeTheAnswerItIsRecognised() throws InterruptedException {
    Channel channel = site.declare("Killed before the answer");
    site.slack.faults().add(Fault.once(POST, Kind.HOLD_APPLIED));
    site.update(channel, "row four");
    var held = site.slack.faults().awaitHeld(POST, SOON);
    site.kill();
    held.release();
    assertThat(site.seen(channel, "row four")).isEqualTo(1);
    long killed = System.nanoTime();
    site.restart();
    site.settled();

    assertThat(site.seen(channel, "row four")).isEqualTo(1);
    site.holds("row 4", since(killed));
  }

  @Test
  void row05KilledBeforeTheRecordItIsRecognised() {
    Channel channel = site.declare("Killed before the record");
    // A sweep for the row before names posts, too: it would be stopped in the place of this one.
    Waiting.until("nothing is to be swept", () -> site.unswept() == 0);
    // What a post has made is recorded together with its being done.
    var stop = site.wire.stopAt(Point.commitOf("post:"));
    site.update(channel, "row five");
    stop.await(SOON);
    site.kill();
    stop.cut();
    assertThat(site.seen(channel, "row five")).isEqualTo(1);
    long killed = System.nanoTime();
    site.restart();
    site.settled();

    assertThat(site.seen(channel, "row five")).isEqualTo(1);
    site.holds("row 5", since(killed));
  }

  @Test
  void row06StoppedPastItsLeaseItsRecordIsRefusedAndItsCopyIsSwept() throws InterruptedException {
    Channel channel = site.declare("Stopped past its lease");
    Bot stopped = site.bot();
    site.slack.faults().add(Fault.once(POST, Kind.HOLD));
    site.update(channel, "row six");
    var held = site.slack.faults().awaitHeld(POST, SOON);
    stopped.pause();
    site.restart();
    site.settled();
    assertThat(site.seen(channel, "row six")).as("by the one that took over").isEqualTo(1);

    held.release();
    Waiting.until("the late one lands", () -> site.seen(channel, "row six") == 2);
    long landed = System.nanoTime();
    stopped.resume();
    Waiting.until("it is swept", SOON, () -> site.seen(channel, "row six") == 1);
    Duration gap = since(landed);
    Waiting.until("the stale record is refused", () -> stopped.logged().contains("too late"));
    stopped.close();

    assertThat(gap).isLessThan(Site.SWEPT);
    assertThat(site.postgres.number("select count(*) from audit where action = 'delete-copy'"))
        .isEqualTo(1);
    site.settled();
    site.holds("row 6", gap);
  }

  @Test
  void row12NoCallComesBeforeRetryAfterAndOthersFlow() {
    Channel limited = site.declare("Too many calls");
    Channel other = site.declare("Another channel");
    site.slack.faults().add(new Fault(POST, 1, Kind.RATELIMITED, 0, 2, 0));
    site.update(limited, "row twelve a");
    site.update(limited, "row twelve b");
    Waiting.until("Slack has refused one", () -> site.slack.faults().all().isEmpty());
    site.update(other, "row twelve c");
    site.settled();

    List<Instant> calls = posts(limited, "row twelve");
    assertThat(calls).hasSize(3);
    Duration waited = Duration.between(calls.get(0), calls.get(1));
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(1950));
    assertThat(posts(other, "row twelve c").getFirst()).isBefore(calls.get(1));
    site.holds("row 12", waited);
  }

  /** When a post with that text was tried there. */
  private List<Instant> posts(Channel channel, String text) {
    return site.slack.calls().of(POST).stream()
        .filter(call -> channel.id().equals(call.args().get("channel")))
        .filter(call -> call.args().getOrDefault("text", "").contains(text))
        .map(Calls.Recorded::at)
        .toList();
  }

  @Test
  void row13WhatSlackFailsToAnswerIsSeenOnceWhetherItWasAppliedOrNot() {
    var kinds =
        List.of(
            Kind.ERROR,
            Kind.ERROR_APPLIED,
            Kind.FATAL,
            Kind.FATAL_APPLIED,
            Kind.DROP,
            Kind.DROP_APPLIED);
    List<Channel> channels = new ArrayList<>();
    kinds.forEach(kind -> channels.add(site.declare("Slack fails with " + kinds.indexOf(kind))));
    kinds.forEach(kind -> site.slack.faults().add(Fault.once(POST, kind)));
    long began = System.nanoTime();
    channels.forEach(channel -> site.update(channel, "row thirteen"));
    site.settled();

    assertThat(site.slack.faults().all()).as("all have happened").isEmpty();
    channels.forEach(
        channel -> assertThat(site.seen(channel, "row thirteen")).as(channel.name()).isEqualTo(1));
    site.holds("row 13", since(began));
  }

  @Test
  void row14ATimeOutUnderALaggingHistoryMakesOneCopy() {
    Channel channel = site.declare("A lagging history");
    site.slack.faults().add(new Fault(POST, 1, Kind.TIMEOUT_APPLIED, 1500, 0, 0));
    site.slack.faults().add(Fault.always("conversations.history", Kind.HISTORY_LAG, 2000));
    long began = System.nanoTime();
    site.update(channel, "row fourteen");
    site.settled();
    site.slack.faults().clear();

    assertThat(posts(channel, "row fourteen")).as("it was called once").hasSize(1);
    assertThat(site.seen(channel, "row fourteen")).isEqualTo(1);
    site.holds("row 14", since(began));
  }

  @Test
  void row21WhatCannotBeReadOrShownIsParkedAndTheRestGoesOn() {
    Channel damaged = site.declare("A damaged effect");
    Channel other = site.declare("A sound incident");
    String stream = "INC-" + damaged.name().replaceFirst("inc-([0-9]+)-.*", "$1") + "/channel";
    long began = System.nanoTime();
    insert(stream, "{}");
    insert(stream, "{\"first\": 1, \"last\": \"many\"}");
    site.postgres.execute(
        "update effect_stream set due_at = now() where id = '%s'".formatted(stream));
    site.update(damaged, "row twenty-one a");
    site.update(other, "row twenty-one b");
    site.settled();

    assertThat(
            site.postgres.number(
                "select count(*) from effect where stream = '%s' and state = 'PARKED'"
                    .formatted(stream)))
        .isEqualTo(2);
    assertThat(site.seen(damaged, "row twenty-one a")).isEqualTo(1);
    assertThat(site.seen(other, "row twenty-one b")).isEqualTo(1);
    site.holds("row 21", since(began));
  }

  /** As an older or broken version might have left it. */
  private void insert(String stream, String payload) {
    site.postgres.execute(
        ("insert into effect (stream, seq, kind, key, payload, state, recorded_at)"
                + " select '%1$s', max(seq) + 1, 'post-entries', gen_random_uuid()::text, '%2$s',"
                + " 'READY', now() from effect where stream = '%1$s'")
            .formatted(stream, payload));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
