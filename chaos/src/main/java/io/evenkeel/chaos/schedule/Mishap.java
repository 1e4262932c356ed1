package io.evenkeel.chaos.schedule;

import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;

/** One thing that goes wrong. */
public sealed interface Mishap {

  /** A replica gets SIGKILL and is started again. */
  record Kill(int replica) implements Mishap {}

  /** A replica gets SIGSTOP, past its lease, then SIGCONT. */
  record Pause(int replica, Duration length) implements Mishap {}

  /** Slack fails so often, in that way. */
  record SlackFails(Fault fault) implements Mishap {}

  /** Slack refuses the token for a while. */
  record Revoked(Duration length) implements Mishap {}

  /** Every connection to Postgres is ended by Postgres. */
  record Backends() implements Mishap {}

  /** Postgres stands still. */
  record PostgresHangs(Duration length) implements Mishap {}

  /** All of Postgres gets SIGKILL and is started again: it recovers from its log. */
  record PostgresKilled() implements Mishap {}

  /** Every connection to Postgres is cut on the way. */
  record Cut() implements Mishap {}

  /** The next COMMIT is lost on the way to Postgres, or its answer on the way back. */
  record CommitLost(boolean answerOnly) implements Mishap {}
}
