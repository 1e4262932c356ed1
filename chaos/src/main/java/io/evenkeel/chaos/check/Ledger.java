package io.evenkeel.chaos.check;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What clients saw of the commands that they sent. Any number of threads may write in it. */
public final class Ledger {
  private final List<Sent> all = new ArrayList<>();

  /**
   * A command that was sent once. Sent again by the transport it has the same trigger.
   *
   * @param text what follows {@code /incident}
   * @param status the HTTP status of the answer; 0 when none came
   * @param said the acknowledgement's text; empty when none came
   * @param took from sending to the answer, or until it was given up
   */
  public record Sent(
      String trigger,
      String user,
      String channel,
      String text,
      Instant at,
      int status,
      String said,
      Duration took) {

    /** What the bot's inbox keeps it under. */
    public String key() {
      return InboxKey.trigger(Workspace.TEAM, trigger, text).key();
    }

    /** What the answer claims. */
    public Said claim() {
      return Said.of(status, said);
    }
  }

  public synchronized void add(Sent sent) {
    all.add(sent);
  }

  /** Everything so far, in the order of the answers. */
  public synchronized List<Sent> all() {
    return List.copyOf(all);
  }

  /** How many answers said what was done, or why nothing was. */
  public synchronized long answered() {
    return all.stream().filter(sent -> sent.claim() == Said.ANSWERED).count();
  }
}
