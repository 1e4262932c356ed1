package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.delivery.DeliverySettings;
import io.evenkeel.bot.delivery.Rates;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.workspace.Change;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Listening;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whether something was posted is looked for in what may be a long conversation. */
final class LooksTest {
  private static final String CHANNEL = "inc-1-api-service-down";

  private static void update(Bed bed, IncidentNumber incident) {
    bed.say(incident, new Command.Update("pool exhausted", null, null, true));
  }

  /** So much is said right after the bot's next post, before anybody can look for it. */
  private static Listening chatterAfterTheNextPost(Bed bed, int lines) {
    var workspace = bed.sandbox.workspace();
    String bot = workspace.bot().id();
    String channel = bed.channel(CHANNEL).id();
    var said = new AtomicBoolean();
    return workspace.onChange(change -> {
      if (change instanceof Change.Posted posted
          && posted.message().user().equals(bot)
          && posted.channel().id().equals(channel)
          && said.compareAndSet(false, true)) {
        for (int i = 0; i < lines; i++) {
          workspace.messages().post(channel, Draft.text("U0BOB", "line " + i));
        }
      }
    });
  }

  @Test
  void aLookThroughMoreThanOnePageGoesOnWhereTheLimitLetsIt() {
    // 15 pages, where 5 may be read at once and a lease lasts for 9 more.
    var slow =
        new DeliverySettings(
            Bed.FAST.poll(),
            Bed.FAST.concurrency(),
            Duration.ofMillis(900),
            Duration.ofMillis(400),
            Bed.FAST.settle(),
            // What goes out beside the doubtful post is out before that is looked for.
            Bed.FAST.longestBackOff(),
            Bed.FAST.longestBackOff(),
            Bed.FAST.probe(),
            Bed.FAST.closing(),
            new Rates(Map.of("conversations.history", 600), 1000, 5, Duration.ofMillis(50), 3));
    try (var bed = new Bed(slow)) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sandbox.faults().add(Fault.once("chat.postMessage", Kind.ERROR_APPLIED));
      try (var _ = chatterAfterTheNextPost(bed, 2800)) {
        update(bed, incident);
        bed.workUntil(bed::settled);
      }

      assertThat(bed.posts(CHANNEL)).hasSize(2);
      assertThat(bed.sandbox.calls().of("conversations.history"))
          .as("one look was enough")
          .hasSize(15);
    }
  }

  @Test
  void aLookThatFailsByOurOwnFaultIsGivenToAPersonInTheEnd() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sandbox.faults().add(Fault.once("chat.postMessage", Kind.ERROR));
      // Nobody looks for it before the doubt is seen here.
      bed.sandbox.faults().add(Fault.always("conversations.history", Kind.ERROR, 0));
      update(bed, incident);
      bed.workUntil(() -> bed.count("UNKNOWN") == 1);
      bed.sandbox.faults().clear();
      bed.sql(
          "update effect set result = result || '{\"looks\": \"many\"}' where state = 'UNKNOWN'");
      bed.workUntil(bed::settled);

      assertThat(bed.parked(incident)).hasSize(1);
      assertThat(bed.parked(incident).getFirst().reason())
          .contains("may have been posted", "Evenkeel's log");
    }
  }

  @Test
  void aLookThatFailsIsNoAnswer() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sandbox.faults().add(Fault.once("chat.postMessage", Kind.ERROR_APPLIED));
      for (int i = 0; i < 8; i++) {
        bed.sandbox.faults().add(Fault.once("conversations.history", Kind.ERROR));
      }
      update(bed, incident);
      bed.workUntil(bed::settled);

      assertThat(bed.posts(CHANNEL)).hasSize(2);
      assertThat(bed.count("PARKED")).isZero();
    }
  }
}
