package io.evenkeel.bot.http;

import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What was left of a budget as a line within a picture; it ends in a dot where it stands now. Times
 * in which nothing was measured are gaps.
 *
 * @param width of the part that the line has, in the picture's units
 * @param left where that part begins
 */
record BurnDownLine(double width, double height, double left, double top, Window.Span window) {
  /** Readings are an hour apart; two that are missing are a gap. */
  private static final Duration GAP = Duration.ofHours(3);

  /** As elements of SVG. */
  String drawn(List<BurnDown.Point> past) {
    var svg = new StringBuilder();
    var line = new StringBuilder();
    Instant before = null;
    for (BurnDown.Point point : past) {
      if (before != null && Duration.between(before, point.at()).compareTo(GAP) > 0) {
        svg.append(path(line));
        line.setLength(0);
      }
      line.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              line.isEmpty() ? "M" : " L",
              x(point.at()),
              y(point.left())));
      before = point.at();
    }
    svg.append(path(line));
    if (!past.isEmpty()) {
      // Where it stands now; a single reading would be no line at all.
      BurnDown.Point last = past.getLast();
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"now\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>\n",
              x(last.at()),
              y(last.left()),
              height < 50 ? "2.5" : "4.5"));
    }
    return svg.toString();
  }

  private static String path(CharSequence line) {
    return line.isEmpty() ? "" : "<path class=\"left\" d=\"" + line + "\"/>\n";
  }

  private double x(Instant at) {
    double part =
        (double) Duration.between(window.start(), at).toSeconds() / window.length().toSeconds();
    return left + Math.clamp(part, 0, 1) * width;
  }

  /** What is below nothing left is drawn at the bottom. */
  double y(BigDecimal share) {
    return top + (1 - Math.clamp(share.doubleValue(), 0, 1)) * height;
  }
}
