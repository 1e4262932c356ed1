package io.evenkeel.grammar;

import io.evenkeel.incident.IncidentNumber;
import org.jspecify.annotations.Nullable;

/** What somebody wants of drills. */
public sealed interface DrillOrder {

  /** Which experiments there are, and which drills go on. */
  record ListAll() implements DrillOrder {}

  /**
   * @param name as it was typed
   */
  record Run(String name) implements DrillOrder {}

  /**
   * The step under way is done.
   *
   * @param number the step that is meant; null for the one under way
   */
  record Next(@Nullable Integer number) implements DrillOrder {}

  record Abort(String reason) implements DrillOrder {}

  /** Where it stands; where there is none, the list. */
  record Status() implements DrillOrder {}

  record ShowReport() implements DrillOrder {}

  /**
   * An incident is told again.
   *
   * @param speed how many times as fast, from 1 to 1,000
   */
  record Replay(IncidentNumber source, int speed) implements DrillOrder {}
}
