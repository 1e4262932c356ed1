package io.evenkeel.oncall;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schedules of an installation.
 *
 * @param all in the order in which they are written, each with a name of its own
 * @param advice what was assumed for what they leave out
 * @param channels where changes of shifts are announced: a channel's name without {@code #}; none
 *     for schedules that say nothing
 */
public record Schedules(
    List<Schedule> all, List<Finding> advice, Map<ScheduleName, String> channels) {
  public static final Schedules NONE = new Schedules(List.of(), List.of());

  /** Whose changes of shifts are not announced. */
  public Schedules(List<Schedule> all, List<Finding> advice) {
    this(all, advice, Map.of());
  }

  public Schedules {
    all = List.copyOf(all);
    advice = List.copyOf(advice);
    channels = Map.copyOf(channels);
  }

  /** The one of that name, however its letters are written. */
  public Optional<Schedule> find(String name) {
    return all.stream()
        .filter(one -> one.name().value().equalsIgnoreCase(name.strip()))
        .findFirst();
  }
}
