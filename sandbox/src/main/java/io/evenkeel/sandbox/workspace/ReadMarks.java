package io.evenkeel.sandbox.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How far each person has read each channel. */
public final class ReadMarks {

  private final Guard guard;
  private final Map<String, Map<String, String>> read = new HashMap<>();

  ReadMarks(Guard guard) {
    this.guard = guard;
  }

  /** The last timestamp read, {@code "0"} if none. */
  public String get(String user, String channel) {
    return guard.locked(() -> read.getOrDefault(user, Map.of()).getOrDefault(channel, "0"));
  }

  /** Marks as read up to here; never back. */
  public void mark(String user, String channel, String ts) {
    guard.locked(() -> {
      if (ts.compareTo(get(user, channel)) > 0) {
        read.computeIfAbsent(user, k -> new HashMap<>()).put(channel, ts);
        guard.tell(new Change.Read(user, channel, ts));
      }
      return ts;
    });
  }

  Map<String, Map<String, String>> all() {
    return read.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.copyOf(e.getValue())));
  }

  void load(Map<String, Map<String, String>> marks) {
    read.clear();
    marks.forEach((user, byChannel) -> read.put(user, new HashMap<>(byChannel)));
  }
}
