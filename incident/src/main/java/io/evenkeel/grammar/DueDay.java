package io.evenkeel.grammar;

import io.evenkeel.incident.Prose;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The day until which something is to be done, in the flag or behind the words. */
final class DueDay {
  private DueDay() {}

  /** The words without the day; all of them where the flag says it. */
  static Behind<LocalDate> behind(Said said, Span words) {
    return said.has(Flag.DUE)
        ? new Behind<>(words, null)
        : Behind.of(
            words, said.speaker().directory(), (_, typed) -> Days.parse(typed, said.speaker()));
  }

  /**
   * @param behind what {@link #behind} found
   * @param notADay what is answered to a flag that says no day
   * @return null where none was said
   */
  static @Nullable LocalDate of(
      Said said, Behind<LocalDate> behind, Function<String, Prose> notADay) {
    Span given = said.flag(Flag.DUE).orElse(null);
    if (given == null) {
      return behind.time();
    }
    String typed = given.compact(said.speaker().directory());
    var due = Days.parse(typed, said.speaker());
    if (due.isEmpty()) {
      said.fail(notADay.apply(typed));
    }
    return due.orElse(null);
  }
}
