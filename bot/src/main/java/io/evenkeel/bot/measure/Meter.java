package io.evenkeel.bot.measure;

import io.evenkeel.bot.prometheus.Measured;
import io.evenkeel.slo.BurnAlert;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Cost;
import io.evenkeel.slo.Counted;
import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Price;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures objectives by their questions, and adds nothing that was not answered. */
public final class Meter {
  /** Counters that are read every minute need two of them. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Asking prometheus;

  public Meter(Asking prometheus) {
    this.prometheus = prometheus;
  }

  /**
   * How an objective stands in its window.
   *
   * @param excluded planned maintenance, which counts for nothing
   */
  public Outcome<Reading> reading(Objective objective, List<Window.Span> excluded, Instant now) {
    Window.Span window = objective.window().at(now);
    Instant end = window.end().isAfter(now) ? now : window.end();
    if (Duration.between(window.start(), end).compareTo(SHORTEST) < 0) {
      return new Outcome.Not<>("Its window has only just begun. It is measured in a moment.");
    }
    return switch (counted(objective.indicator(), new Window.Span(window.start(), end), excluded)) {
      case Outcome.Not<Counted>(String why) -> new Outcome.Not<>(why);
      case Outcome.Taken<Counted>(Counted counted) ->
          new Outcome.Taken<>(
              new Reading(now, objective.target(), window, counted, burns(objective, now)));
    };
  }

  /**
   * What was counted in a time.
   *
   * @param excluded is left out
   */
  public Outcome<Counted> counted(
      Indicator indicator, Window.Span time, List<Window.Span> excluded) {
    Outcome<Counted> all = counted(indicator, time);
    for (Window.Span span : time.parts(excluded)) {
      if (!(all instanceof Outcome.Taken<Counted>(Counted so))) {
        return all;
      }
      switch (counted(indicator, span)) {
        case Outcome.Taken<Counted>(Counted part) -> all = new Outcome.Taken<>(so.without(part));
        case Outcome.Not<Counted> not -> {
          return not;
        }
      }
    }
    return all;
  }

  /**
   * What was bad in that time, as a share of what may be bad in the whole window that ends with it.
   *
   * @param excluded planned maintenance, which counts for nothing
   */
  public Outcome<Price> price(Objective objective, Window.Span time, List<Window.Span> excluded) {
    Window.Span window = objective.window().at(time.end());
    Window.Span passed = new Window.Span(window.start(), time.end());
    Outcome<Counted> whole = counted(objective.indicator(), passed, excluded);
    if (!(whole instanceof Outcome.Taken<Counted>(Counted all))) {
      return new Outcome.Not<>(((Outcome.Not<Counted>) whole).why());
    }
    Outcome<Counted> part = counted(objective.indicator(), time, excluded);
    if (!(part instanceof Outcome.Taken<Counted>(Counted hurt))) {
      return new Outcome.Not<>(((Outcome.Not<Counted>) part).why());
    }
    if (all.valid().signum() == 0) {
      return new Outcome.Not<>("Nothing was asked in the objective's whole window.");
    }
    // Of a calendar's window the rest is taken to be asked as much as what has passed.
    BigDecimal valid =
        all.valid()
            .multiply(BigDecimal.valueOf(window.length().toSeconds()))
            .divide(
                BigDecimal.valueOf(Math.max(1, passed.length().toSeconds())),
                MathContext.DECIMAL64);
    return new Outcome.Taken<>(Cost.measured(objective.target(), hurt.bad(), valid));
  }

  private Outcome<Counted> counted(Indicator indicator, Window.Span time) {
    Duration over = time.length().truncatedTo(ChronoUnit.SECONDS);
    if (over.compareTo(SHORTEST) < 0) {
      return new Outcome.Taken<>(Counted.NONE);
    }
    String range = over.toSeconds() + "s";
    return switch (prometheus.ask(Indicator.summed(indicator.valid(range)), time.end())) {
      case Measured.Unmeasured(String why) -> new Outcome.Not<>(why);
      case Measured.Nothing _ ->
          new Outcome.Not<>(
              "Prometheus has nothing by the objective's question for what is valid. Check its"
                  + " names and labels, and that the service is scraped.");
      case Measured.Value(BigDecimal valid) ->
          switch (prometheus.ask(Indicator.summed(indicator.bad(range)), time.end())) {
            case Measured.Unmeasured(String why) -> new Outcome.Not<>(why);
            // A counter that never counted has no series: no error yet is not "unknown".
            case Measured.Nothing _ ->
                new Outcome.Taken<>(Counted.answered(indicator, BigDecimal.ZERO, valid, over));
            case Measured.Value(BigDecimal bad) ->
                new Outcome.Taken<>(Counted.answered(indicator, bad, valid, over));
          };
    };
  }

  /** Over the times of the usual alerts; without those that cannot be told. */
  private SortedMap<Duration, BurnRate> burns(Objective objective, Instant now) {
    var times = new TreeSet<Duration>();
    for (BurnAlert alert : BurnAlert.STANDARD) {
      times.add(alert.longTime());
      times.add(alert.shortTime());
    }
    var burns = new TreeMap<Duration, BurnRate>();
    for (Duration time : times) {
      if (counted(objective.indicator(), new Window.Span(now.minus(time), now))
          instanceof Outcome.Taken<Counted>(Counted counted)) {
        burns.put(time, BurnRate.of(counted.share(), objective.target()));
      }
    }
    return burns;
  }
}
