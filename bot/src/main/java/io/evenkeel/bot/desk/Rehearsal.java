package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A declare that is always rolled back: after it every class is loaded, and the first real one
 * takes no longer than others. It writes to every table that a command writes to, so that it also
 * tells whether there is room in all of them.
 */
public final class Rehearsal {
  private Rehearsal() {}

  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;

    Over() {
      super("the rehearsal is over", null, false, false);
    }
  }

  /** Throws as {@link Database#command} does; leaves nothing behind, not even a used number. */
  public static void run(Database database, SeverityScale severities, Instant now) {
    var nobody = new Actor.Human(new Person(new PersonId("U0REHEARSAL"), "rehearsal"));
    var declare =
        new Command.Declare(
            "rehearsal", null, List.of(), null, null, Visibility.PRIVATE, Mode.DRILL, true, null);
    try {
      var key = new InboxKey("rehearsal:" + UUID.randomUUID(), "rehearsal");
      database.command(tx -> {
        var inbox = new Inbox(tx);
        inbox.claim(key.key(), key.bodyHash(), now);
        inbox.answer(
            key.key(),
            Declaring.handle(
                tx, new House(severities, Policy.STANDARD), declare, null, nobody, now));
        throw new Over();
      });
    } catch (Over _) {
      // Rolled back, as it was meant to be.
      return;
    }
  }
}
