package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of people on call, such as primary or secondary.
 *
 * @param gapsIntended whether it is meant that nobody is on call outside its hours
 */
public record Layer(String name, Plan plan, Hours hours, boolean gapsIntended) {
  /** What the layers are called where a schedule does not say it. */
  public static final List<String> USUAL = List.of("primary", "secondary", "escalation");

  /** What is planned, before anybody stands in. */
  Shift planned(Instant now, ZoneId zone) {
    Span<Turn> turn = plan.at(now, zone);
    Turn whose = turn.what();
    if (whose == null) {
      return shift(turn, null, Why.NOT_YET);
    }
    Span<Boolean> staffed = hours.at(now, zone);
    if (!Boolean.TRUE.equals(staffed.what())) {
      return shift(staffed.within(begun(zone)), null, Why.OUTSIDE_HOURS);
    }
    return shift(
        turn.within(staffed), whose.who(), whose.who() == null ? Why.UNASSIGNED : Why.ROTATION);
  }

  /** From when on there is a plan: before it hours do not count. */
  private Span<?> begun(ZoneId zone) {
    return switch (plan) {
      case Rotation rotation -> new Span<>(WallTime.instant(rotation.start(), zone), null, null);
      case Listed _, Subscribed _ -> new Span<>(null, null, null);
    };
  }

  private Shift shift(Span<?> span, @Nullable Participant who, Why why) {
    return new Shift(name, who, span.since(), span.until(), why);
  }
}
