package io.evenkeel.persistence.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parked effect as its row has it.
 *
 * @param dependsOn the place in the stream of the effect that it may wait for; null for none
 */
record ParkedRow(
    String stream, int seq, @Nullable Integer dependsOn, String key, String kind, String reason) {
  private static final String WAITS = "Waits for: ";

  /** The reason of one that waits for nothing but an effect of that kind. */
  static String waitsFor(String kind) {
    return WAITS + kind;
  }

  /** Those that wait for a person, in their order; what only waits for another one is counted. */
  static List<ParkedEffect> causes(List<ParkedRow> rows) {
    Map<String, ParkedRow> byPlace =
        rows.stream().collect(Collectors.toMap(row -> row.place(), row -> row));
    Map<String, Integer> waiting = new HashMap<>();
    var causes = new ArrayList<ParkedRow>();
    for (ParkedRow row : rows) {
      ParkedRow cause = row.cause(byPlace);
      if (cause.equals(row)) {
        causes.add(row);
      } else {
        waiting.merge(cause.key, 1, Integer::sum);
      }
    }
    return causes.stream()
        .map(row ->
            new ParkedEffect(row.key, row.kind, row.reason, waiting.getOrDefault(row.key, 0)))
        .toList();
  }

  private ParkedRow cause(Map<String, ParkedRow> byPlace) {
    if (dependsOn == null || !reason.startsWith(WAITS)) {
      return this;
    }
    ParkedRow next = byPlace.get(stream + "#" + dependsOn);
    return next == null ? this : next.cause(byPlace);
  }

  private String place() {
    return stream + "#" + seq;
  }
}
