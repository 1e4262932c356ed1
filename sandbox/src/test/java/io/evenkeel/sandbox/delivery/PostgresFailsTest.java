package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Command;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.sandbox.workspace.Message;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack does what it is asked, and what is on our side does not. */
final class PostgresFailsTest {
  private static final String CHANNEL = "inc-1-api-service-down";

  @ParameterizedTest
  @ValueSource(strings = {"create-channel", "post-card", "pin-card", "invite", "announce"})
  void whatSlackDidAndPostgresCouldNotRecordIsThereOnce(String kind) {
    try (var bed = new Bed(Bed.HASTY)) {
      bed.declare("API service down");
      bed.alter(
          "alter table effect add constraint unrecorded check (kind <> '%s' or state <> 'DONE')"
              .formatted(kind));
      assertThatThrownBy(bed::work).isInstanceOf(Unavailable.class);
      bed.alter("alter table effect drop constraint unrecorded");
      bed.sql("update effect_stream set lease_until = '-infinity'");
      bed.workUntil(() -> bed.count("READY") + bed.count("UNKNOWN") + bed.count("SENDING") == 0);

      assertThat(bed.count("PARKED")).isZero();
      assertThat(bed.sandbox.workspace().channels().all())
          .filteredOn(channel -> channel.name().startsWith("inc-1"))
          .hasSize(1);
      assertThat(bed.posts(CHANNEL)).hasSize(1);
      assertThat(bed.channel(CHANNEL).pins()).hasSize(1);
      assertThat(bed.posts("incidents")).hasSize(1);
    }
  }

  @Test
  void aDraftThatCannotBeReadNowIsSharedLater() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.work();
      var tries = new AtomicInteger();
      bed.drafts(number -> {
        if (tries.incrementAndGet() < 3) {
          throw new Unavailable("away", null, false);
        }
        return "# Postmortem of " + number;
      });
      bed.say(incident, new Command.SharePostmortem());
      bed.workUntil(() -> bed.count("DONE") == 7);

      assertThat(tries).hasValue(3);
      assertThat(bed.count("PARKED")).isZero();
      assertThat(files(bed)).hasSize(1);
    }
  }

  @Test
  void aFaultOfOurOwnIsToldWithoutItsInsidesAndTheRestGoesOn() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.work();
      bed.drafts(_ -> {
        throw new IllegalStateException("the secret of the matter");
      });
      bed.say(incident, new Command.SharePostmortem());
      bed.say(incident, new Command.Update("pool exhausted", null, null, true));
      bed.work();

      assertThat(bed.parked(incident)).hasSize(1);
      assertThat(bed.parked(incident).getFirst().reason())
          .contains("INC-1/channel #")
          .doesNotContain("secret of the matter")
          .doesNotContain("Exception");
      assertThat(bed.posts(CHANNEL)).hasSize(2);
    }
  }

  private static List<Message> files(Bed bed) {
    return bed.sandbox.workspace().messages().in(bed.channel(CHANNEL).id()).stream()
        .filter(message -> !message.files().isEmpty())
        .toList();
  }
}
