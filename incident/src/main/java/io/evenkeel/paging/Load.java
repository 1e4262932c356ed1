package io.evenkeel.paging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How often somebody was interrupted.
 *
 * @param pages interruptions; a page that comes again, or goes up and comes back, counts once
 * @param nights those of them between 22:00 and 08:00 of the person's own time
 * @param sleepHours different hours of those nights in which they were interrupted
 */
public record Load(int pages, int nights, int sleepHours) {
  /** Pages about the same thing within so long are one interruption. */
  public static final Duration SAME = Duration.ofHours(1);

  /** From this many within {@link #WEEK} on it is said. */
  public static final int MANY = 5;

  public static final Duration WEEK = Duration.ofDays(7);

  private static final int NIGHT_BEGINS = 22;
  private static final int NIGHT_ENDS = 8;

  /**
   * @param pages of one person, in any order
   * @param zone theirs
   */
  public static Load of(List<Interruption> pages, ZoneId zone) {
    Map<String, Instant> last = new HashMap<>();
    var hours = new HashSet<LocalDateTime>();
    int counted = 0;
    int nights = 0;
    var sorted = pages.stream().sorted(Comparator.comparing(Interruption::at)).toList();
    for (Interruption page : sorted) {
      Instant before = last.put(page.about(), page.at());
      if (before != null && before.plus(SAME).isAfter(page.at())) {
        continue;
      }
      counted++;
      LocalDateTime local = LocalDateTime.ofInstant(page.at(), zone);
      if (local.getHour() >= NIGHT_BEGINS || local.getHour() < NIGHT_ENDS) {
        nights++;
        hours.add(local.truncatedTo(ChronoUnit.HOURS));
      }
    }
    return new Load(counted, nights, hours.size());
  }

  public boolean many() {
    return pages >= MANY;
  }
}
