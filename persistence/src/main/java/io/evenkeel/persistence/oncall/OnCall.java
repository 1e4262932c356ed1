package io.evenkeel.persistence.oncall;

import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Shift;
import io.evenkeel.oncall.Subscribed;
import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Who is on call: the one place that puts together what the file plans, what calendars kept
 * elsewhere said last, and who stands in. Where several stand in at once, what people said by
 * command counts before the file, and later before earlier.
 */
public final class OnCall {
  /** What ended so long before is of no interest to whoever asks about an instant. */
  private static final Duration PAST = Duration.ofDays(60);

  private final Transaction tx;
  private final Schedules schedules;

  /**
   * @param schedules as the file has them
   */
  public OnCall(Transaction tx, Schedules schedules) {
    this.tx = tx;
    this.schedules = schedules;
  }

  /**
   * Who is on call at that instant, one answer for each layer in its order: the first is whom to
   * page first. Empty where there is no such schedule.
   *
   * @param called in any letter case
   */
  public Optional<List<OnDuty>> at(String called, Instant at) {
    return schedule(called, at).map(schedule -> known(schedule.onCall(at)));
  }

  /** The schedule as it counts around that instant, with everything that is known of it. */
  public Optional<Schedule> schedule(String called, Instant around) {
    return schedules.find(called).map(written -> counted(List.of(written), around).getFirst());
  }

  /** The same of several: who stands in is read for all at once. */
  List<Schedule> counted(List<Schedule> written, Instant around) {
    Instant after = around.minus(PAST);
    List<StandingIn> standing =
        new Overrides(tx).of(written.stream().map(Schedule::name).toList(), after);
    return written.stream().map(one -> counted(one, standing, after)).toList();
  }

  /** The same with the people of Slack behind the names. */
  public List<OnDuty> known(List<Shift> shifts) {
    var roster = new Roster(tx.unwrap(DSLContext.class), shifts);
    return shifts.stream().map(roster::of).toList();
  }

  private Schedule counted(Schedule written, List<StandingIn> standing, Instant after) {
    Schedule schedule = written;
    for (Layer layer : written.layers()) {
      if (layer.plan() instanceof Subscribed(var url)) {
        schedule =
            schedule.planned(
                layer.name(), new Feeds(tx).shifts(written.name(), layer.name(), url, after));
      }
    }
    return schedule.with(
        standing.stream()
            .filter(one -> one.schedule().equals(written.name()))
            .filter(one -> written.layer(one.layer()).isPresent())
            .map(StandingIn::standIn)
            .toList());
  }
}
