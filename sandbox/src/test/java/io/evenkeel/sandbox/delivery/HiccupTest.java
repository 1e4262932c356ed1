package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Postgres fails for a moment while a relay works. */
final class HiccupTest {

  /** Until it has refused so many rows, a state is not written; then all is well. */
  private static void refuse(Bed bed, String kind, String state, int times) {
    bed.alter("create sequence refused");
    bed.alter(
        ("create function refuse() returns trigger language plpgsql as $$ begin"
                + " if nextval('refused') <= %d then raise exception 'a hiccup'; end if;"
                + " return new; end $$;"
                + "create trigger refuse before update on effect for each row"
                + " when (new.state = '%s' and new.kind = '%s') execute function refuse()")
            .formatted(times, state, kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"create-channel", "post-card", "pin-card", "announce"})
  void whatCouldNotBeRecordedAtOnceLeavesNoDoubt(String kind) {
    try (var bed = new Bed()) {
      refuse(bed, kind, "DONE", 4);
      bed.declare("API service down");
      bed.work();

      assertThat(bed.settled()).isTrue();
      assertThat(bed.number("select last_value from refused")).isEqualTo(5);
      assertThat(bed.number("select max(attempts) from effect")).isEqualTo(1);
      assertThat(bed.number("select count(*) from effect where result ? 'doubt'")).isZero();
    }
  }

  @Test
  void aMarkThatCouldNotBeSetIsSetAgainAndIsNoDoubt() {
    try (var bed = new Bed()) {
      refuse(bed, "post-card", "SENDING", 4);
      bed.declare("API service down");
      bed.work();

      assertThat(bed.settled()).isTrue();
      assertThat(bed.number("select count(*) from effect where result ? 'doubt'")).isZero();
      assertThat(bed.sandbox.calls().of("conversations.history")).as("nobody looked").isEmpty();
    }
  }

  @Test
  void anUnknownOutcomeIsRecordedAsSoonAsPostgresIsBack() {
    try (var bed = new Bed()) {
      refuse(bed, "post-card", "UNKNOWN", 4);
      bed.sandbox.faults().add(Fault.once("chat.postMessage", Kind.ERROR_APPLIED));
      bed.declare("API service down");
      bed.workUntil(bed::settled);

      assertThat(bed.posts("inc-1-api-service-down")).hasSize(1);
      assertThat(bed.number("select max(epoch) from effect_stream where id = 'INC-1/channel'"))
          .as("no lease was left to run out, only looked for")
          .isLessThan(5);
    }
  }
}
