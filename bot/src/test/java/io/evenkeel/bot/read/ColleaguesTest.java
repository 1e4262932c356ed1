package io.evenkeel.bot.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.incident.PersonId;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Participant;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColleaguesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");

  @Test
  void whoLeftIsToldFromWhoWasNeverThere() {
    try (Database database = Database.open(TestPostgres.migrated())) {
      assertThat(Colleagues.of(database)).isEmpty();
      database.query(tx -> {
        new People(tx)
            .store(List.of(profile("U1", "Alice", true), profile("U2", "bob", false)), NOW);
        return NOW;
      });

      Directory colleagues = Colleagues.of(database).orElseThrow();

      assertThat(colleagues.of(new Participant("@alice"))).isEqualTo(Directory.Standing.HERE);
      assertThat(colleagues.of(new Participant("bob"))).isEqualTo(Directory.Standing.LEFT);
      assertThat(colleagues.of(new Participant("carol"))).isEqualTo(Directory.Standing.UNKNOWN);
    }
  }

  private static Profile profile(String id, String name, boolean active) {
    return new Profile(new PersonId(id), name, "", "", "Europe/Berlin", false, active);
  }
}
