package io.evenkeel.bot.socket;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to Slack open and hands what comes over it to the door. Slack sends an
 * envelope again that was not acknowledged, over whichever connection it likes: several connections
 * and several replicas are fine, as every request has its key.
 *
 * <p>A connection that Slack will close is replaced before it is closed. One that broke is opened
 * again, with a wait that doubles.
 */
public final class SocketMode implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketMode.class);

  private final Tickets tickets;
  private final EnvelopeDoor door;
  private final SocketPace pace;
  private final InstantSource clock;
  private final CountDownLatch leaving = new CountDownLatch(1);

  /** One party is ours; each envelope under way is another. */
  private final Phaser underway = new Phaser(1);

  private volatile SocketState state;
  private volatile @Nullable Connection current;
  private @Nullable Thread keeper;

  public SocketMode(Tickets tickets, EnvelopeDoor door, SocketPace pace, InstantSource clock) {
    this.tickets = tickets;
    this.door = door;
    this.pace = pace;
    this.clock = clock;
    state = new SocketState.Trying(clock.instant().truncatedTo(ChronoUnit.SECONDS), "starting");
  }

  /** Begins to connect; returns at once. */
  public void start() {
    keeper = Thread.ofVirtual().name("socket-mode").start(this::keep);
  }

  /** How it stands now. */
  public SocketState state() {
    return leaving.getCount() == 0 ? new SocketState.Leaving() : state;
  }

  private void keep() {
    int failures = 0;
    try {
      while (leaving.getCount() > 0) {
        long started = System.nanoTime();
        Duration least = Duration.ZERO;
        try {
          boolean replaced = connect() instanceof Connection.End.Replace;
          boolean steady = System.nanoTime() - started > pace.steady().toNanos();
          failures = replaced || steady ? 0 : failures + 1;
          if (replaced && System.nanoTime() - started > pace.firstWait().toNanos()) {
            continue;
          }
        } catch (Tickets.Refused e) {
          failures++;
          least = e.waiting();
          trouble(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
          failures++;
          trouble(String.valueOf(e.getMessage()));
        }
        Duration wait = wait(failures);
        rest(wait.compareTo(least) < 0 ? least : wait);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Connects and stays until that connection ends or is to be replaced. */
  private Connection.End connect() throws Tickets.Refused, IOException, InterruptedException {
    Connection before = current;
    Connection next = Connection.open(tickets.next(), pace, this::take);
    current = next;
    if (before != null) {
      before.retire(pace.retire());
    }
    if (leaving.getCount() == 0) {
      return new Connection.End.Gone("leaving");
    }
    state = new SocketState.Connected(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    log.info("Connected to Slack (Socket Mode)");
    Connection.End end = next.await(pace);
    switch (end) {
      case Connection.End.Replace(String reason) ->
          log.info("Slack asks for another connection: {}", reason);
      case Connection.End.Gone(String why) -> {
        current = null;
        trouble(why);
      }
      case Connection.End.Disabled _ -> {
        current = null;
        next.close();
        trouble("Socket Mode is switched off in the Slack app's settings");
      }
    }
    return end;
  }

  private void trouble(String why) {
    if (leaving.getCount() == 0) {
      return;
    }
    boolean known = state instanceof SocketState.Trying(var _, String last) && last.equals(why);
    if (!known) {
      log.warn("Slack does not reach us, trying again: {}", why);
    }
    state =
        state instanceof SocketState.Trying(var since, var _)
            ? new SocketState.Trying(since, why)
            : new SocketState.Trying(clock.instant().truncatedTo(ChronoUnit.SECONDS), why);
  }

  /** Doubles, and differs among replicas that were cut off together. */
  private Duration wait(int failures) {
    long most = pace.firstWait().toMillis() << Math.min(Math.max(failures - 1, 0), 16);
    long capped = Math.min(most, pace.longestWait().toMillis());
    return Duration.ofMillis(capped / 2 + ThreadLocalRandom.current().nextLong(capped / 2 + 1));
  }

  private void rest(Duration wait) throws InterruptedException {
    var _ = leaving.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void take(Connection from, Frame.Envelope envelope) {
    if (leaving.getCount() == 0) {
      return; // not acknowledged: Slack sends it to another connection
    }
    underway.register();
    Thread.ofVirtual()
        .name("socket-envelope")
        .start(() -> {
          try {
            answer(from, envelope);
          } finally {
            underway.arriveAndDeregister();
          }
        });
  }

  private void answer(Connection from, Frame.Envelope envelope) {
    EnvelopeDoor.Reply reply = door.take(envelope.body(), envelope.headers());
    if (reply.status() != 200) {
      log.warn(
          "An envelope of Slack ({}) was not taken, it is left to be sent again: {}",
          envelope.type(),
          reply.status());
    } else if (!from.send(envelope.acknowledgement(reply))) {
      log.info(
          "The connection was gone before an envelope ({}) was acknowledged; Slack sends it again",
          envelope.type());
    }
  }

  /** From here on nothing is taken; what is under way is still acknowledged. */
  public void leave() {
    leaving.countDown();
  }

  /** Waits for what is under way, at most {@link SocketPace#drain}, and closes the connection. */
  @Override
  public void close() {
    leave();
    try {
      int phase = underway.arrive();
      if (phase >= 0) {
        underway.awaitAdvanceInterruptibly(phase, pace.drain().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException _) {
      log.warn("Not every envelope could be acknowledged before the stop: Slack sends them again");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Connection last = current;
    if (last != null) {
      last.close();
    }
    Thread running = keeper;
    if (running != null) {
      running.interrupt();
    }
    tickets.close();
  }
}
