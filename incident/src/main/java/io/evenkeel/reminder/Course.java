package io.evenkeel.reminder;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which somebody is reminded of one thing: perhaps before it is due, when it is, and
 * afterwards with pauses of which each is twice as long as the one before.
 *
 * @param again after so long the next one is expected, or it is asked again
 * @param ahead so long before it is due; null for no step before
 * @param pause the first pause
 * @param longest pauses grow no longer
 * @param most so many steps after it was due; then it is left alone
 * @param reach who is told at which step: -1 is the one before, 0 when it is due
 */
record Course(
    ReminderKind kind,
    Instant due,
    Duration again,
    @Nullable Duration ahead,
    Duration pause,
    Duration longest,
    int most,
    List<Role> roles,
    IntFunction<Reach> reach) {

  /** No course has more steps: years, at a day each. */
  static final int MANY = 5_000;

  record Reach(List<Person> to, boolean channel) {
    Reach {
      to = to.stream().distinct().toList();
    }

    /** Where nobody in particular is there to be told, everybody is. */
    static Reach of(List<Person> to, boolean channel) {
      return new Reach(to, channel || to.isEmpty());
    }
  }

  record Step(int number, Instant at) {}

  /** The newest step that has come after that one; the steps between them are passed over. */
  Optional<Step> latest(@Nullable Instant after, Instant now) {
    Step latest = null;
    for (Step step = first(); step != null && !step.at().isAfter(now); step = next(step)) {
      latest = step;
    }
    return Optional.ofNullable(latest).filter(step -> after == null || step.at().isAfter(after));
  }

  Optional<Instant> after(Instant now) {
    for (Step step = first(); step != null; step = next(step)) {
      if (step.at().isAfter(now)) {
        return Optional.of(step.at());
      }
    }
    return Optional.empty();
  }

  private Step first() {
    return ahead == null ? new Step(0, due) : new Step(-1, due.minus(ahead));
  }

  private @Nullable Step next(Step step) {
    if (step.number() < 0) {
      return new Step(0, due);
    }
    if (step.number() >= most) {
      return null;
    }
    Duration pauses = pause.multipliedBy(1L << Math.min(step.number(), 20));
    Duration wait = pauses.compareTo(longest) > 0 ? longest : pauses;
    return new Step(step.number() + 1, step.at().plus(wait));
  }
}
