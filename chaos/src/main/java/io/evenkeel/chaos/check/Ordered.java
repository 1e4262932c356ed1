package io.evenkeel.chaos.check;

import io.evenkeel.chaos.check.Tables.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** People read what a stream posts in the order in which it was decided. */
final class Ordered {
  private final Tables tables;
  private final Map<String, List<Seen.Post>> byKey;

  Ordered(Tables tables, Seen seen) {
    this.tables = tables;
    byKey = seen.byKey();
  }

  /** The effects come sorted by stream and seq. What was parked and tried again may be late. */
  void check(Consumer<Finding> found) {
    Map<String, Last> last = new HashMap<>();
    for (Effect effect : tables.effects()) {
      List<Seen.Post> copies = byKey.getOrDefault(effect.key(), List.of());
      if (!PostsSeen.isPost(effect) || copies.isEmpty() || effect.retried()) {
        continue;
      }
      String ts = copies.getFirst().message().ts();
      Last before = last.get(effect.stream());
      if (before != null && before.ts().compareTo(ts) > 0) {
        found.accept(
            new Finding(
                Finding.What.DISORDERED,
                "%s (%s) is seen before %s (ts %s)"
                    .formatted(
                        effect.name(),
                        copies.getFirst().where(),
                        before.effect().name(),
                        before.ts())));
      } else {
        last.put(effect.stream(), new Last(effect, ts));
      }
    }
  }

  private record Last(Effect effect, String ts) {}
}
