package io.evenkeel.paging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An escalation policy: its steps one after the other, all of them again as often as it repeats.
 *
 * @param name lower case, as it is typed behind {@code /incident page}
 * @param steps at least one
 * @param repeat how often the ladder is gone through again after the first time
 * @param severities the incidents it is for, as the scale names them; empty for all
 */
public record Escalation(String name, List<Step> steps, int repeat, List<String> severities) {
  public Escalation {
    steps = List.copyOf(steps);
    severities = List.copyOf(severities);
    if (steps.isEmpty() || repeat < 0) {
      throw new IllegalArgumentException("A policy has steps, and repeats 0 times or more");
    }
  }

  public Step at(Rung rung) {
    return steps.get(rung.step());
  }

  /** False once the policy has become shorter since that rung was reached. */
  public boolean has(Rung rung) {
    return rung.step() < steps.size();
  }

  /** How long the rung has: half of its step's time, all of it where no mention follows. */
  public Duration time(Rung rung) {
    Step step = at(rung);
    return step.channelOnly() ? step.time() : step.time().dividedBy(2);
  }

  /** What comes when nobody has answered in time: the mention of the same people, then others. */
  public Optional<Rung> next(Rung rung) {
    return rung.mention() || !has(rung) || at(rung).channelOnly()
        ? above(rung)
        : Optional.of(new Rung(rung.round(), rung.step(), true));
  }

  /** The next step; empty at the end of the last round. */
  public Optional<Rung> above(Rung rung) {
    if (rung.step() + 1 < steps.size()) {
      return Optional.of(new Rung(rung.round(), rung.step() + 1, false));
    }
    return rung.round() < repeat
        ? Optional.of(new Rung(rung.round() + 1, 0, false))
        : Optional.empty();
  }

  /** Whether it is meant for incidents of that severity. */
  public boolean isFor(String severity) {
    return severities.isEmpty()
        || severities.stream().anyMatch(one -> one.equalsIgnoreCase(severity));
  }

  /** Whether any step reaches somebody outside Slack, which alone rings no phone. */
  public boolean rings() {
    return steps.stream().anyMatch(step -> !step.rings().isEmpty());
  }
}
