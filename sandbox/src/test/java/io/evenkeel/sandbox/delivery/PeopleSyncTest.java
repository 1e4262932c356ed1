package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The people of the workspace, as the bot gets to know them. */
final class PeopleSyncTest {
  @Test
  void whereSlackFailsAtFirstPeopleAreKnownSoonAllTheSame() {
    try (var bed = new Bed()) {
      bed.sandbox.faults().add(Fault.once("users.list", Fault.Kind.ERROR));
      bed.sandbox.faults().add(Fault.once("users.list", Fault.Kind.ERROR));
      try (var people =
          new PeopleSync(
              bed.database, bed.slack, Settings.BOT_TOKEN, InstantSource.system(), Set.of())) {
        people.start();
        assertThat(people.await(Duration.ofSeconds(25))).isTrue();
      }
      assertThat(bed.methods().stream().filter("users.list"::equals)).hasSize(3);
      assertThat(bed.text("select name from person where id = 'U0ALICE'")).isEqualTo("alice");
    }
  }
}
