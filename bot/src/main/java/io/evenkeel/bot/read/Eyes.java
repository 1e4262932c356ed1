package io.evenkeel.bot.read;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.PublicOnly;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which incidents somebody may be shown. */
public sealed interface Eyes {
  Eyes ALL = new Everything();
  Eyes PUBLIC = new Public();

  /** Private ones, too. */
  record Everything() implements Eyes {}

  record Public() implements Eyes {}

  /** What this person sees in Slack. */
  record Of(PersonId person) implements Eyes {}

  /**
   * Runs it so that for these eyes no other incident is there, whoever it is done for. Only on the
   * thread that calls.
   */
  static <T extends @Nullable Object> T during(Eyes eyes, Supplier<T> work) {
    return switch (eyes) {
      case Public() -> PublicOnly.during(work);
      case Everything() -> work.get();
      case Of(PersonId _) -> work.get();
    };
  }

  /** Whether they may be shown it. */
  static boolean see(Eyes eyes, Transaction tx, Incident incident) {
    return switch (eyes) {
      case Everything() -> true;
      case Public() -> incident.visibility() == Visibility.PUBLIC;
      case Of(PersonId person) ->
          incident.visibility() == Visibility.PUBLIC
              || new Incidents(tx).maySee(incident.number(), person);
    };
  }
}
