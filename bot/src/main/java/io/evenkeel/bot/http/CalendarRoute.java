package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.read.CalendarKey;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.hash.Sha256;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Unavailable;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /oncall/payments.ics}: the rota as a calendar to subscribe to; {@code ?person=alice}
 * for the shifts of one alone. Opened by an API token or by {@code ?key=}, which {@code /incident
 * oncall payments} shows. It says nothing about a schedule to whoever has neither.
 */
final class CalendarRoute {
  private static final int LONGEST_NAME = 80;

  private final Bearer bearer;
  private final Calendars calendars;
  private final @Nullable CalendarKey key;
  private final InstantSource clock;

  /**
   * @param key null where no API token is set up: then nobody has a key
   */
  CalendarRoute(
      Bearer bearer, Calendars calendars, @Nullable CalendarKey key, InstantSource clock) {
    this.bearer = bearer;
    this.calendars = calendars;
    this.key = key;
    this.clock = clock;
  }

  void get(Context context) {
    String file = context.pathParam("file");
    String name = file.endsWith(".ics") ? file.substring(0, file.length() - 4) : "";
    Optional<ScheduleName> schedule = calendars.named(name);
    String given = context.queryParam("key");
    boolean opened =
        given != null && key != null && schedule.filter(one -> key.opens(one, given)).isPresent();
    if (!opened) {
      if (given != null) {
        throw new Refusal(
            401, "This calendar's key is not the right one. /incident oncall shows its address.");
      }
      bearer.ask(context, Scope.READ);
    }
    if (schedule.isEmpty()) {
      throw new Refusal(404, "There is no such schedule. Its address is /oncall/NAME.ics.");
    }
    String text = text(context, schedule.get());
    String tag = tag(text);
    // Calendars ask every hour or so; what lies between must not keep a rota that has changed.
    context.header("Cache-Control", "private, no-cache").header("ETag", tag);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.result(text).contentType("text/calendar; charset=utf-8");
  }

  private String text(Context context, ScheduleName schedule) {
    String person = context.queryParam("person");
    boolean anybody = person == null || person.replace("@", "").isBlank();
    if (person != null && person.length() > LONGEST_NAME) {
      throw new Refusal(400, "The person's name is too long. Write a user name, or leave it out.");
    }
    try {
      return calendars.text(schedule, anybody ? null : person, clock.instant());
    } catch (Unavailable _) {
      throw Refusal.away();
    }
  }

  /** RFC 9110, section 8.8.3. */
  private static String tag(String text) {
    return "\"" + Sha256.hex(text).substring(0, 32) + "\"";
  }
}
