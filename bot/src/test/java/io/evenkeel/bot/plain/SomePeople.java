package io.evenkeel.bot.plain;

import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.time.Instant;
import java.util.List;

/** Alice, Bob and a second Bob, as they were synced from Slack. */
public final class SomePeople {
  private SomePeople() {}

  public static void known(Database database) {
    database.query(tx -> {
      new People(tx)
          .store(
              List.of(
                  profile("U0ALICE", "alice", "Alice Archer"),
                  profile("U0BOB", "bob", "Bob Baker"),
                  profile("U0BOBBY", "bobby", "Bob Cooper")),
              Instant.parse("2026-11-21T14:00:00Z"));
      return true;
    });
  }

  private static Profile profile(String id, String name, String realName) {
    return new Profile(new PersonId(id), name, "", realName, "Europe/Berlin", false, true);
  }
}
