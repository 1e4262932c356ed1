package io.evenkeel.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what would surprise somebody: gaps, overrides at once, people who cannot be told or
 * never have a turn, one person on two layers. What is over is not looked at.
 */
public final class Checks {
  private Checks() {}

  /**
   * What is found from one instant to another, in the order of the layers. What repeats is told
   * once, with the first time and how often it comes again.
   *
   * @param until after {@code from}; a year or a little more shows every week of a rota
   */
  public static List<Finding> of(
      Schedule schedule, Directory directory, Instant from, Instant until) {
    var findings = new ArrayList<Finding>();
    for (Layer layer : schedule.layers()) {
      var watch = new Watch(schedule, layer, from, until);
      findings.addAll(GapCheck.of(watch));
      findings.addAll(PeopleCheck.of(watch, directory));
    }
    findings.addAll(OverrideCheck.of(schedule, from));
    findings.addAll(DoubleCheck.of(schedule, from, until));
    return List.copyOf(findings);
  }
}
