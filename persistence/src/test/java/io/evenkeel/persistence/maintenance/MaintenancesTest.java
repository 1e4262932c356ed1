package io.evenkeel.persistence.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MaintenancesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Person ALICE = new Person(new PersonId("U1"), "alice");

  private final TestDatabase database = TestDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasPlannedIsFoundByItsServiceWhileItCounts() {
    Maintained api = plan("api", 60, 120, 0);
    plan("api", 200, 260, 0);
    plan("db", 60, 120, 0);
    plan("api", -120, -60, 0);

    assertThat(those(all -> all.during("API", at(0), at(100)))).containsExactly(api);
    assertThat(those(all -> all.during("api", at(120), at(200))))
        .as("its end is not in it, nor is what begins then")
        .isEmpty();
    assertThat(those(all -> all.during("api", at(-120), at(0))))
        .as("planned after the fact")
        .isEmpty();
    assertThat(services(60)).containsExactly("api", "db");
    assertThat(services(120)).isEmpty();
    assertThat(those(all -> all.over(at(0), 10))).extracting(Maintained::number).hasSize(1);
  }

  @Test
  void whatIsCancelledOrEndedDoesNotCountFromThenOn() {
    Maintained one = plan("api", 60, 120, 0);
    Maintained other = plan("api", 60, 120, 0);
    assertThat(one.number()).isNotEqualTo(other.number());

    assertThat(did(all -> all.cancel(one.number(), ALICE, at(10)))).isTrue();
    assertThat(did(all -> all.cancel(one.number(), ALICE, at(10)))).isFalse();
    assertThat(those(all -> all.find(one.number()).stream().toList())).isEmpty();
    assertThat(did(all -> all.end(other.number(), ALICE, at(90)))).isTrue();
    assertThat(did(all -> all.end(other.number(), ALICE, at(95)))).isFalse();

    List<Maintained> during = tx(all -> all.during("api", at(0), at(300)));
    assertThat(during).extracting(Maintained::number).containsExactly(other.number());
    assertThat(during.getFirst().end()).isEqualTo(at(90));
    assertThat(those(all -> all.during("api", at(90), at(300)))).isEmpty();
    assertThat(those(all -> all.ahead(at(95)))).isEmpty();
    Maintained brief = plan("db", 0, 10, 0);
    assertThat(did(all -> all.end(brief.number(), ALICE, at(20))))
        .as("it was over by itself")
        .isFalse();
  }

  private List<Maintained> those(Function<Maintenances, List<Maintained>> ask) {
    return tx(ask);
  }

  private boolean did(Function<Maintenances, Boolean> change) {
    return tx(change);
  }

  private List<String> services(int minutes) {
    return tx(all -> all.current(at(minutes)).stream().map(Maintained::service).toList());
  }

  private Maintained plan(String service, int from, int until, int planned) {
    return tx(
        all -> all.plan(service, at(from), at(until), "upgrade postgres", ALICE, at(planned)));
  }

  private <T> T tx(Function<Maintenances, T> ask) {
    return database.database().command(tx -> ask.apply(new Maintenances(tx)));
  }

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}
