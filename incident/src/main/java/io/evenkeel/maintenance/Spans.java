package io.evenkeel.maintenance;

import io.evenkeel.slo.Window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Several maintenances together: what overlaps counts once. */
public final class Spans {
  private Spans() {}

  /** What counts of them within that time, merged where it overlaps or touches, the first first. */
  public static List<Span> counted(List<Maintained> all, Span within) {
    return within.parts(all.stream().flatMap(one -> one.counted().stream()).toList());
  }

  /** How long they are together within that time. */
  public static Duration length(List<Maintained> all, Span within) {
    return counted(all, within).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** What remains of that time: what a budget is computed from. */
  public static List<Span> rest(List<Maintained> all, Span within) {
    var rest = new ArrayList<Span>();
    Instant begin = within.start();
    for (Span span : counted(all, within)) {
      if (begin.isBefore(span.start())) {
        rest.add(new Span(begin, span.start()));
      }
      begin = span.end();
    }
    if (begin.isBefore(within.end())) {
      rest.add(new Span(begin, within.end()));
    }
    return List.copyOf(rest);
  }
}
