package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What alerts have to say about an incident.
 *
 * @param told one by one, oldest first
 * @param fired so many more began to fire
 * @param resolved so many more were resolved
 * @param first when the first of all began to count: to fire, or not to be quiet any more. UTC;
 *     null when none did
 * @param ours what <em>detected</em> was set to because of alerts; null when it was not
 * @param ask nothing fires any more, and people are to be asked whether all is well
 */
public record Evidence(
    List<Told> told,
    int fired,
    int resolved,
    @Nullable Instant first,
    @Nullable Instant ours,
    boolean ask) {

  /**
   * One alert.
   *
   * @param over it was resolved; else it began to fire
   * @param at when that was, by its source, UTC
   * @param quietUntil until when nobody was to hear that it fired, as its service was worked on as
   *     planned; null where everybody did at once
   * @param link to what shows it; null when none came
   */
  public record Told(
      boolean over,
      String name,
      @Nullable String summary,
      Instant at,
      @Nullable Instant quietUntil,
      @Nullable String link) {}

  public Evidence {
    told = List.copyOf(told);
  }
}
