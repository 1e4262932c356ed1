package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.delivery.DeliverySettings;
import io.evenkeel.bot.delivery.Rates;
import io.evenkeel.incident.Command;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.web.Calls;
import io.evenkeel.sandbox.workspace.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many who wait at once. */
final class CrowdTest {
  private static final int CROWD = 40;

  /** Channels are made at 5/s, everything else as fast as it goes. */
  private static final DeliverySettings NARROW =
      new DeliverySettings(
          Bed.FAST.poll(),
          Bed.FAST.concurrency(),
          Bed.FAST.lease(),
          Bed.FAST.call(),
          Bed.FAST.settle(),
          Bed.FAST.backOff(),
          Bed.FAST.longestBackOff(),
          Bed.FAST.probe(),
          Bed.FAST.closing(),
          new Rates(Map.of("conversations.create", 300), 60_000, 5, Duration.ofMillis(5), 3));

  @Test
  void eachFirstPostFollowsItsChannelAndWaitingCostsLittle() {
    try (var bed = new Bed(NARROW);
        var relay = bed.relay()) {
      IntStream.rangeClosed(1, CROWD).forEach(i -> bed.declare("Number " + i));
      relay.start();
      bed.await(bed::settled);

      List<Calls.Recorded> calls =
          bed.sandbox.calls().all().stream()
              .filter(call ->
                  call.method().equals("conversations.create")
                      || call.method().equals("chat.postMessage"))
              .toList();
      assertThat(bed.sandbox.calls().of("conversations.create")).hasSize(CROWD);
      assertThat(firstPostsAfterTheirChannels(bed, calls)).isEqualTo(CROWD);
      // Each incident's two streams are leased once, and the channel's once more when its turn
      // comes.
      assertThat(leases(bed)).as("leases").isLessThan(5L * CROWD);
    }
  }

  private static long leases(Bed bed) {
    return bed.number("select sum(epoch) from effect_stream");
  }

  private static long transactions(Bed bed) {
    bed.sql("select pg_stat_force_next_flush()");
    return bed.number(
        "select xact_commit from pg_stat_database where datname = current_database()");
  }

  /** How many channels got their card before two more channels were made. */
  private static long firstPostsAfterTheirChannels(Bed bed, List<Calls.Recorded> calls) {
    return IntStream.rangeClosed(1, CROWD)
        .filter(i -> {
          String channel = bed.channel("inc-" + i + "-number-" + i).id();
          int created = indexOf(calls, "name", "inc-" + i + "-number-" + i);
          int posted = indexOf(calls, "channel", channel);
          return calls.subList(created, posted).stream()
                  .filter(call -> call.method().equals("conversations.create"))
                  .count()
              <= 7;
        })
        .count();
  }

  private static int indexOf(List<Calls.Recorded> calls, String argument, String value) {
    return IntStream.range(0, calls.size())
        .filter(i -> value.equals(calls.get(i).args().get(argument)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWaitedForAnHourIsPostedInOrderAndOnlyTheLastEditIsWritten() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sandbox.faults().add(Fault.always("*", Kind.ERROR, 0));
      for (int i = 0; i < 25; i++) {
        bed.say(incident, new Command.Update("step " + i, null, null, false));
        bed.work();
      }
      bed.sandbox.faults().clear();
      int edits = bed.sandbox.calls().of("chat.update").size();
      bed.workUntil(bed::settled);

      List<String> posts =
          bed.posts("inc-1-api-service-down").stream().skip(1).map(Message::text).toList();
      assertThat(posts).hasSize(25);
      for (int i = 0; i < 25; i++) {
        assertThat(posts.get(i)).endsWith("step " + i);
      }
      // The card and the announcement, each once more where the outage left a doubt.
      assertThat(bed.sandbox.calls().of("chat.update").size() - edits).isLessThanOrEqualTo(4);
      assertThat(String.valueOf(bed.posts("inc-1-api-service-down").getFirst().blocks()))
          .contains("step 24");
    }
  }

  @Test
  void aRelayWithNothingToDoAsksSeldom() {
    try (var bed = new Bed();
        var relay = bed.relay()) {
      relay.start();
      long before = transactions(bed);
      long began = System.nanoTime();
      bed.await(() -> System.nanoTime() - began > Duration.ofSeconds(2).toNanos());
      double perSecond = (transactions(bed) - before) / 2.0;

      // 40 polls a second at these settings, and a pass for copies every 30 ms.
      assertThat(perSecond).isBetween(1.0, 100.0);
    }
  }
}
