package io.evenkeel.templates;

import io.evenkeel.incident.Incident;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Elapsed;
import io.evenkeel.postmortem.Reached;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a program reads of a postmortem: YAML (1.2, and as 1.1 reads it) above the document. Times
 * are UTC in ISO 8601; what is not known says {@code unknown}, what is still ahead {@code not yet}.
 *
 * <p>There is no key {@code title}: Markdown linters would take it for a second heading of the
 * first level.
 */
final class FrontMatter {
  private final StringBuilder yaml = new StringBuilder("---\n");

  private FrontMatter() {}

  /**
   * @param template what wrote the document
   * @return ends with the line end after the closing dashes
   */
  static String of(Draft draft, String template) {
    var matter = new FrontMatter();
    matter.incident(draft);
    matter.milestones(draft);
    matter.durations(draft);
    matter.timeline(draft);
    matter.line(0, "template", quoted(template));
    return matter.yaml.append("---\n").toString();
  }

  private void incident(Draft draft) {
    Incident incident = draft.incident();
    line(0, "incident", incident.number().toString());
    line(0, "name", quoted(incident.title()));
    line(0, "date", Utc.date(draft.declared()).toString());
    line(0, "severity", quoted(incident.severity().name()));
    line(0, "severity_assumed", Boolean.toString(incident.severityAssumed()));
    line(0, "status", incident.status().word());
    line(0, "mode", incident.mode().word());
    line(0, "visibility", incident.visibility().word());
    line(0, "services", list(incident.services()));
  }

  private void milestones(Draft draft) {
    line(0, "zero", draft.zeroIs().word());
    yaml.append("milestones:\n");
    for (Reached reached : draft.milestones()) {
      line(1, reached.milestone().word(), time(reached.at(), reached.ahead()));
    }
  }

  private void durations(Draft draft) {
    yaml.append("durations:\n");
    for (Elapsed elapsed : draft.durations()) {
      Duration time = elapsed.time();
      yaml.append("  ")
          .append(elapsed.what().toLowerCase(Locale.ROOT).replace(' ', '_'))
          .append(":\n");
      line(2, "took", time == null ? "unknown" : Utc.time(time));
      line(2, "seconds", time == null ? "unknown" : Long.toString(time.toSeconds()));
      line(2, "computed", quoted(computed(draft, elapsed)));
    }
  }

  private static String computed(Draft draft, Elapsed elapsed) {
    if (elapsed.time() == null) {
      return elapsed.why();
    }
    var milestones = draft.incident().milestones();
    return "%s %s to %s %s"
        .formatted(
            elapsed.from().word(),
            time(milestones.at(elapsed.from()).orElseThrow(), false),
            elapsed.to().word(),
            time(milestones.at(elapsed.to()).orElseThrow(), false));
  }

  private void timeline(Draft draft) {
    yaml.append("timeline:\n");
    line(1, "entries", Integer.toString(draft.head().count()));
    line(1, "corrected", Integer.toString(draft.superseded()));
    line(1, "with_evidence", Integer.toString(draft.coverage().evidenced()));
    line(1, "head", quoted(draft.head().hash()));
  }

  private void line(int depth, String key, String value) {
    yaml.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
  }

  /** To the second: what is finer is the database's, and nobody noticed anything so exactly. */
  private static String time(@Nullable Instant at, boolean ahead) {
    return at != null
        ? at.truncatedTo(ChronoUnit.SECONDS).toString()
        : ahead ? "not yet" : "unknown";
  }

  private static String list(List<String> texts) {
    return texts.stream().map(FrontMatter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A double-quoted scalar of YAML on one line; nothing in it can end the front matter. */
  static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
              if (shown(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
              }
            }
          }
        });
    return out.append('"').toString();
  }

  /** Comments could be mistaken for markers; controls, marks and line separators are escaped. */
  private static boolean shown(int c) {
    return c != '<'
        && c != '>'
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
