package io.evenkeel.chaos.check;

import io.evenkeel.chaos.check.Tables.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was acknowledged is recorded, once; what was said not to be recorded is not. A command whose
 * fate was left open may be either.
 */
final class CommandsKept {
  private final Tables tables;
  private final Map<String, List<Ledger.Sent>> byKey = new LinkedHashMap<>();
  private final Map<String, List<Tables.Entry>> byMark = new HashMap<>();

  CommandsKept(Ledger ledger, Tables tables) {
    this.tables = tables;
    ledger.all().forEach(sent -> add(byKey, sent.key(), sent));
    for (Tables.Entry entry : tables.entries()) {
      String text = entry.text();
      if (text != null) {
        Mark.in(text).ifPresent(mark -> add(byMark, mark, entry));
      }
    }
  }

  private static <T> void add(Map<String, List<T>> map, String key, T value) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }

  void check(Consumer<Finding> found) {
    byKey.forEach((key, sendings) -> told(key, sendings, found));
    Map<String, List<String>> recorded = new LinkedHashMap<>();
    byKey.forEach((key, sendings) -> {
      Kept kept = tables.inbox().get(key);
      if (kept != null && kept.recorded()) {
        entered(sendings.getFirst(), kept, found);
        Mark.in(sendings.getFirst().text()).ifPresent(mark -> add(recorded, mark, key));
      }
    });
    byMark.forEach((mark, entries) -> once(mark, entries, recorded, found));
    if (tables.incidents().size() != tables.lastNumber()) {
      found.accept(
          Finding.lost(
              "%d incidents, and the last number given is %d"
                  .formatted(tables.incidents().size(), tables.lastNumber())));
    }
  }

  private void told(String key, List<Ledger.Sent> sendings, Consumer<Finding> found) {
    Kept kept = tables.inbox().get(key);
    Ledger.Sent last = sendings.getLast();
    for (Ledger.Sent sent : sendings) {
      if (sent.claim() == Said.ANSWERED && kept == null && !claimsNothing(sent)) {
        found.accept(
            Finding.lost(
                "%s was acknowledged (\"%s\") and is not in the inbox (key %s)"
                    .formatted(name(sent), sent.said(), key)));
        return;
      }
    }
    // An earlier or a repeated sending of the same trigger may have recorded it.
    boolean alone = sendings.stream().allMatch(sent -> sent.claim() == Said.NOT_RECORDED);
    if (alone && kept != null) {
      found.accept(
          Finding.untrue(
              "%s was answered with \"%s\" and is in the inbox (key %s)"
                  .formatted(name(last), last.said(), key)));
    }
  }

  /** A question, or what was not understood, leaves nothing. */
  private static boolean claimsNothing(Ledger.Sent sent) {
    return sent.said().contains("Nothing was recorded")
        || sent.text().strip().matches("|help.*|list.*|status");
  }

  private void entered(Ledger.Sent sent, Kept kept, Consumer<Finding> found) {
    String mark = Mark.in(sent.text()).orElse("");
    boolean entered =
        mark.isEmpty()
            || byMark.getOrDefault(mark, List.of()).stream()
                .anyMatch(entry -> entry.incident() == kept.incident());
    if (!entered) {
      found.accept(
          Finding.lost(
              "%s is in the inbox and not in the timeline of INC-%d"
                  .formatted(name(sent), kept.incident())));
    }
  }

  private void once(
      String mark,
      List<Tables.Entry> entries,
      Map<String, List<String>> recorded,
      Consumer<Finding> found) {
    List<String> keys = recorded.getOrDefault(mark, List.of());
    // A declaration repeated by a person is an entry of its own kind; any other text comes once.
    long copies = entries.stream().filter(entry -> !entry.kind().equals("status")).count();
    if (copies > Math.max(1, keys.size())) {
      found.accept(
          Finding.duplicated(
              "%s stands %d times in timelines, first as INC-%d #%d, and was recorded %d times"
                  .formatted(
                      mark,
                      copies,
                      entries.getFirst().incident(),
                      entries.getFirst().seq(),
                      keys.size())));
    }
  }

  private static String name(Ledger.Sent sent) {
    return "\"/incident %s\" by %s (trigger %s)"
        .formatted(sent.text(), sent.user(), sent.trigger());
  }

  /** How many commands of the ledger have that claim as the best that was said of them. */
  long count(Said claim) {
    return byKey.values().stream()
        .filter(sendings ->
            sendings.stream().map(Ledger.Sent::claim).min(Enum::compareTo).orElseThrow() == claim)
        .count();
  }

  /** Answered commands that the inbox holds as done, or as refused. */
  long answered(boolean recorded) {
    return byKey.entrySet().stream()
        .filter(sent -> sent.getValue().stream().anyMatch(one -> one.claim() == Said.ANSWERED))
        .map(sent -> tables.inbox().get(sent.getKey()))
        .filter(kept -> kept == null ? recorded : kept.recorded() == recorded)
        .count();
  }
}
