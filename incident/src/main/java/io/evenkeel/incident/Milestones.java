package io.evenkeel.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When each milestone was reached. A missing mark was never set; a mark without a time was said to
 * be unknown.
 */
public record Milestones(Map<Milestone, Mark> marks) {

  /**
   * @param at UTC; null when somebody said that nobody knows
   * @param entry the timeline entry that only says this and is superseded by a correction; null
   *     when the time comes from an entry that says more, such as the resolution
   */
  public record Mark(@Nullable Instant at, @Nullable Integer entry) {}

  public static final Milestones NONE = new Milestones(Map.of());

  public Milestones {
    var sorted = new EnumMap<Milestone, Mark>(Milestone.class);
    sorted.putAll(marks);
    marks = Collections.unmodifiableMap(sorted);
  }

  /** When it was reached; empty while unknown. */
  public Optional<Instant> at(Milestone milestone) {
    return mark(milestone).map(Mark::at);
  }

  public Optional<Mark> mark(Milestone milestone) {
    return Optional.ofNullable(marks.get(milestone));
  }

  /**
   * T+0: detected, or declared while detected is unknown; started, for one of the past that nobody
   * declared at the time.
   */
  public Milestone zero() {
    if (at(Milestone.DETECTED).isPresent()) {
      return Milestone.DETECTED;
    }
    boolean started = at(Milestone.DECLARED).isEmpty() && at(Milestone.STARTED).isPresent();
    return started ? Milestone.STARTED : Milestone.DECLARED;
  }

  Milestones with(Milestone milestone, Mark mark) {
    var next = new EnumMap<Milestone, Mark>(Milestone.class);
    next.putAll(marks);
    next.put(milestone, mark);
    return new Milestones(next);
  }

  Milestones without(Milestone milestone) {
    var next = new EnumMap<Milestone, Mark>(Milestone.class);
    next.putAll(marks);
    next.remove(milestone);
    return new Milestones(next);
  }
}
