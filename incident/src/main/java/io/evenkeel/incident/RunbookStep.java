package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a runbook that somebody did. A step that is done again after it was taken back is
 * another one of these.
 *
 * @param number counted from 1 within the incident
 * @param runbook its name
 * @param step its number in the runbook as it read then
 * @param heading what it stood under
 * @param text as it read then
 * @param undone null while it stands
 */
public record RunbookStep(
    int number,
    String runbook,
    int step,
    String heading,
    String text,
    Person by,
    Instant at,
    @Nullable Settled undone)
    implements Kept {

  public boolean stands() {
    return undone == null;
  }

  /** It is that step, and reads as it did then. */
  public boolean of(String runbook, int step, String text) {
    return this.runbook.equals(runbook) && this.step == step && this.text.equals(text);
  }

  RunbookStep undone(Person by, Instant at) {
    return new RunbookStep(
        number, runbook, step, heading, text, this.by, this.at, new Settled(by, at));
  }
}
