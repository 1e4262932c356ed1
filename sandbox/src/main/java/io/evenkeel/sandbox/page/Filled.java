package io.evenkeel.sandbox.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a control shows at first: the value that the workspace keeps, else the app's initial one.
 *
 * @param text for fields that are typed into
 * @param chosen the values of the options chosen
 */
record Filled(String text, List<String> chosen) {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  static Filled of(Map<?, ?> control, @Nullable Object kept, ZoneId zone) {
    return kept instanceof Map<?, ?> state
        ? read(state, "selected_", "value", zone)
        : read(control, "initial_", "initial_value", zone);
  }

  private static Filled read(Map<?, ?> from, String prefix, String valueKey, ZoneId zone) {
    String text =
        Stream.of(from.get(valueKey), from.get(prefix + "date"), from.get(prefix + "time"))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .findFirst()
            .orElseGet(() -> moment(from.get(prefix + "date_time"), zone));
    Stream<?> single =
        Stream.of("option", "user", "conversation", "channel").map(key -> from.get(prefix + key));
    Stream<?> several =
        Stream.of("options", "users", "conversations", "channels")
            .map(key -> from.get(prefix + key))
            .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.empty());
    List<String> chosen =
        Stream.concat(single, several)
            .map(value -> value instanceof Map<?, ?> option ? option.get("value") : value)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList();
    return new Filled(text, chosen);
  }

  private static String moment(@Nullable Object seconds, ZoneId zone) {
    return seconds instanceof Number number && number.longValue() > 0
        ? LOCAL.format(Instant.ofEpochSecond(number.longValue()).atZone(zone))
        : "";
  }
}
