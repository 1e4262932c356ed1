package io.evenkeel.persistence.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Listed;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Subscribed;
import io.evenkeel.oncall.Turn;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OnCallTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
  private static final ScheduleName PAYMENTS = new ScheduleName("payments");
  private static final URI ELSEWHERE = URI.create("https://example.org/rota.ics?token=s3cret");
  private static final Person ALICE = person("alice");
  private static final Person ERIN = person("erin");

  private final TestDatabase database = TestDatabase.fresh();
  private final Schedules schedules =
      new Schedules(
          List.of(
              new Schedule(
                  PAYMENTS,
                  ZoneOffset.UTC,
                  List.of(
                      new Layer(
                          "primary",
                          new Rotation(
                              List.of(Turn.of("alice"), Turn.of("bob")),
                              Duration.ofDays(7),
                              LocalDateTime.parse("2026-01-05T09:00")),
                          Hours.ALWAYS,
                          false),
                      new Layer("backup", new Subscribed(ELSEWHERE), Hours.ALWAYS, false)),
                  List.of())),
          List.of());

  @BeforeEach
  void people() {
    database
        .database()
        .query(tx -> {
          new People(tx)
              .store(List.of(profile("alice", "", true), profile("bob", "", false)), MONDAY);
          new People(tx).store(List.of(profile("erin", "Erin Miller", true)), MONDAY);
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFilePlansAndSlackKnowsThePerson() {
    OnDuty primary = at(MONDAY).getFirst();

    assertThat(primary.person()).isEqualTo(ALICE);
    assertThat(primary.shift().until()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
  }

  @Test
  void somebodyWhoLeftIsNamedAsOneWhoCannotBeTold() {
    OnDuty primary = at(MONDAY.plus(Duration.ofDays(7))).getFirst();

    assertThat(primary.shift().whoOrNobody()).isEqualTo("bob");
    assertThat(primary.person()).isNull();
    assertThat(primary.standing()).isEqualTo(Directory.Standing.LEFT);
    assertThat(primary.cannotBeTold()).isTrue();
  }

  @Test
  void whoStandsInCountsUntilItIsWithdrawn() {
    Instant noon = MONDAY.plus(Duration.ofHours(3));
    StandingIn given =
        database
            .database()
            .command(tx ->
                new Overrides(tx)
                    .add(
                        PAYMENTS,
                        "primary",
                        ERIN,
                        noon,
                        noon.plus(Duration.ofHours(2)),
                        ALICE,
                        null,
                        MONDAY));

    assertThat(at(noon).getFirst().person()).isEqualTo(ERIN);
    assertThat(at(noon.plus(Duration.ofHours(2))).getFirst().person()).isEqualTo(ALICE);

    assertThat(withdraw(given)).isTrue();
    assertThat(withdraw(given)).isFalse();
    assertThat(at(noon).getFirst().person()).isEqualTo(ALICE);
  }

  @Test
  void whatACalendarSaidLastStaysInForceWhileItFails() {
    var shift =
        new Listed.Entry(new Participant("Erin Miller"), MONDAY, MONDAY.plus(Duration.ofDays(1)));
    database
        .database()
        .command(tx -> {
          new Feeds(tx).read(PAYMENTS, "backup", ELSEWHERE, List.of(shift), "", MONDAY);
          return 0;
        });
    fail(ELSEWHERE, MONDAY.plusSeconds(60));
    fail(ELSEWHERE, MONDAY.plusSeconds(120));

    assertThat(at(MONDAY.plusSeconds(180)).getLast().person()).isEqualTo(ERIN);
    FeedState state =
        database
            .database()
            .query(tx -> new Feeds(tx).state(PAYMENTS, "backup", ELSEWHERE).orElseThrow());
    assertThat(state.failingSince()).isEqualTo(MONDAY.plusSeconds(60));
    assertThat(state.triedAt()).isEqualTo(MONDAY.plusSeconds(120));
    assertThat(state.readAt()).isEqualTo(MONDAY);
  }

  @Test
  void anotherAddressHasNothingOfTheFormerOnes() {
    var shift = new Listed.Entry(new Participant("erin"), MONDAY, MONDAY.plus(Duration.ofDays(1)));
    database
        .database()
        .command(tx -> {
          new Feeds(tx)
              .read(
                  PAYMENTS,
                  "backup",
                  URI.create("https://example.org/old.ics"),
                  List.of(shift),
                  "",
                  MONDAY);
          return 0;
        });
    assertThat(at(MONDAY).getLast().shift().who()).isNull();

    fail(ELSEWHERE, MONDAY);

    assertThat(at(MONDAY).getLast().shift().who()).isNull();
  }

  @Test
  void aScheduleThatIsNotThereIsNoAnswer() {
    assertThat(
            database
                .database()
                .<Boolean>query(tx -> new OnCall(tx, schedules).at("network", MONDAY).isEmpty()))
        .isTrue();
  }

  private List<OnDuty> at(Instant when) {
    return database
        .database()
        .query(tx -> new OnCall(tx, schedules).at("Payments", when).orElseThrow());
  }

  private boolean withdraw(StandingIn given) {
    return database
        .database()
        .command(tx -> new Overrides(tx).withdraw(given.number(), ALICE, MONDAY));
  }

  private void fail(URI url, Instant when) {
    database
        .database()
        .command(tx -> {
          new Feeds(tx).failed(PAYMENTS, "backup", url, "It is away.", when);
          return 0;
        });
  }

  private static Person person(String name) {
    return new Person(new PersonId("U" + name), name);
  }

  private static Profile profile(String name, String real, boolean active) {
    return new Profile(person(name).id(), name, "", real, "UTC", false, active);
  }
}
