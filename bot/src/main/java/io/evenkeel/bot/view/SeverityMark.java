package io.evenkeel.bot.view;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.util.List;

/** The coloured circle of an incident: its severity while it is open, then how it ended. */
public final class SeverityMark {
  private static final List<String> WORST_FIRST = List.of("🔴", "🟠", "🟡", "🔵");
  private static final String OTHER = "⚪";

  private SeverityMark() {}

  public static String of(Incident incident, SeverityScale scale) {
    return switch (incident.status()) {
      case INVESTIGATING, IDENTIFIED, MONITORING -> of(incident.severity(), scale);
      case RESOLVED, CLOSED -> "🟢";
      case CANCELLED, MERGED -> "⚫";
    };
  }

  static String of(Severity severity, SeverityScale scale) {
    for (int i = 0; i < scale.levels().size() && i < WORST_FIRST.size(); i++) {
      if (scale.levels().get(i).severity().equals(severity)) {
        return WORST_FIRST.get(i);
      }
    }
    return OTHER;
  }

  /** {@code SEV-1 critical}; the bare name of a severity that is no longer on the scale. */
  static String words(Severity severity, SeverityScale scale) {
    return scale
        .level(severity)
        .map(level -> severity + " " + level.word())
        .orElse(severity.name());
  }
}
