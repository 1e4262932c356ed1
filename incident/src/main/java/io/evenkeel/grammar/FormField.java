package io.evenkeel.grammar;

import io.evenkeel.incident.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of a form by the same rules as the words of a command. What is typed into a form
 * holds no Slack escapes, and no flags or quotes either: all of it is text.
 */
public final class FormField {
  private FormField() {}

  /** What a field says, or what is wrong with it. */
  public sealed interface Read<T> {}

  public record Right<T>(T value) implements Read<T> {}

  /**
   * @param words for the person, to stand under the field
   */
  public record Wrong<T>(Prose words) implements Read<T> {}

  /** One line of at most 200 characters, not empty. */
  public static Read<String> title(String typed) {
    return text(Limit.TITLE, typed, "Say what is wrong in a few words.");
  }

  /** At most 3,000 characters, not empty. */
  public static Read<String> text(String typed) {
    return text(Limit.TEXT, typed, "Say it in a few words.");
  }

  /** At most 1,000 characters, not empty. */
  public static Read<String> summary(String typed) {
    return text(Limit.SUMMARY, typed, "Say it in a few words.");
  }

  /** Names with commas between them; none when nothing was typed. */
  public static Read<List<String>> services(String typed) {
    var services = new ArrayList<String>();
    for (String name : CleanText.of(typed).split(",", -1)) {
      String service = Limit.SERVICE.fit(name);
      if (Limit.SERVICE.over(service)) {
        return new Wrong<>(Limit.SERVICE.words(service));
      }
      if (!service.isEmpty() && !services.contains(service)) {
        services.add(service);
      }
    }
    return new Right<>(List.copyOf(services));
  }

  /** When something happened, UTC at microseconds; never later than now. */
  public static Read<Instant> past(String typed, Speaker speaker) {
    return Times.past(CleanText.of(typed), speaker)
        .<Read<Instant>>map(at ->
            at.isAfter(speaker.now())
                ? new Wrong<>(Prose.of("That has not happened yet."))
                : new Right<>(at))
        .orElseGet(() -> new Wrong<>(Prose.of("Type it like " + Times.EXAMPLES + ".")));
  }

  /** How long until something is promised. */
  public static Read<Duration> ahead(String typed, Speaker speaker) {
    return Times.ahead(CleanText.of(typed), speaker)
        .<Read<Duration>>map(Right::new)
        .orElseGet(() -> new Wrong<>(Prose.of("Type it like 30m or 15:00.")));
  }

  /** Markdown as it was typed, without what could be neither stored nor seen. */
  public static String markdown(String typed) {
    return CleanText.of(typed);
  }

  private static Read<String> text(Limit limit, String typed, String empty) {
    String text = limit.fit(CleanText.trimmed(CleanText.of(typed)));
    if (text.isEmpty()) {
      return new Wrong<>(Prose.of(empty));
    }
    return limit.over(text) ? new Wrong<>(limit.words(text)) : new Right<>(text);
  }
}
