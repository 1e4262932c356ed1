package io.evenkeel.templates;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message template can name. Texts and booleans only; what is not known is the empty text.
 * Times are UTC. Nobody's name is in it.
 */
final class MessageValues {
  private final Incident incident;
  private final Status status;
  private final @Nullable Instant next;
  private final SeverityScale severities;
  private final Utc utc;

  /**
   * @param status as it will be once the message is posted
   * @param next when the next update is promised; null when nothing is
   */
  MessageValues(
      Incident incident, Status status, @Nullable Instant next, SeverityScale severities) {
    this.incident = incident;
    this.status = status;
    this.next = next;
    this.severities = severities;
    utc = new Utc(since());
  }

  Map<String, Object> all() {
    return Map.of("incident", incident(), "next_update", next == null ? "" : utc.clock(next));
  }

  private Map<String, Object> incident() {
    var update = incident.update();
    String resolution = incident.resolution();
    return Map.ofEntries(
        Map.entry("number", incident.number().toString()),
        Map.entry("title", OneLine.of(incident.title())),
        Map.entry("severity", incident.severity().name()),
        Map.entry(
            "severity_word",
            severities.level(incident.severity()).map(SeverityScale.Level::word).orElse("")),
        Map.entry("status", status.word()),
        Map.entry("open", incident.open()),
        Map.entry("drill", incident.mode() == Mode.DRILL),
        Map.entry("private", incident.visibility() == Visibility.PRIVATE),
        Map.entry("services", OneLine.of(String.join(", ", incident.services()))),
        Map.entry("since", utc.clock(since())),
        Map.entry("started", at(Milestone.STARTED)),
        Map.entry("mitigated", at(Milestone.MITIGATED)),
        Map.entry("resolved", at(Milestone.RESOLVED)),
        Map.entry("resolution", resolution == null ? "" : resolution),
        Map.entry("latest_update", update == null ? "" : update.text()));
  }

  /** When it began; where nobody has said so, since when it is known. */
  private Instant since() {
    Optional<Instant> started = incident.milestones().at(Milestone.STARTED);
    return started.orElseGet(incident::zero);
  }

  private String at(Milestone milestone) {
    return incident.milestones().at(milestone).map(utc::clock).orElse("");
  }
}
