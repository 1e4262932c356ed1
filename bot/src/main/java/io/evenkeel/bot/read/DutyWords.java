package io.evenkeel.bot.read;

import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Shift;
import io.evenkeel.persistence.oncall.FeedState;
import io.evenkeel.persistence.oncall.OnCall;
import io.evenkeel.persistence.oncall.OnDuty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is on call on one layer, and how its calendar is read, in words. */
final class DutyWords {
  private DutyWords() {}

  static Prose layer(Prose before, OnCall onCall, Schedule schedule, OnDuty duty, Instant at) {
    Shift shift = duty.shift();
    Prose words = who(before.text("\n• " + shift.layer() + ": "), duty);
    words =
        switch (shift.why()) {
          case ROTATION -> words;
          case OVERRIDE, OUTSIDE_HOURS, NOT_YET, UNASSIGNED ->
              words.text(" (" + shift.why().words() + ")");
        };
    Instant until = shift.until();
    words = until == null ? words : words.text(" until ").when(until);
    Optional<Shift> next = schedule.layer(shift.layer()).flatMap(layer -> schedule.next(layer, at));
    if (next.isEmpty()) {
      return words.text(".");
    }
    Shift then = next.get();
    words = who(words.text(", then "), onCall.known(List.of(then)).getFirst());
    // Where a gap lies between, the next begins later than the present one ends.
    Instant since = then.since();
    return (since == null || since.equals(until) ? words : words.text(" from ").when(since))
        .text(".");
  }

  static Prose who(Prose words, OnDuty duty) {
    if (duty.person() != null) {
      return words.mention(duty.person());
    }
    Prose named = words.strong(duty.shift().whoOrNobody());
    return switch (duty.standing()) {
      case HERE -> named;
      case Directory.Standing.LEFT -> named.text(" ⚠️ (has left the workspace and cannot be told)");
      case Directory.Standing.UNKNOWN -> named.text(" ⚠️ (nobody in Slack has this name)");
    };
  }

  static Prose feed(Prose words, Layer layer, @Nullable FeedState state) {
    Prose begun = words.text("\n");
    if (state == null) {
      return begun.text("The calendar of " + layer.name() + " was not read yet.");
    }
    Instant failing = state.failingSince();
    Instant read = state.readAt();
    if (failing == null) {
      return state.remarks().isEmpty()
          ? words
          : begun.text("Of the calendar of " + layer.name() + " left out: " + state.remarks());
    }
    Prose broken =
        begun
            .text("⚠️ The calendar of " + layer.name() + " cannot be read since ")
            .when(failing)
            .text(": " + (state.failure() == null ? "" : state.failure()));
    return read == null
        ? broken.text(" It was never read, so nobody is known.")
        : broken.text(" What it said at ").when(read).text(" still counts.");
  }
}
