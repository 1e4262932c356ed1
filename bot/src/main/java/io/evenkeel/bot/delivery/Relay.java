package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import io.evenkeel.bot.trace.Spans;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Performs in Slack what commands have decided. Any number of relays may work on one database: each
 * stream is worked on by one of them at a time, in order. It may be killed at any moment; another,
 * or the same started again, goes on within about the length of a lease.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  /** A round waits for Postgres at most twice so long; more is no patience any more. */
  private static final Duration STILL = Duration.ofSeconds(90);

  private final Database database;
  private final DeliverySettings settings;
  private final SlackCalls slack;
  private final Actions actions;
  private final Halt halt;
  private final Spans spans;
  private final Tally tally = new Tally();
  private final Owed owed;
  private final Sweeper sweeper;
  private final String owner = UUID.randomUUID().toString();
  private final AtomicLong leases = new AtomicLong();
  private final AtomicBoolean sweeping = new AtomicBoolean();
  private final Semaphore free;
  private final Semaphore woken = new Semaphore(0);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  /** When the loop last went round, by {@link System#nanoTime()}. */
  private volatile long round = System.nanoTime();

  /**
   * @param slack made by {@link SlackLibrary}; any other would send some requests twice
   * @param token the bot's token
   * @param sighted takes what was read for timelines
   */
  public Relay(
      Database database,
      Slack slack,
      String token,
      DeliverySettings settings,
      Shown shown,
      Postmortems postmortems,
      Sighted sighted) {
    this(database, slack, token, settings, shown, postmortems, sighted, Pagers.NONE, Spans.NONE);
  }

  /**
   * The same where pages are sent and effects are traced.
   *
   * @param pagers what they need besides Slack's messages
   * @param spans told of each effect
   */
  public Relay(
      Database database,
      Slack slack,
      String token,
      DeliverySettings settings,
      Shown shown,
      Postmortems postmortems,
      Sighted sighted,
      Pagers pagers,
      Spans spans) {
    this.database = database;
    this.settings = settings;
    this.spans = spans;
    this.slack = new SlackCalls(slack, token);
    actions = new Actions(shown, postmortems, sighted, pagers);
    halt = new Halt(settings.probe());
    owed = new Owed(database, settings.settle());
    sweeper = new Sweeper(database, settings, this.slack, halt, tally);
    free = new Semaphore(settings.concurrency());
  }

  /** Begins to work, on threads of its own. */
  public void start() {
    Thread.ofPlatform().name("relay").daemon().start(this::loop);
  }

  /** There is something to do: called after a commit. Never blocks. */
  public void wake() {
    woken.release();
  }

  /**
   * Slack said by itself that it takes our token no more: nothing is sent until a probe shows
   * otherwise.
   *
   * @param slackSays its word for it
   */
  public void halt(String slackSays) {
    halt.because(slackSays);
  }

  /** Slack's word for why it refuses our token; empty while all is well. */
  public Optional<String> halted() {
    return halt.reason();
  }

  /** Why nothing is sent though Slack would take it, for operators; empty while all is well. */
  public Optional<String> stuck() {
    Duration quiet = Duration.ofNanos(System.nanoTime() - round);
    return quiet.compareTo(settings.poll().plus(STILL)) < 0
        ? Optional.empty()
        : Optional.of(
            "The relay of this replica has not looked at its queue for "
                + quiet.toSeconds()
                + " s: the log says why. Other replicas go on; restart this one.");
  }

  /** What it has done so far. */
  public Tally tally() {
    return tally;
  }

  /**
   * Works through everything that is due, on the caller's thread, looks for copies where that is
   * due, and returns how many effects were tried. For tests, in place of {@link #start}.
   *
   * @throws Unavailable when Postgres is
   */
  public int runOnce() {
    int tried = 0;
    owed.settle();
    while (true) {
      boolean all = halt.over(slack);
      long asked = System.nanoTime();
      List<Lease> due = lease(settings.concurrency(), all);
      if (due.isEmpty()) {
        if (all) {
          sweeper.sweep(() -> halt.reason().isEmpty());
        }
        return tried;
      }
      for (Lease lease : due) {
        tried += run(lease, asked, () -> goOn(lease)).run();
      }
    }
  }

  /** Lets the calls under way end, gives all streams back, and starts no more. */
  @Override
  public void close() {
    closing = true;
    wake();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(settings.closing().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("calls to Slack are still under way: another relay finds out what became of them");
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    boolean away = false;
    long nextSweep = System.nanoTime();
    while (!closing) {
      round = System.nanoTime();
      try {
        owed.settle();
        boolean all = halt.over(slack);
        hand(all);
        if (all) {
          if (System.nanoTime() - nextSweep >= 0) {
            nextSweep = System.nanoTime() + settings.settle().dividedBy(10).toNanos();
            sweep();
          }
        }
        away = false;
        woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
      } catch (Unavailable e) {
        if (!away) {
          LOG.warn("the relay waits for Postgres: {}", e.getMessage());
        }
        away = true;
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("the relay goes on after a fault of its own", e);
        pause();
      }
    }
  }

  /** Hands as many streams to workers as there are free ones. */
  private void hand(boolean all) {
    int wanted = free.availablePermits();
    if (wanted == 0 || closing) {
      return;
    }
    long asked = System.nanoTime();
    for (Lease lease : lease(wanted, all)) {
      free.acquireUninterruptibly();
      workers.execute(() -> work(lease, asked));
    }
  }

  /** One pass at a time, beside the streams: nobody waits for it. */
  private void sweep() {
    if (closing || !sweeping.compareAndSet(false, true)) {
      return;
    }
    workers.execute(() -> {
      try {
        sweeper.sweep(() -> !closing && halt.reason().isEmpty());
      } catch (Unavailable e) {
        LOG.warn("looking for copies waits for Postgres: {}", e.getMessage());
      } finally {
        sweeping.set(false);
      }
    });
  }

  private void work(Lease lease, long asked) {
    BooleanSupplier goOn = () -> !closing && goOn(lease);
    IncidentNumber incident = lease.incident();
    try (var _ = MDC.putCloseable("incident", incident == null ? null : incident.toString())) {
      run(lease, asked, goOn).run();
    } catch (Unavailable e) {
      LOG.warn("{} is left to its lease: {}", lease.stream(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} is left to its lease after a fault of our own", lease.stream(), e);
    } finally {
      free.release();
      wake();
    }
  }

  /** While Slack refuses the token, what does not call Slack goes on: pagers must ring. */
  private boolean goOn(Lease lease) {
    return lease.besideSlack() || halt.reason().isEmpty();
  }

  /**
   * @param all false: only what does not call Slack
   */
  private List<Lease> lease(int atMost, boolean all) {
    String name = owner + "/" + leases.incrementAndGet();
    try {
      return database.query(tx -> {
        var streams = new Streams(tx);
        return all
            ? streams.lease(name, atMost, settings.firstLease())
            : streams.leaseBesideSlack(name, atMost, settings.firstLease());
      });
    } catch (Unavailable e) {
      if (e.inDoubt()) {
        // Streams that may be leased to us without our knowing would rest for a whole lease.
        owed.abandon(name);
      }
      throw e;
    }
  }

  private StreamRun run(Lease lease, long asked, BooleanSupplier goOn) {
    var tenure = new Tenure(lease, asked, settings.firstLease(), settings.lease());
    var records = new Records(database, settings, tenure);
    return new StreamRun(
        slack,
        settings,
        tally,
        spans,
        tenure,
        records,
        new Turns(records, settings, actions, lease),
        new Outcomes(records, settings, halt, owed, tally, lease),
        goOn);
  }

  private void pause() {
    try {
      woken.tryAcquire(1, settings.backOff().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
