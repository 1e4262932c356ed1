package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What whoever takes over must know, from what was written down: nothing in it is guessed. Each
 * list has the newest last and is cut to the newest.
 *
 * @param doing what people do right now
 * @param tried what was done and has ended, and what was noted as tried or ruled out
 */
public record Packet(
    List<String> doing, List<String> tried, List<String> tasks, List<String> decisions) {
  /** Somebody must still want to read it. */
  private static final int MOST = 8;

  private static final Pattern TRIED =
      Pattern.compile(
          "\\b(tried|rul(ed|ing) out|excluded|no effect|no change|(did not|didn't|didn’t)"
              + " (help|work)|not (the|it's the) cause|unrelated)\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * @param entries the timeline, or its newest part
   */
  public static Packet of(Board board, List<TimelineEntry> entries) {
    Set<Integer> corrected =
        entries.stream()
            .map(TimelineEntry::supersedes)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Stream<String> noted =
        entries.stream()
            .filter(entry -> entry.kind() == EntryKind.NOTE || entry.kind() == EntryKind.UPDATE)
            .filter(entry -> !corrected.contains(entry.seq()))
            .map(entry -> String.valueOf(entry.text()))
            .filter(text -> TRIED.matcher(text).find());
    Stream<String> ended =
        board.claims().stream()
            .filter(claim -> !claim.open())
            .map(claim -> claim.text() + " (" + claim.person().name() + ")");
    return new Packet(
        newest(board.openClaims(), claim -> claim.text() + " (" + claim.person().name() + ")"),
        newest(Stream.concat(ended, noted).toList(), Function.identity()),
        newest(board.openTasks(), task -> task.text() + " (" + task.assignee().name() + ")"),
        newest(board.decisions(), Decided::text));
  }

  private static <T> List<String> newest(List<T> all, Function<T, String> words) {
    var lines = new ArrayList<String>();
    for (T one : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      lines.add(words.apply(one));
    }
    return List.copyOf(lines);
  }
}
