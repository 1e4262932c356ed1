package io.evenkeel.postmortem;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.UpdatePromise;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether updates came when they were promised. A promise is kept by the next update, or by the end
 * of the incident, in the minute it was promised for or before.
 *
 * @param made those whose outcome is known, and those that still run, by when they were made
 * @param unknown so many updates of which nobody knows whether they promised anything
 */
public record Promises(List<Promise> made, int unknown) {
  /** Nobody promised anything. */
  public static final Promises NONE = new Promises(List.of(), 0);

  /**
   * Times are UTC.
   *
   * @param came when something was said next; null when nothing was yet
   */
  public record Promise(Instant at, Instant until, @Nullable Instant came) {
    /** As both are written, in minutes. */
    public boolean kept() {
      return came != null && !minute(came).isAfter(minute(until));
    }

    private static Instant minute(Instant at) {
      return at.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  public Promises {
    made = List.copyOf(made);
  }

  /** Those that had to be kept by now. */
  public int due() {
    return (int) made.stream().filter(promise -> promise.came() != null).count();
  }

  public int kept() {
    return (int) made.stream().filter(Promise::kept).count();
  }

  /**
   * What goes on in another incident is not judged here, and what still runs has no outcome yet.
   *
   * @param entries the whole timeline in any order
   */
  static Promises of(Incident incident, List<TimelineEntry> entries, List<UpdatePromise> promises) {
    Map<Integer, TimelineEntry> bySeq =
        entries.stream().collect(Collectors.toMap(TimelineEntry::seq, Function.identity()));
    List<TimelineEntry> said =
        entries.stream()
            .filter(entry -> entry.supersedes() == null)
            .filter(Promises::says)
            .sorted(Comparator.comparingInt(TimelineEntry::seq))
            .toList();
    var made = new ArrayList<Promise>();
    int unknown = 0;
    for (UpdatePromise promise : promises) {
      TimelineEntry update = bySeq.get(promise.entry());
      Instant until = promise.next();
      if (until == null || update == null) {
        unknown++;
        continue;
      }
      TimelineEntry next =
          said.stream().filter(entry -> entry.seq() > promise.entry()).findFirst().orElse(null);
      boolean elsewhere = next != null && next.kind() == EntryKind.MERGED;
      if (!elsewhere && (next != null || incident.open())) {
        made.add(new Promise(update.recordedAt(), until, next == null ? null : next.recordedAt()));
      }
    }
    return new Promises(made, unknown);
  }

  private static boolean says(TimelineEntry entry) {
    return entry.kind() == EntryKind.UPDATE
        || entry.kind() == EntryKind.RESOLVED
        || entry.kind() == EntryKind.CANCELLED
        || entry.kind() == EntryKind.MERGED;
  }
}
