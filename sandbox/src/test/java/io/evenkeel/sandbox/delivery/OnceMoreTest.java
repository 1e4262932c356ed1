package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.delivery.Next;
import io.evenkeel.persistence.delivery.Streams;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edit that was given up may still land and show an older state: the newest one has the end. */
final class OnceMoreTest {
  private static final String CHANNEL = "inc-1-api-service-down";

  private static void say(Bed bed, IncidentNumber incident, String text, @Nullable Status status) {
    bed.say(incident, new Command.Update(text, status, null, false));
  }

  private static String card(Bed bed) {
    return String.valueOf(bed.posts(CHANNEL).getFirst().blocks());
  }

  /** The abandoned edit lands. */
  private static void landLate(Bed bed) throws Exception {
    String card = bed.posts(CHANNEL).getFirst().ts();
    bed.slack
        .methods(Settings.BOT_TOKEN)
        .chatUpdate(r -> r.channel(bed.channel(CHANNEL).id()).ts(card).text("an older state"));
    bed.slack
        .methods(Settings.BOT_TOKEN)
        .conversationsSetTopic(r -> r.channel(bed.channel(CHANNEL).id()).topic("an older state"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.update", "conversations.setTopic"})
  void theNewestStateIsWrittenOnceMore(String method) throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sandbox.faults().add(Fault.once(method, Kind.ERROR));
      say(bed, incident, "pool exhausted", Status.IDENTIFIED);
      bed.workUntil(() -> bed.number(repeats("READY")) == 1);
      landLate(bed);
      bed.workUntil(() -> bed.number(repeats("DONE")) == 1);

      if (method.equals("chat.update")) {
        assertThat(card(bed)).contains("pool exhausted");
      } else {
        assertThat(bed.channel(CHANNEL).topic().value()).contains("identified");
      }
      assertThat(bed.settled()).isTrue();
    }
  }

  private static String repeats(String state) {
    return "select count(*) from effect where result ? 'once-more' and state = '" + state + "'";
  }

  @Test
  void alsoAfterAWorkerThatWasKilledDuringTheEdit() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sql("update effect_stream set due_at = 'infinity'");
      say(bed, incident, "restarting", null);
      bed.database.query(tx -> {
        var streams = new Streams(tx);
        var lease = streams.lease("dead", 1, Duration.ofSeconds(30)).getFirst();
        while (streams.next(lease) instanceof Next.Work(var effect)) {
          if (effect.content().toString().contains("RefreshCard")) {
            return streams.sending(lease, effect, Duration.ofSeconds(30));
          }
          streams.done(lease, effect, Map.of());
        }
        throw new AssertionError("an update edits the card");
      });
      bed.sql("update effect_stream set lease_until = '-infinity'");
      bed.workUntil(() -> bed.number(repeats("DONE")) == 1);
    }
  }

  @Test
  void manyDoubtsMakeOneRepeatAndHoldUpNobody() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      for (int i = 0; i < 3; i++) {
        bed.sandbox.faults().add(Fault.once("chat.update", Kind.ERROR));
        say(bed, incident, "step " + i, null);
        int posts = i + 2;
        bed.workUntil(() -> bed.posts(CHANNEL).size() == posts && bed.count("UNKNOWN") == 0);
        assertThat(bed.number(repeats("READY"))).isLessThanOrEqualTo(1);
      }
      bed.workUntil(bed::settled);
      assertThat(bed.number(repeats("DONE"))).isLessThanOrEqualTo(3);
      assertThat(bed.number(repeats("READY"))).isZero();
      assertThat(card(bed)).contains("step 2");
    }
  }
}
