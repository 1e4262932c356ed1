package io.evenkeel.templates;

import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.postmortem.Coverage;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a postmortem template can name. Texts, lists and booleans only; what is not known is the
 * empty text. Titles and names hold no line end; {@code text} and {@code resolution} may.
 */
final class PostmortemValues {
  /** In a Markdown document the short form is enough to compare two exports by eye. */
  private static final int SHORT_HASH = 12;

  private final Draft draft;
  private final Utc utc;
  private final LengthValues lengths;
  private final WorkValues work;

  PostmortemValues(Draft draft) {
    this.draft = draft;
    utc = new Utc(draft.zero());
    lengths = new LengthValues(draft, utc);
    work = new WorkValues(utc);
  }

  /**
   * @param gantt whether the phases are drawn
   */
  Map<String, Object> under(Limits limits, boolean gantt) {
    var values = new HashMap<>(facts(limits));
    values.put("blocks", Blocks.of(values));
    values.put("gantt", gantt);
    return Map.copyOf(values);
  }

  private Map<String, Object> facts(Limits limits) {
    return Map.ofEntries(
        Map.entry("incident", incident()),
        Map.entry("opening", lengths.opening()),
        Map.entry("impact", lengths.impact()),
        Map.entry("checks", limits.watch(draft.doubts().stream().map(lengths::check).toList())),
        Map.entry("tasks", limits.watch(draft.tasks().stream().map(work::task).toList())),
        Map.entry("runbooks", GuidanceValues.of(draft, utc, limits)),
        Map.entry("promises", work.promises(draft.promises(), limits)),
        Map.entry("phases", limits.watch(lengths.phases())),
        Map.entry("coverage", coverage()),
        Map.entry("date", Utc.date(draft.declared()).toString()),
        Map.entry("zero", lengths.zero()),
        Map.entry(
            "milestones",
            limits.watch(draft.milestones().stream().map(lengths::milestone).toList())),
        Map.entry(
            "durations", limits.watch(draft.durations().stream().map(lengths::duration).toList())),
        Map.entry("roles", limits.watch(draft.roles().stream().map(work::role).toList())),
        Map.entry("timeline", limits.watch(draft.timeline().stream().map(this::line).toList())),
        Map.entry("decisions", limits.watch(draft.decisions().stream().map(this::line).toList())),
        Map.entry("actions", limits.watch(draft.actions().stream().map(work::action).toList())),
        Map.entry(
            "identified",
            Optional.ofNullable(draft.identified()).map(this::line).stream().toList()),
        Map.entry("head", head()));
  }

  private Map<String, Object> incident() {
    Incident incident = draft.incident();
    SeverityScale.Level level = draft.severity();
    CancelledAs as = incident.cancelledAs();
    return Map.ofEntries(
        Map.entry("number", incident.number().toString()),
        Map.entry("title", OneLine.of(incident.title())),
        Map.entry("severity", incident.severity().name()),
        Map.entry("severity_word", level == null ? "" : level.word()),
        Map.entry("severity_meaning", level == null ? "" : level.meaning()),
        Map.entry("severity_assumed", incident.severityAssumed()),
        Map.entry("services", OneLine.of(String.join(", ", incident.services()))),
        Map.entry("mode", incident.mode().word()),
        Map.entry("visibility", incident.visibility().word()),
        Map.entry("status", incident.status().word()),
        Map.entry("open", incident.open()),
        Map.entry("declared", utc.clock(draft.declared())),
        Map.entry("resolved", utc.clock(incident.milestones(), Milestone.RESOLVED)),
        Map.entry("cancelled_as", as == null ? "" : as.word().replace('-', ' ')),
        Map.entry("resolution", orEmpty(incident.resolution())));
  }

  private Map<String, Object> coverage() {
    Coverage coverage = draft.coverage();
    Coverage.Silence silence = coverage.silence();
    return Map.of(
        "entries",
        Integer.toString(coverage.entries()),
        "evidenced",
        Integer.toString(coverage.evidenced()),
        "late",
        Integer.toString(coverage.late()),
        "silence",
        silence == null || silence.time().toMinutes() == 0
            ? ""
            : "%s: %s to %s"
                .formatted(
                    Utc.time(silence.time()),
                    utc.clock(silence.from()),
                    utc.clock(silence.until())));
  }

  private Map<String, Object> line(Line line) {
    Instant later = line.recordedLater();
    String text = line.text() == null ? "(text erased)" : line.text();
    return Map.ofEntries(
        Map.entry("at", utc.clock(line.at())),
        Map.entry("t_plus", line.tPlus()),
        Map.entry("kind", line.kind().word()),
        Map.entry("decision", line.kind() == EntryKind.DECISION),
        Map.entry("author", line.author() == null ? "" : OneLine.of(line.author())),
        Map.entry("text", text),
        Map.entry("line", OneLine.of(text)),
        Map.entry("rejected", line.kind() == EntryKind.DECISION ? Rejected.in(text) : ""),
        Map.entry("source", orEmpty(line.source())),
        Map.entry("evidence", EvidenceLink.of(line.source())),
        Map.entry("recorded_later", later == null ? "" : utc.clock(later)));
  }

  private Map<String, Object> head() {
    String hash = draft.head().hash();
    return Map.of(
        "count", Integer.toString(draft.head().count()),
        "hash", hash.substring(0, Math.min(SHORT_HASH, hash.length())),
        "superseded", draft.superseded() == 0 ? "" : Integer.toString(draft.superseded()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
