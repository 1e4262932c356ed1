package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator.Kind;
import java.util.Locale;

/** Of what an objective tells, by the words that a team chose, where the form has no key for it. */
final class Kinds {
  private Kinds() {}

  /** Availability where no word says otherwise. */
  static Kind of(String... words) {
    String all = String.join(" ", words).toLowerCase(Locale.ROOT);
    if (all.matches("(?s).*(latency|duration|slow|fast|response.?time|p9[059]).*")) {
      return Kind.LATENCY;
    }
    if (all.matches("(?s).*(correct|valid|fresh|quality|durab).*")) {
      return Kind.CORRECTNESS;
    }
    return all.matches("(?s).*error.?rate.*") ? Kind.ERROR_RATE : Kind.AVAILABILITY;
  }
}
