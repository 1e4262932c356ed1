package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code quiet [22:00-08:00|off]}; alone it tells which hours there are. */
final class QuietSentence {
  private static final Pattern HOURS =
      Pattern.compile(
          "(?:from\\s+|between\\s+)?(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(?:-|–|—|to|till|until|and)\\s*"
              + "(\\d{1,2})(?:[:.h](\\d{2}))?");

  private QuietSentence() {}

  static Utterance read(Said said) {
    String typed = CleanText.trimmed(said.text(said.free()).toLowerCase(Locale.ROOT));
    if (typed.isEmpty()) {
      return said.or(() -> new Utterance.QuietHours(null, false));
    }
    if (typed.matches("off|none|never|stop")) {
      return said.or(() -> new Utterance.QuietHours(null, true));
    }
    Optional<Utterance.Hours> hours = hours(HOURS.matcher(typed));
    if (hours.isEmpty()) {
      said.fail(
          Prose.of(
                  "Nothing was changed: “"
                      + Faults.echo(typed)
                      + "” is no time of day from and to.")
              .text(" It goes ")
              .code("/incident quiet 22:00-08:00")
              .text(", by the clock where you are."),
          Offer.plain("22:00 to 08:00", "quiet 22:00-08:00"));
    }
    return said.or(() -> new Utterance.QuietHours(hours.orElse(null), false));
  }

  private static Optional<Utterance.Hours> hours(Matcher match) {
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var hours =
          new Utterance.Hours(
              time(match.group(1), match.group(2)), time(match.group(3), match.group(4)));
      return Optional.of(hours).filter(both -> !both.begins().equals(both.ends()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static LocalTime time(String hour, @Nullable String minute) {
    int hours = Integer.parseInt(hour);
    return LocalTime.of(hours == 24 ? 0 : hours, minute == null ? 0 : Integer.parseInt(minute));
  }
}
