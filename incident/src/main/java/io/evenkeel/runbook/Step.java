package io.evenkeel.runbook;

import java.util.List;
import java.util.Locale;

/**
 * One thing to look at or to do.
 *
 * @param number counted from 1 through the whole runbook
 * @param heading what it stands under: {@code Diagnosis}
 * @param under a lower heading above it; "" where there is none
 * @param text plain, where only backticks mean something: what stands in them is typed word for
 *     word. May have several lines
 * @param commands to be copied, as they are written; Evenkeel runs none of them
 */
public record Step(int number, String heading, String under, String text, List<String> commands) {
  public Step {
    commands = List.copyOf(commands);
  }

  /** Differs once the step reads differently. Not for secrets. */
  public String mark() {
    return String.format(Locale.ROOT, "%08x", (text + "\n" + commands).hashCode());
  }
}
