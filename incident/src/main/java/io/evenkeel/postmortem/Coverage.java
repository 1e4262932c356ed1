package io.evenkeel.postmortem;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the incident its timeline tells.
 *
 * @param entries those that stand
 * @param evidenced those of them with a link to the evidence
 * @param late those of them that were recorded in a later minute than they happened
 * @param silence the longest time without an entry while people worked on it; null with fewer than
 *     two entries
 */
public record Coverage(int entries, int evidenced, int late, @Nullable Silence silence) {

  /** Nothing was recorded between these; UTC. */
  public record Silence(Instant from, Instant until) {
    /** Between whole seconds, as both are written: 14:40 to 14:45 is 5 minutes. */
    public Duration time() {
      return Duration.between(
          from.truncatedTo(ChronoUnit.SECONDS), until.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Between minutes, as readers see both: of two that read alike the first is the longest. */
    private long minutes() {
      return ChronoUnit.MINUTES.between(
          from.truncatedTo(ChronoUnit.MINUTES), until.truncatedTo(ChronoUnit.MINUTES));
    }
  }

  /**
   * @param lines by when they happened
   */
  static Coverage of(List<Line> lines, Incident incident) {
    return new Coverage(
        lines.size(),
        (int) lines.stream().filter(line -> line.source() != null).count(),
        (int) lines.stream().filter(line -> line.recordedLater() != null).count(),
        silence(
            lines,
            incident.milestones().at(Milestone.DECLARED).orElse(Instant.MIN),
            incident.milestones().at(Milestone.RESOLVED).orElse(Instant.MAX)));
  }

  /** Before it was declared nobody could have written; after its end nobody needs to. */
  private static @Nullable Silence silence(List<Line> lines, Instant begin, Instant end) {
    Silence longest = null;
    Instant before = null;
    for (Line line : lines) {
      if (line.at().isBefore(begin)) {
        continue;
      }
      if (before != null && !line.at().isAfter(end)) {
        var silence = new Silence(before, line.at());
        if (longest == null || silence.minutes() > longest.minutes()) {
          longest = silence;
        }
      }
      before = line.at();
    }
    return longest;
  }
}
