package io.evenkeel.paging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When what of a policy comes while nobody answers.
 *
 * @param rises the first round of it, in order
 * @param end when nobody is left to be asked, all repeats included
 */
public record Ladder(List<Rise> rises, Duration end) {
  public Ladder {
    rises = List.copyOf(rises);
  }

  /**
   * @param after the page was sent
   */
  public record Rise(Duration after, Rung rung) {}

  public static Ladder of(Escalation policy) {
    var rises = new ArrayList<Rise>();
    Duration after = Duration.ZERO;
    Optional<Rung> next = Optional.of(Rung.FIRST);
    while (next.isPresent()) {
      Rung rung = next.get();
      if (rung.round() == 0) {
        rises.add(new Rise(after, rung));
      }
      after = after.plus(policy.time(rung));
      next = policy.next(rung);
    }
    return new Ladder(rises, after);
  }
}
