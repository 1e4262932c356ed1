package io.evenkeel.persistence.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PeopleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final PersonId ALICE = new PersonId("U1");

  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void somebodyIsFoundByEachOfTheirNamesInAnyLetterCase() {
    store(profile("U1", "alice", "Ali", "Alice Müller", true));
    for (String name : List.of("alice", "ALICE", " ali ", "Alice")) {
      assertThat(named(name)).as(name).containsExactly(new Person(ALICE, "alice"));
    }
    assertThat(named("müller")).isEmpty();
    assertThat(named("")).isEmpty();
  }

  @Test
  void allWhoShareANameAreFound() {
    store(
        profile("U1", "alice", "", "Alice Müller", true),
        profile("U2", "alice.b", "", "Alice Brown", true));
    assertThat(named("alice")).extracting(Person::name).containsExactly("alice", "alice.b");
  }

  @Test
  void whoLeftIsKnownByIdOnly() {
    store(profile("U1", "alice", "", "", false));
    assertThat(named("alice")).isEmpty();
    assertThat(byId(ALICE)).containsExactly(new Person(ALICE, "alice"));
    assertThat(byId(new PersonId("U9"))).isEmpty();
  }

  @Test
  void aLaterProfileReplacesTheEarlier() {
    store(profile("U1", "alice", "", "", true));
    store(profile("U1", "alicia", "", "", true));
    assertThat(byId(ALICE)).containsExactly(new Person(ALICE, "alicia"));
  }

  @Test
  void aWorkspaceOfThousandsIsStored() {
    var all = new ArrayList<Profile>();
    for (int i = 0; i < 9001; i++) {
      all.add(profile("U" + i, "user" + i, "", "", true));
    }
    store(all.toArray(Profile[]::new));
    assertThat(named("user9000")).hasSize(1);
  }

  @Test
  void aGuestIsKnownAsOneUntilTheyAreAMember() {
    store(new Profile(ALICE, "alice", "", "", "UTC", false, true, true));
    assertThat(guest(ALICE)).isTrue();
    store(new Profile(ALICE, "alice", "", "", "UTC", false, true));
    assertThat(guest(ALICE)).isFalse();
    assertThat(guest(new PersonId("U9"))).isFalse();
  }

  private boolean guest(PersonId id) {
    return database.query(tx -> new People(tx).guest(id));
  }

  @Test
  void aZoneThatNobodyKnowsIsUtc() {
    store(
        new Profile(ALICE, "alice", "", "", "Europe/Berlin", false, true),
        new Profile(new PersonId("U2"), "bob", "", "", "Mars/Base", false, true));
    assertThat(zone(ALICE)).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(zone(new PersonId("U2"))).isEqualTo(ZoneOffset.UTC);
    assertThat(zone(new PersonId("U3"))).isEqualTo(ZoneOffset.UTC);
  }

  private static Profile profile(
      String id, String name, String display, String real, boolean active) {
    return new Profile(new PersonId(id), name, display, real, "UTC", false, active);
  }

  private void store(Profile... profiles) {
    database.query(tx -> {
      new People(tx).store(List.of(profiles), NOW);
      return true;
    });
  }

  private List<Person> named(String name) {
    return database.query(tx -> new People(tx).named(name));
  }

  private List<Person> byId(PersonId id) {
    return database.query(tx -> new People(tx).byId(id).stream().toList());
  }

  private ZoneId zone(PersonId id) {
    return database.query(tx -> new People(tx).zone(id));
  }
}
