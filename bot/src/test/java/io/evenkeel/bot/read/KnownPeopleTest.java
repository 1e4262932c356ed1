package io.evenkeel.bot.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class KnownPeopleTest {
  private static final PersonId ALICE = new PersonId("U1");

  private static Database workspace() {
    Database database = Database.open(TestPostgres.migrated());
    database.query(tx -> {
      var alice = new Profile(ALICE, "alice", "Ally", "Alice Adams", "Europe/Berlin", false, true);
      new People(tx).store(List.of(alice), Instant.parse("2026-11-21T14:32:00Z"));
      return ALICE;
    });
    return database;
  }

  /** The first look may lose against a cold start: it is taken again until it is answered. */
  private static Person find(KnownPeople people) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    Optional<Person> found = people.byId(ALICE);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      found = people.byId(ALICE);
    }
    return found.orElseThrow();
  }

  @Test
  void peopleAreKnownByIdByNameAndByTheirZone() {
    try (Database database = workspace()) {
      var people = new KnownPeople(database);
      Person alice = find(people);
      assertThat(alice.name()).isEqualTo("alice");
      assertThat(people.zone(ALICE)).isEqualTo(ZoneId.of("Europe/Berlin"));
      assertThat(people.named("ally")).containsExactly(alice);
      assertThat(people.everybody()).containsExactly(alice);
    }
  }

  @Test
  void whoeverWasSeenOnceIsKnownWhilePostgresIsAway() {
    Database database = workspace();
    var people = new KnownPeople(database);
    Person alice = find(people);
    database.close();
    assertThat(people.byId(ALICE)).contains(alice);
    assertThat(people.zone(ALICE)).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void aStrangerIsNobodyInUtc() {
    try (Database database = workspace()) {
      var people = new KnownPeople(database);
      assertThat(people.byId(new PersonId("U9"))).isEmpty();
      assertThat(people.zone(new PersonId("U9"))).isEqualTo(ZoneOffset.UTC);
    }
  }

  @Test
  void withoutPostgresAnIdIsNobodySoonAndANameIsNotBlamed() {
    var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
    try (Database away = Database.open(nowhere)) {
      var people = new KnownPeople(away);
      long began = System.nanoTime();
      assertThat(people.byId(ALICE)).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      assertThatThrownBy(() -> people.named("alice")).isInstanceOf(Unavailable.class);
    }
  }
}
