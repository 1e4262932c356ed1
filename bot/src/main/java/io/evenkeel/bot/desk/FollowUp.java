package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Missing;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Timeline;
import java.time.Instant;

/** What an answer adds once a command stands: what is still to be said, and who must be told. */
final class FollowUp {
  /** So many of the latest entries are looked through for the moment when things got better. */
  private static final int LATEST = 100;

  private FollowUp() {}

  static Answer of(
      Transaction tx,
      SeverityScale severities,
      Incident before,
      Incident after,
      Answer answer,
      Instant now) {
    if (!before.severity().equals(after.severity())) {
      return told(severities, after, answer);
    }
    boolean ended = before.open() && after.status() == Status.RESOLVED;
    boolean closed = before.status() != Status.CLOSED && after.status() == Status.CLOSED;
    if (!ended && !closed) {
      return answer;
    }
    int last = after.entries();
    return Missing.ask(
        answer,
        after,
        new Timeline(tx).range(after.number(), Math.max(1, last - LATEST), last),
        now);
  }

  private static Answer told(SeverityScale severities, Incident after, Answer answer) {
    String who = severities.level(after.severity()).map(SeverityScale.Level::tell).orElse("");
    if (who.isEmpty() || after.mode() == Mode.DRILL) {
      return answer;
    }
    return new Answer(
        answer.incident(),
        answer.recorded(),
        answer.words().text(" Who must now be told: " + who + "."),
        answer.offers());
  }
}
