package io.evenkeel.bot.http;

import io.evenkeel.bot.read.Budgets;
import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Figures;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * How a budget went down, as SVG: what was left from the window's beginning to its end, with the
 * bounds of the bands. Times in which nothing was measured are gaps. Colours are the style sheet's.
 */
final class BurnDownPicture {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final int WIDTH = 720;
  private static final int HEIGHT = 220;
  private static final int LEFT = 52;
  private static final int TOP = 12;
  private static final int BOTTOM = 32;

  private BurnDownPicture() {}

  /** With axes and bounds, for a page of its own. */
  static String large(Budgets.Shown shown) {
    var line =
        new BurnDownLine(WIDTH - LEFT - 12, HEIGHT - TOP - BOTTOM, LEFT, TOP, shown.window());
    var svg = new StringBuilder();
    svg.append(
        "<svg class=\"burn-down\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, label(shown.past())));
    for (int percent : new int[] {100, 50, 25, 10, 0}) {
      double y = line.y(BigDecimal.valueOf(percent, 2));
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"%s\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>\n",
              percent == 10 ? "limit" : "grid",
              LEFT,
              y,
              WIDTH - 12,
              y));
      // 10 % and 0 % are too near to one another for two words.
      if (percent != 10) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>\n",
                LEFT - 8,
                y + 4,
                percent));
      }
    }
    svg.append(line.drawn(shown.past()));
    svg.append(
        "<text x=\"%d\" y=\"%d\">%s</text>\n"
            .formatted(LEFT, HEIGHT - 8, DAY.format(shown.window().start())));
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
            .formatted(WIDTH - 12, HEIGHT - 8, DAY.format(shown.window().end())));
    return svg.append("</svg>\n").toString();
  }

  /** The line alone, for a row of a table. */
  static String small(Budgets.Shown shown) {
    var line = new BurnDownLine(118, 28, 1, 2, shown.window());
    return "<svg class=\"burn-down small\" viewBox=\"0 0 120 32\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(label(shown.past()))
        + line.drawn(shown.past())
        + "</svg>";
  }

  private static String label(List<BurnDown.Point> past) {
    return past.isEmpty()
        ? "Nothing was measured in this window"
        : "The budget went from "
            + Figures.percent(past.getFirst().left())
            + " to "
            + Figures.percent(past.getLast().left());
  }
}
