package io.evenkeel.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person on two layers at once: whoever escalates reaches them again, and nobody else. */
final class DoubleCheck {
  private DoubleCheck() {}

  static List<Finding> of(Schedule schedule, Instant from, Instant until) {
    var findings = new ArrayList<Finding>();
    List<Layer> layers = schedule.layers();
    for (int i = 0; i < layers.size(); i++) {
      var watch = new Watch(schedule, layers.get(i), from, until);
      List<Shift> shifts = watch.shifts();
      for (int j = i + 1; j < layers.size(); j++) {
        Layer other = layers.get(j);
        both(watch, shifts, new Watch(schedule, other, from, until).shifts(), other)
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private static List<Finding> both(
      Watch watch, List<Shift> shifts, List<Shift> others, Layer other) {
    var twice = new ArrayList<Shift>();
    int next = 0;
    for (Shift shift : shifts) {
      while (next < others.size() && endsBy(others.get(next), shift.since())) {
        next++;
      }
      for (int k = next; k < others.size() && !beginsAfter(others.get(k), shift.until()); k++) {
        if (shift.who() != null && shift.who().equals(others.get(k).who())) {
          twice.add(shift);
          break;
        }
      }
    }
    return twice.isEmpty()
        ? List.of()
        : List.of(
            watch.finding(
                watch.time(twice.getFirst()),
                twice.getFirst().whoOrNobody()
                    + " is also "
                    + other.name()
                    + watch.again(twice.size() - 1),
                "Let the layers begin with different people, so that an escalation reaches"
                    + " somebody else"));
  }

  private static boolean endsBy(Shift shift, @Nullable Instant at) {
    return at != null && shift.until() != null && !shift.until().isAfter(at);
  }

  private static boolean beginsAfter(Shift shift, @Nullable Instant at) {
    return at != null && shift.since() != null && !shift.since().isBefore(at);
  }
}
