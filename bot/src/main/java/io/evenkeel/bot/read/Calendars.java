package io.evenkeel.bot.read;

import io.evenkeel.oncall.CalendarText;
import io.evenkeel.oncall.Finding;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Subscribed;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.oncall.FeedState;
import io.evenkeel.persistence.oncall.Feeds;
import io.evenkeel.persistence.oncall.OnCall;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schedules as calendars to subscribe to. */
public final class Calendars {
  /** Programs ask, and nobody is kept waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAST = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(365);

  private final Database database;
  private final Schedules schedules;

  public Calendars(Database database, Schedules schedules) {
    this.database = database;
    this.schedules = schedules;
  }

  /** The schedules as they count by now, with what calendars kept elsewhere said last. */
  public List<Schedule> counted(Instant now) {
    return database.query(
        PATIENCE,
        tx ->
            schedules.all().stream()
                .map(one -> new OnCall(tx, schedules).schedule(one.name().value(), now).orElse(one))
                .toList());
  }

  /** Calendars kept elsewhere that cannot be read, and what counts in the meantime. */
  public List<Finding> troubles() {
    return database.query(
        PATIENCE,
        tx -> {
          var found = new ArrayList<Finding>();
          for (Schedule schedule : schedules.all()) {
            for (Layer layer : schedule.layers()) {
              if (layer.plan() instanceof Subscribed(URI url)) {
                new Feeds(tx)
                    .state(schedule.name(), layer.name(), url)
                    .flatMap(state -> trouble(schedule, layer, state))
                    .ifPresent(found::add);
              }
            }
          }
          return found;
        });
  }

  private static Optional<Finding> trouble(Schedule schedule, Layer layer, FeedState state) {
    String failure = state.failure();
    if (failure == null) {
      return Optional.empty();
    }
    Instant read = state.readAt();
    return Optional.of(
        new Finding(
            schedule.name().value(),
            layer.name(),
            "feed",
            "it cannot be read since " + state.failingSince() + ". " + bare(failure),
            read == null
                ? "It was never read, so nobody is known"
                : "What it said at " + read + " still counts"));
  }

  private static String bare(String sentences) {
    return sentences.endsWith(".") ? sentences.substring(0, sentences.length() - 1) : sentences;
  }

  /** The schedule of that name, however its letters are written. */
  public Optional<ScheduleName> named(String called) {
    return schedules.find(called).map(Schedule::name);
  }

  /**
   * The iCalendar text, the same for all of a day (UTC) unless the rota changes: shifts from 30
   * days ago to a year ahead.
   *
   * @param only shifts of this user name alone; null for everybody
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public String text(ScheduleName schedule, @Nullable String only, Instant now) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    Schedule counted =
        database.query(
            PATIENCE,
            tx -> new OnCall(tx, schedules).schedule(schedule.value(), now).orElseThrow());
    return CalendarText.of(
        counted,
        today.minus(PAST),
        today.plus(AHEAD),
        only == null ? null : new Participant(only),
        today);
  }
}
