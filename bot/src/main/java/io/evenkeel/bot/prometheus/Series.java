package io.evenkeel.bot.prometheus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What an expression comes to over a time. */
public sealed interface Series {

  /**
   * @param points in the order of time; steps at which there was nothing, or no number, are left
   *     out
   */
  record Points(List<Point> points) implements Series {
    public Points {
      points = List.copyOf(points);
    }
  }

  /** At one step. */
  record Point(Instant at, BigDecimal value) {}

  /** At no step was there anything. */
  record Nothing() implements Series {}

  /**
   * @param why as {@link Measured.Unmeasured#why}
   */
  record Unmeasured(String why) implements Series {}
}
