package io.evenkeel.oncall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One layer while it is being looked at. */
record Watch(Schedule schedule, Layer layer, Instant from, Instant until) {

  List<Shift> shifts() {
    return schedule.shifts(layer, from, until);
  }

  Finding finding(@Nullable String place, String wrong, String mend) {
    return new Finding(schedule.name().value(), layer.name(), place, wrong, mend);
  }

  /** A shift's time, from the beginning of what is looked at. */
  String time(Shift shift) {
    return Finding.local(
        shift.since() == null || shift.since().isBefore(from) ? from : shift.since(),
        shift.until(),
        schedule.zone());
  }

  String again(int more) {
    return more == 0
        ? ""
        : ", and " + more + " times more until " + Finding.local(until, schedule.zone());
  }
}
