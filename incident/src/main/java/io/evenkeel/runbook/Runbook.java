package io.evenkeel.runbook;

import java.util.List;
import java.util.Optional;

/**
 * What to do when something fails, step by step.
 *
 * @param name its file's, without {@code .md}
 * @param title its first heading
 * @param use when it is meant
 * @param steps numbered from 1 without gaps; at least one
 */
public record Runbook(String name, String title, Use use, List<Step> steps) {
  public Runbook {
    steps = List.copyOf(steps);
  }

  public Optional<Step> step(int number) {
    return number < 1 || number > steps.size()
        ? Optional.empty()
        : Optional.of(steps.get(number - 1));
  }
}
