package io.evenkeel.bot.schedule;

import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.prometheus.Measured;
import io.evenkeel.drill.AbortCondition;
import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Phase;
import io.evenkeel.drill.Probe;
import io.evenkeel.drill.Sample;
import io.evenkeel.drill.Sample.Subject;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.drill.Drills;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the drills that are due, each by one replica: when it is due follows from its row.
 * Nobody waits for a slow Prometheus: it is asked beside the look, and outside any transaction.
 */
public final class DrillRound implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DrillRound.class);

  /** A replica that was killed meanwhile is waited for no longer. */
  private static final Duration HOLD = Duration.ofSeconds(30);

  /** What was missed longer ago is not asked for. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** In one round; the next one takes the rest. */
  private static final int MOST = 50;

  private final Database database;
  private final Desk desk;
  private final BiFunction<String, Instant, Measured> ask;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Thread under;

  /**
   * @param ask what a PromQL expression is at an instant
   */
  public DrillRound(Database database, Desk desk, BiFunction<String, Instant, Measured> ask) {
    this.database = database;
    this.desk = desk;
    this.ask = ask;
  }

  /** Where there is no Prometheus: that is what it says of every measurement. */
  public static Measured nobody(String promql, Instant at) {
    return new Measured.Unmeasured("no prometheus: is configured");
  }

  /** Begins to measure what is due, unless it is still at it. Returns at once. */
  public void begin(Instant now) {
    if (busy.compareAndSet(false, true)) {
      under =
          Thread.ofVirtual()
              .name("drills")
              .start(() -> {
                try {
                  look(now);
                } catch (Unavailable e) {
                  log.warn("Drills wait for the database: {}", e.getMessage());
                } catch (RuntimeException e) {
                  log.error("A drill could not be measured; it is tried again", e);
                } finally {
                  under = null;
                  busy.set(false);
                }
              });
    }
  }

  /**
   * Measures what is due, one after the other.
   *
   * @return how many measurements counted
   */
  public int look(Instant now) {
    int counted = 0;
    for (int i = 0; i < MOST && !Thread.currentThread().isInterrupted(); i++) {
      Optional<Drill> due = database.query(tx -> new Drills(tx).claim(now, HOLD));
      if (due.isEmpty()) {
        return counted;
      }
      Instant at = at(due.get(), now);
      if (!desk.measured(due.get(), samples(due.get(), at), at, now)) {
        return counted; // Somebody is at it: the next round finds it again.
      }
      counted++;
    }
    return counted;
  }

  /**
   * When it was to be measured: Prometheus still knows how it was then, also where nobody could
   * look because what is experimented on is our own database.
   */
  private static Instant at(Drill drill, Instant now) {
    Instant due = drill.lookAt();
    return due == null || due.isBefore(now.minus(REMEMBERED)) ? now : due;
  }

  private List<Sample> samples(Drill drill, Instant now) {
    var samples = new ArrayList<Sample>();
    Phase phase = drill.phase(now);
    List<Probe> steady = drill.experiment().steady();
    for (int i = 0; i < steady.size(); i++) {
      samples.add(sample(Subject.STEADY, i + 1, phase, now, steady.get(i).promql()));
    }
    if (drill.state() == Drill.State.RUNNING && phase == Phase.DURING) {
      List<AbortCondition> watched = drill.experiment().watched();
      for (int i = 0; i < watched.size(); i++) {
        String promql = watched.get(i).promql();
        if (promql != null) {
          samples.add(sample(Subject.ABORT, i + 1, phase, now, promql));
        }
      }
    }
    return samples;
  }

  private Sample sample(Subject subject, int number, Phase phase, Instant now, String promql) {
    return switch (ask.apply(promql, now)) {
      case Measured.Value(var value) -> Sample.measured(subject, number, phase, now, value);
      case Measured.Nothing _ ->
          Sample.unmeasured(subject, number, phase, now, "Prometheus has no data for it");
      case Measured.Unmeasured(String why) ->
          Sample.unmeasured(subject, number, phase, now, why.replaceFirst("[.]$", ""));
    };
  }

  /** One that is being measured is left: it is measured again. */
  @Override
  public void close() {
    Thread measuring = under;
    if (measuring != null) {
      measuring.interrupt();
    }
  }
}
