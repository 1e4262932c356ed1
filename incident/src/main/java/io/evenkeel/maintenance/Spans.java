package io.evenkeel.maintenance;

import io.evenkeel.slo.Window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /**
   * When what was kept quiet since then counts as having begun: at the end of the last one that
   * kept it so, which may be a while ago.
   *
   * @return empty while one goes on; now where none counts any more, as it was cancelled
   */
  public static Optional<Instant> heard(List<Maintained> all, Instant since, Instant now) {
    if (all.stream().anyMatch(one -> one.quiets(now))) {
      return Optional.empty();
    }
    return all.stream()
        .flatMap(one -> one.counted().stream())
        .map(Span::end)
        .filter(end -> end.isAfter(since) && !end.isAfter(now))
        .max(Comparator.naturalOrder())
        .or(() -> Optional.of(now));
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
