package io.evenkeel.bot.slack;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The words that a message begins with, from the templates of this installation. */
@FunctionalInterface
public interface Phrases {
  /**
   * Plain text; what a person has to fill in stands in it as {@code [A question?]}.
   *
   * @param status as it will be once the message is posted
   * @param next when the next update is promised, UTC; null when nothing is
   */
  String text(Occasion occasion, Incident incident, Status status, @Nullable Instant next);
}
