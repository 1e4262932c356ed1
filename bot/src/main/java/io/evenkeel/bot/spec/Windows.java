package io.evenkeel.bot.spec;

import io.evenkeel.slo.Window;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Over which time an objective is kept, as the three forms write it. */
final class Windows {
  private static final int LONGEST_DAYS = 366;
  private static final Pattern DAYS =
      Pattern.compile("([0-9]{1,4})\\s*(d|days?|w|weeks?)", Pattern.CASE_INSENSITIVE);
  private static final Window USUAL = new Window.Rolling(30);

  private Windows() {}

  /** {@code 30d}, {@code 4w}, {@code month}, or {@code {calendar: month, zone: Europe/Berlin}}. */
  static Optional<Window> shortly(Part window) {
    if (!window.present()) {
      window.warning("is missing, so it is the last 30 days", "Write window: 30d");
      return Optional.of(USUAL);
    }
    if (window.isGroup()) {
      window.only("calendar", "zone");
      Optional<ZoneId> zone = zone(window.at("zone"));
      return window
          .at("calendar")
          .required("month, week, quarter or year")
          .flatMap(part -> part(window.at("calendar"), part))
          .flatMap(part -> zone.map(at -> new Window.Calendar(part, at)));
    }
    Optional<String> text = window.text();
    if (text.isPresent() && text.get().matches("(?i)(calendar )?(week|month|quarter|year)")) {
      return part(window, text.get().toLowerCase(Locale.ROOT).replace("calendar ", ""))
          .map(part -> new Window.Calendar(part, ZoneOffset.UTC));
    }
    return text.flatMap(written -> rolling(window, written));
  }

  /** OpenSLO's {@code timeWindow}, a list of one. */
  static Optional<Window> openSlo(Part list) {
    if (!list.present()) {
      list.warning(
          "is missing, so it is the last 30 days",
          "Write timeWindow: [{duration: 30d, isRolling: true}]");
      return Optional.of(USUAL);
    }
    if (list.items().size() != 1) {
      list.error("has not exactly one window", "Write one item with duration");
      return Optional.empty();
    }
    Part window = list.items().getFirst();
    window.only("duration", "isRolling", "calendar");
    Optional<String> duration = window.at("duration").required("a time such as 30d or 1M");
    String rolls = window.at("isRolling").text().orElse("");
    boolean calendar = window.at("calendar").present();
    if (calendar && rolls.equals("true")) {
      window.error("is both rolling and of the calendar", "Take isRolling or calendar away");
      return Optional.empty();
    }
    if (!calendar) {
      if (rolls.equals("false")) {
        window.error(
            "does not roll and has no calendar",
            "Write isRolling: true, or calendar with startTime and timeZone");
        return Optional.empty();
      }
      return duration.flatMap(written -> rolling(window.at("duration"), written));
    }
    window.at("calendar").only("startTime", "timeZone");
    Optional<ZoneId> zone = zone(window.at("calendar", "timeZone"));
    return duration
        .flatMap(written -> aligned(window, written))
        .flatMap(part -> zone.map(at -> new Window.Calendar(part, at)));
  }

  /** Days that roll; {@link #USUAL} is for whoever says nothing. */
  static Optional<Window> rolling(Part place, String written) {
    Matcher days = DAYS.matcher(written);
    if (!days.matches()) {
      boolean uneven = written.matches("[0-9]+\\s*[MQY]");
      place.error(
          "is \"" + written + "\", which is no window" + (uneven ? " that can roll" : ""),
          uneven
              ? "Months differ in length: write 30d or 28d, or a window of the calendar"
              : "Write days or weeks, such as 30d, 28d or 4w, or month for the calendar's");
      return Optional.empty();
    }
    int number = Integer.parseInt(days.group(1));
    int count = days.group(2).toLowerCase(Locale.ROOT).startsWith("w") ? 7 * number : number;
    if (count < 1 || count > LONGEST_DAYS) {
      place.error("is out of bounds", "Write a window from 1d to 366d");
      return Optional.empty();
    }
    return Optional.of(new Window.Rolling(count));
  }

  private static Optional<Window.Part> aligned(Part window, String written) {
    Optional<Window.Part> part =
        switch (written) {
          case "1w", "7d" -> Optional.of(Window.Part.WEEK);
          case "1M" -> Optional.of(Window.Part.MONTH);
          case "1Q", "3M" -> Optional.of(Window.Part.QUARTER);
          case "1Y", "12M" -> Optional.of(Window.Part.YEAR);
          default -> Optional.empty();
        };
    if (part.isEmpty()) {
      window
          .at("duration")
          .error(
              "is \"" + written + "\", which is no part of the calendar that is kept",
              "Write 1w, 1M, 1Q or 1Y; or isRolling: true with days");
    }
    String start = window.at("calendar", "startTime").text().orElse("");
    if (!start.isEmpty() && part.isPresent() && !first(part.get(), start)) {
      window
          .at("calendar", "startTime")
          .warning(
              "is not where the calendar's " + word(part.get()) + " begins",
              "Windows begin at the first midnight of each; write such a time, or leave it out");
    }
    return part;
  }

  /** By its digits: a week's day is not looked at, as weeks begin on Mondays everywhere here. */
  private static boolean first(Window.Part part, String start) {
    return switch (part) {
      case WEEK -> start.matches(".*[ T]00:00(:00)?.*|[0-9-]*");
      case MONTH -> start.matches("[0-9]{4}-[0-9]{2}-01([ T]00:00(:00)?.*)?");
      case QUARTER -> start.matches("[0-9]{4}-(01|04|07|10)-01([ T]00:00(:00)?.*)?");
      case YEAR -> start.matches("[0-9]{4}-01-01([ T]00:00(:00)?.*)?");
    };
  }

  private static Optional<Window.Part> part(Part place, String written) {
    try {
      return Optional.of(Window.Part.valueOf(written.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      place.error("is no part of the calendar", "Write week, month, quarter or year");
      return Optional.empty();
    }
  }

  private static String word(Window.Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<ZoneId> zone(Part zone) {
    try {
      return Optional.of(ZoneId.of(zone.text().orElse("UTC")));
    } catch (DateTimeException _) {
      zone.error("is no time zone", "Write one such as Europe/Berlin, or leave it out for UTC");
      return Optional.empty();
    }
  }
}
