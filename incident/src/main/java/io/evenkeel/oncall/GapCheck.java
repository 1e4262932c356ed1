package io.evenkeel.oncall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When a layer has nobody. */
final class GapCheck {
  private GapCheck() {}

  /**
   * Of a calendar that was not read nothing is known, so nothing is found; and none is kept
   * forever: where it ends is no gap.
   */
  static List<Finding> of(Watch watch) {
    if (watch.layer().plan() instanceof Subscribed) {
      return List.of();
    }
    Map<Why, List<Shift>> gaps = new EnumMap<>(Why.class);
    for (Shift shift : watch.shifts()) {
      boolean meant = watch.layer().gapsIntended() && shift.why() == Why.OUTSIDE_HOURS;
      boolean behindTheList = shift.until() == null && watch.layer().plan() instanceof Listed;
      if (shift.who() == null && !meant && !behindTheList) {
        gaps.computeIfAbsent(shift.why(), _ -> new ArrayList<>()).add(shift);
      }
    }
    var findings = new ArrayList<Finding>();
    gaps.forEach((why, all) ->
        findings.add(
            watch.finding(
                watch.time(all.getFirst()),
                "nobody is on call (" + why.words() + ")" + watch.again(all.size() - 1),
                mend(why))));
    return findings;
  }

  private static String mend(Why why) {
    return switch (why) {
      case OUTSIDE_HOURS ->
          "Widen the hours, or write gaps: intended if nobody is meant to be on call then";
      case NOT_YET -> "Let the rotation start earlier, or add an override until it begins";
      case UNASSIGNED, ROTATION, OVERRIDE -> "Write somebody's name there, or add an override";
    };
  }
}
