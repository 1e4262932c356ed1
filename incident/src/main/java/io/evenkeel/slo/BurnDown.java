package io.evenkeel.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a budget went down. */
public final class BurnDown {
  /** Eighths, the fullest last. */
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private static final char EMPTY = '_';
  private static final char UNKNOWN = '·';

  private BurnDown() {}

  /**
   * What was left at a time.
   *
   * @param left as a share of all of it; below zero when more was spent than there was
   */
  public record Point(Instant at, BigDecimal left) {}

  /**
   * One character for each part of the window: a bar as high as what was left at its end, {@code _}
   * for nothing left, {@code ·} where nothing was measured.
   *
   * @param points in the order of time
   */
  public static String bars(List<Point> points, Window.Span window, int columns) {
    var bars = new StringBuilder();
    for (BigDecimal left : parts(points, window, columns)) {
      bars.append(left == null ? UNKNOWN : bar(left));
    }
    return bars.toString();
  }

  private static char bar(BigDecimal left) {
    if (left.signum() <= 0) {
      return EMPTY;
    }
    int eighth = left.multiply(BigDecimal.valueOf(BARS.length())).intValue();
    return BARS.charAt(Math.min(eighth, BARS.length() - 1));
  }

  private static List<@Nullable BigDecimal> parts(
      List<Point> points, Window.Span window, int columns) {
    Duration part = window.length().dividedBy(columns);
    var parts = new ArrayList<@Nullable BigDecimal>();
    for (int i = 0; i < columns; i++) {
      parts.add(null);
    }
    for (Point point : points) {
      if (!point.at().isBefore(window.start()) && !point.at().isAfter(window.end())) {
        long column = Duration.between(window.start(), point.at()).dividedBy(part);
        parts.set((int) Math.min(column, columns - 1L), point.left());
      }
    }
    return parts;
  }
}
