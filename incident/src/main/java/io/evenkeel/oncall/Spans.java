package io.evenkeel.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stretches of time laid over one another: where two meet, the one laid later counts. */
final class Spans<T> {
  private final TreeMap<Instant, Optional<T>> from = new TreeMap<>();

  private Spans() {}

  /** Lays them in their order. */
  static <T> Spans<T> of(List<T> laid, Function<T, Instant> since, Function<T, Instant> until) {
    var spans = new Spans<T>();
    laid.forEach(one -> spans.lay(since.apply(one), until.apply(one), one));
    return spans;
  }

  private void lay(Instant since, Instant until, T what) {
    Optional<T> after = Optional.ofNullable(at(until).what());
    from.subMap(since, true, until, true).clear();
    from.put(since, Optional.of(what));
    from.put(until, after);
  }

  Span<T> at(Instant now) {
    Map.@Nullable Entry<Instant, Optional<T>> here = from.floorEntry(now);
    @Nullable Instant until = from.higherKey(now);
    return here == null
        ? new Span<>(null, until, null)
        : new Span<>(here.getKey(), until, here.getValue().orElse(null));
  }
}
