package io.evenkeel.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Overrides for different people at once. */
final class OverrideCheck {
  private OverrideCheck() {}

  static List<Finding> of(Schedule schedule, Instant from) {
    List<StandIn> ahead =
        schedule.standIns().stream().filter(one -> one.until().isAfter(from)).toList();
    var findings = new ArrayList<Finding>();
    for (int later = 1; later < ahead.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        StandIn first = ahead.get(earlier);
        StandIn second = ahead.get(later);
        if (first.layer().equals(second.layer())
            && first.from().isBefore(second.until())
            && second.from().isBefore(first.until())
            && !first.who().equals(second.who())) {
          findings.add(both(schedule, first, second));
        }
      }
    }
    return findings;
  }

  private static Finding both(Schedule schedule, StandIn first, StandIn second) {
    Instant from = first.from().isAfter(second.from()) ? first.from() : second.from();
    Instant until = first.until().isBefore(second.until()) ? first.until() : second.until();
    return new Finding(
        schedule.name().value(),
        first.layer(),
        Finding.local(from, until, schedule.zone()),
        "two overrides at once, for " + first.who() + " and " + second.who(),
        second.who() + " counts, being given later: shorten one of the two if that is not meant");
  }
}
