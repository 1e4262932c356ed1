package io.evenkeel.bot.schedule;

import io.evenkeel.bot.calendar.Feed;
import io.evenkeel.bot.calendar.FeedFetcher;
import io.evenkeel.bot.calendar.FeedReader;
import io.evenkeel.bot.calendar.Fetched;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Listed;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Subscribed;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.oncall.FeedState;
import io.evenkeel.persistence.oncall.Feeds;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads calendars that are kept elsewhere, each once in a while however many replicas there are:
 * when it is time again follows from the rows. What cannot be read changes nothing that is in
 * force. Nobody waits for a slow one: it is read beside the look that found it due.
 */
public final class FeedRound implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FeedRound.class);

  /** Of the past, so that it can be asked who was on call; and of what is to come. */
  private static final Duration PAST = Duration.ofDays(60);

  private static final Duration AHEAD = Duration.ofDays(400);

  private final Database database;
  private final Schedules schedules;
  private final Function<URI, Fetched> fetch;
  private final Duration every;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile @Nullable Thread under;

  /**
   * @param every how long after it was asked for a calendar is asked for again
   */
  public FeedRound(Database database, Schedules schedules, FeedFetcher fetcher, Duration every) {
    this(database, schedules, fetcher::fetch, every);
  }

  FeedRound(Database database, Schedules schedules, Function<URI, Fetched> fetch, Duration every) {
    this.database = database;
    this.schedules = schedules;
    this.fetch = fetch;
    this.every = every;
  }

  /** Calendars that were read since the start. */
  public long read() {
    return read.get();
  }

  /** Times that one could not be read since the start. */
  public long failed() {
    return failed.get();
  }

  /** Begins to read what is due, unless it is still at it. Returns at once. */
  void begin(Instant now) {
    boolean any =
        schedules.all().stream()
            .flatMap(schedule -> schedule.layers().stream())
            .anyMatch(layer -> layer.plan() instanceof Subscribed);
    if (any && busy.compareAndSet(false, true)) {
      under =
          Thread.ofVirtual()
              .name("calendars")
              .start(() -> {
                try {
                  look(now);
                } catch (Unavailable e) {
                  log.warn("Calendars wait for the database: {}", e.getMessage());
                } catch (RuntimeException e) {
                  log.error("Calendars could not be read", e);
                } finally {
                  under = null;
                  busy.set(false);
                }
              });
    }
  }

  /**
   * Reads what is due, one after the other. That nothing is takes one statement that writes
   * nothing, as it is asked at every look.
   */
  void look(Instant now) {
    Set<Feeds.Asked> asked = database.query(tx -> new Feeds(tx).asked(now.minus(every)));
    for (Schedule schedule : schedules.all()) {
      for (Layer layer : schedule.layers()) {
        if (layer.plan() instanceof Subscribed(URI url)
            && !Thread.currentThread().isInterrupted()
            && !asked.contains(Feeds.Asked.of(schedule.name(), layer.name(), url))
            && claimed(schedule, layer, url, now)) {
          read(schedule, layer, url, now);
        }
      }
    }
  }

  private boolean claimed(Schedule schedule, Layer layer, URI url, Instant now) {
    return database.query(
        tx -> new Feeds(tx).claim(schedule.name(), layer.name(), url, now, every));
  }

  private void read(Schedule schedule, Layer layer, URI url, Instant now) {
    Feed feed =
        switch (fetch.apply(url)) {
          case Fetched.Failed(String why) -> new Feed.Broken(why);
          case Fetched.Text(String text) ->
              FeedReader.read(text, schedule.zone(), now.minus(PAST), now.plus(AHEAD));
        };
    Optional<FeedState> before =
        database.query(tx -> new Feeds(tx).state(schedule.name(), layer.name(), url));
    String failure = before.map(FeedState::failure).orElse(null);
    switch (feed) {
      case Feed.Shifts(List<Listed.Entry> shifts, List<String> left) -> {
        keep(schedule, layer, url, shifts, String.join("; ", left), now);
        read.incrementAndGet();
        if (failure != null) {
          log.info("The calendar of {}, {} is read again", schedule.name(), layer.name());
        }
      }
      case Feed.Broken(String why) -> {
        database.query(tx -> {
          new Feeds(tx).failed(schedule.name(), layer.name(), url, why, now);
          return 0;
        });
        failed.incrementAndGet();
        if (!Objects.equals(failure, why)) {
          log.warn(
              "The calendar of {}, {} cannot be read; what it said last stays in force. {}",
              schedule.name(),
              layer.name(),
              why);
        }
      }
    }
  }

  private void keep(
      Schedule schedule,
      Layer layer,
      URI url,
      List<Listed.Entry> shifts,
      String remarks,
      Instant now) {
    database.query(tx -> {
      new Feeds(tx).read(schedule.name(), layer.name(), url, shifts, remarks, now);
      return 0;
    });
  }

  /** One that is being read is left: it is read again when it is due. */
  @Override
  public void close() {
    Thread reading = under;
    if (reading != null) {
      reading.interrupt();
    }
  }
}
