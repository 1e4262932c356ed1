package io.evenkeel.bot.measure;

import io.evenkeel.slo.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Times that are left out, each moment once however many of them have it. */
final class Spans {
  private Spans() {}

  /** Their parts within that time, in order, none touching another. */
  static List<Window.Span> within(List<Window.Span> spans, Window.Span time) {
    var merged = new ArrayList<Window.Span>();
    for (Window.Span span :
        spans.stream().sorted(Comparator.comparing(Window.Span::start)).toList()) {
      Instant from = later(span.start(), time.start());
      Instant to = span.end().isBefore(time.end()) ? span.end() : time.end();
      if (!from.isBefore(to)) {
        continue;
      }
      if (!merged.isEmpty() && !from.isAfter(merged.getLast().end())) {
        Window.Span last = merged.removeLast();
        merged.add(new Window.Span(last.start(), later(last.end(), to)));
      } else {
        merged.add(new Window.Span(from, to));
      }
    }
    return merged;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
