package io.evenkeel.sandbox.page.markup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack's {@code <!date^seconds^format^link|fallback>}, shown in the reader's zone, by the rules of
 * "Formatting text for app surfaces" in Slack's documentation. What cannot be read as a date shows
 * its fallback.
 */
final class DateToken {

  private static final Pattern TOKEN = Pattern.compile("\\{([a-z_]+)}");

  private DateToken() {}

  /** HTML for the inside of the token, without {@code <!date^} and {@code >}. */
  static String html(String inside, Reader reader) {
    int bar = inside.lastIndexOf('|');
    String fallback = bar < 0 ? "" : inside.substring(bar + 1);
    String[] parts = (bar < 0 ? inside : inside.substring(0, bar)).split("\\^", 3);
    Instant at = parts.length < 2 ? null : instant(parts[0]);
    if (at == null) {
      return Html.escape(Html.unescapeSlack(fallback));
    }
    String words = words(Html.unescapeSlack(parts[1]), at, reader);
    String html =
        "<time datetime=\"%s\" title=\"%s\">%s</time>"
            .formatted(at, Html.escape(Html.unescapeSlack(fallback)), Html.escape(words));
    return parts.length > 2 ? Html.link(Html.unescapeSlack(parts[2]), html) : html;
  }

  private static @Nullable Instant instant(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static String words(String format, Instant at, Reader reader) {
    return TOKEN
        .matcher(format)
        .replaceAll(found -> {
          String word = word(found.group(1), at, reader);
          return Matcher.quoteReplacement(word == null ? found.group() : word);
        });
  }

  private static @Nullable String word(String token, Instant at, Reader reader) {
    ZonedDateTime local = at.atZone(reader.zone());
    return switch (token) {
      case "date_num" -> as("yyyy-MM-dd", local);
      case "date_slash" -> as("MM/dd/yyyy", local);
      case "date" -> as("MMMM d, yyyy", local);
      case "date_short" -> as("MMM d, yyyy", local);
      case "date_long" -> as("EEEE, MMMM d, yyyy", local);
      case "date_pretty" -> pretty(local, reader.today(), "MMMM d, yyyy");
      case "date_short_pretty" -> pretty(local, reader.today(), "MMM d, yyyy");
      case "date_long_pretty" -> pretty(local, reader.today(), "EEEE, MMMM d, yyyy");
      case "time" -> as("HH:mm", local);
      case "time_secs" -> as("HH:mm:ss", local);
      case "ago" -> ago(Duration.between(at, reader.now()));
      default -> null;
    };
  }

  private static String pretty(ZonedDateTime local, LocalDate today, String otherwise) {
    long days = today.toEpochDay() - local.toLocalDate().toEpochDay();
    if (days == 0) {
      return "today";
    }
    if (days == 1) {
      return "yesterday";
    }
    return days == -1 ? "tomorrow" : as(otherwise, local);
  }

  private static String ago(Duration since) {
    Duration size = since.abs();
    String amount;
    if (size.toMinutes() < 1) {
      return "just now";
    } else if (size.toHours() < 1) {
      amount = count(size.toMinutes(), "minute");
    } else if (size.toDays() < 1) {
      amount = count(size.toHours(), "hour");
    } else {
      amount = count(size.toDays(), "day");
    }
    return since.isNegative() ? "in " + amount : amount + " ago";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String as(String pattern, ZonedDateTime local) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local);
  }
}
