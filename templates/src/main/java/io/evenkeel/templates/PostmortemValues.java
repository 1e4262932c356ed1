package io.evenkeel.templates;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Task;
import io.evenkeel.postmortem.Coverage;
import io.evenkeel.postmortem.Doubt;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Elapsed;
import io.evenkeel.postmortem.Holding;
import io.evenkeel.postmortem.Line;
import io.evenkeel.postmortem.Promises;
import io.evenkeel.postmortem.Reached;
import io.evenkeel.slo.Cost;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  PostmortemValues(Draft draft) {
    this.draft = draft;
    utc = new Utc(draft.zero());
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
        Map.entry("opening", opening()),
        Map.entry("impact", impact()),
        Map.entry("checks", limits.watch(draft.doubts().stream().map(this::check).toList())),
        Map.entry("tasks", limits.watch(draft.tasks().stream().map(this::task).toList())),
        Map.entry("runbooks", GuidanceValues.of(draft, utc, limits)),
        Map.entry("promises", promises(limits)),
        Map.entry("phases", limits.watch(phases())),
        Map.entry("coverage", coverage()),
        Map.entry("date", Utc.date(draft.declared()).toString()),
        Map.entry("zero", zero()),
        Map.entry(
            "milestones", limits.watch(draft.milestones().stream().map(this::milestone).toList())),
        Map.entry(
            "durations", limits.watch(draft.durations().stream().map(this::duration).toList())),
        Map.entry("roles", limits.watch(draft.roles().stream().map(this::role).toList())),
        Map.entry("timeline", limits.watch(draft.timeline().stream().map(this::line).toList())),
        Map.entry("decisions", limits.watch(draft.decisions().stream().map(this::line).toList())),
        Map.entry("actions", limits.watch(draft.actions().stream().map(this::action).toList())),
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
        Map.entry("title", oneLine(incident.title())),
        Map.entry("severity", incident.severity().name()),
        Map.entry("severity_word", level == null ? "" : level.word()),
        Map.entry("severity_meaning", level == null ? "" : level.meaning()),
        Map.entry("severity_assumed", incident.severityAssumed()),
        Map.entry("services", oneLine(String.join(", ", incident.services()))),
        Map.entry("mode", incident.mode().word()),
        Map.entry("visibility", incident.visibility().word()),
        Map.entry("status", incident.status().word()),
        Map.entry("open", incident.open()),
        Map.entry("declared", utc.clock(draft.declared())),
        Map.entry("resolved", at(incident.milestones(), Milestone.RESOLVED)),
        Map.entry("cancelled_as", as == null ? "" : as.word().replace('-', ' ')),
        Map.entry("resolution", orEmpty(incident.resolution())));
  }

  private Map<String, Object> zero() {
    return Map.of(
        "milestone", draft.zeroIs().word(),
        "at", utc.clock(draft.zero()),
        "date", Utc.date(draft.zero()).toString());
  }

  private Map<String, Object> milestone(Reached reached) {
    return Map.of(
        "name", reached.milestone().title(),
        "at", time(reached),
        "t_plus", orEmpty(reached.tPlus()));
  }

  private Map<String, Object> duration(Elapsed elapsed) {
    Duration time = elapsed.time();
    return Map.of(
        "what", elapsed.what(),
        "time", time == null ? "unknown" : Utc.time(time),
        "computed", time == null ? elapsed.why() : between(elapsed.from(), elapsed.to()));
  }

  /** "detected 14:30 UTC to mitigated 14:40 UTC". */
  private String between(Milestone from, Milestone to) {
    Milestones milestones = draft.incident().milestones();
    return "%s %s to %s %s"
        .formatted(from.word(), at(milestones, from), to.word(), at(milestones, to));
  }

  private Map<String, Object> opening() {
    Elapsed mitigate = mitigate();
    Duration took = mitigate.time();
    return Map.of(
        "detected", reached(Milestone.DETECTED),
        "mitigated", reached(Milestone.MITIGATED),
        "took", took == null || mitigate.from() != Milestone.DETECTED ? "" : Utc.time(took));
  }

  private String reached(Milestone milestone) {
    return draft.milestones().stream()
        .filter(reached -> reached.milestone() == milestone)
        .map(this::time)
        .findFirst()
        .orElse("unknown");
  }

  private String time(Reached reached) {
    Instant at = reached.at();
    return at != null ? utc.clock(at) : reached.ahead() ? "not yet" : "unknown";
  }

  private Elapsed mitigate() {
    return draft.durations().stream()
        .filter(elapsed -> elapsed.to() == Milestone.MITIGATED)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> impact() {
    Elapsed mitigate = mitigate();
    Duration time = mitigate.time();
    return Map.of(
        "words",
        time == null
            ? "How long users were hurt is unknown: " + mitigate.why() + "."
            : "By the timeline users were hurt for %s: %s."
                    .formatted(Utc.time(time), between(mitigate.from(), mitigate.to()))
                + costs());
  }

  /** A sentence for each error budget that it may have cost something of. */
  private String costs() {
    return draft.costs().stream().map(PostmortemValues::cost).collect(Collectors.joining());
  }

  private static String cost(Cost cost) {
    return cost.price() == null
        ? " What it cost of the error budget of "
            + oneLine(cost.service() + " " + cost.name())
            + " is not known"
            + (cost.why() == null ? "." : ": " + oneLine(cost.why()))
        : " It cost " + oneLine(cost.words()) + ".";
  }

  private Map<String, Object> check(Doubt doubt) {
    return Map.of(
        "words",
        switch (doubt) {
          case Doubt.OutOfOrder(Milestone first, Instant firstAt, Milestone then, Instant thenAt) ->
              "%s (%s) is before %s (%s): say when it was with /incident milestone %s 14:40"
                  .formatted(
                      then.title(),
                      utc.clock(thenAt),
                      first.word(),
                      utc.clock(firstAt),
                      then.word());
          case Doubt.OtherLength other -> length(other);
        });
  }

  private String length(Doubt.OtherLength other) {
    Line where = other.where();
    return "“%s”%s does not fit the timeline, which has %s (%s)"
        .formatted(
            oneLine(other.words()),
            where == null ? "" : " at " + utc.clock(where.at()),
            Utc.time(other.known()),
            between(other.from(), other.to()));
  }

  private Map<String, Object> task(Task task) {
    Settled done = task.done();
    Instant due = task.due();
    return Map.of(
        "number",
        Integer.toString(task.number()),
        "text",
        oneLine(task.text()),
        "assignee",
        oneLine(task.assignee().name()),
        "asked_by",
        oneLine(task.askedBy().name()),
        "asked",
        utc.clock(task.askedAt()),
        "due",
        due == null ? "" : utc.clock(due),
        "done",
        done == null ? "" : utc.clock(done.at()));
  }

  private Map<String, Object> promises(Limits limits) {
    Promises promises = draft.promises();
    return Map.of(
        "made", limits.watch(promises.made().stream().map(this::promise).toList()),
        "kept", Integer.toString(promises.kept()),
        "due", Integer.toString(promises.due()),
        "unknown", promises.unknown() == 0 ? "" : Integer.toString(promises.unknown()));
  }

  private Map<String, Object> promise(Promises.Promise promise) {
    Instant came = promise.came();
    return Map.of(
        "at", utc.clock(promise.at()),
        "until", utc.clock(promise.until()),
        "came", came == null ? "" : utc.clock(came),
        "kept", promise.kept(),
        "late",
            came == null || promise.kept()
                ? ""
                : Utc.time(
                    Duration.between(
                        promise.until().truncatedTo(ChronoUnit.MINUTES),
                        came.truncatedTo(ChronoUnit.MINUTES))));
  }

  private List<Map<String, Object>> phases() {
    var phases = new ArrayList<Map<String, Object>>();
    Reached before = null;
    for (Reached reached : draft.milestones()) {
      Instant at = reached.at();
      Instant from = before == null ? null : before.at();
      if (before != null && at != null && from != null && at.isAfter(from)) {
        phases.add(
            Map.of(
                "name",
                before.milestone().title() + " to " + reached.milestone().word(),
                "from",
                Utc.plain(from),
                "to",
                Utc.plain(at)));
      }
      before = at == null ? before : reached;
    }
    return phases;
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

  private Map<String, Object> role(Holding holding) {
    String words = holding.role().words();
    return Map.of(
        "name", oneLine(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)),
        "holder", oneLine(holding.name()),
        "acting", holding.acting(),
        "since", utc.clock(holding.since()),
        "until", holding.until() == null ? "" : utc.clock(holding.until()),
        "ended", oneLine(holding.ended()));
  }

  private Map<String, Object> line(Line line) {
    Instant later = line.recordedLater();
    String text = line.text() == null ? "(text erased)" : line.text();
    return Map.ofEntries(
        Map.entry("at", utc.clock(line.at())),
        Map.entry("t_plus", line.tPlus()),
        Map.entry("kind", line.kind().word()),
        Map.entry("decision", line.kind() == EntryKind.DECISION),
        Map.entry("author", line.author() == null ? "" : oneLine(line.author())),
        Map.entry("text", text),
        Map.entry("line", oneLine(text)),
        Map.entry("rejected", line.kind() == EntryKind.DECISION ? Rejected.in(text) : ""),
        Map.entry("source", orEmpty(line.source())),
        Map.entry("evidence", EvidenceLink.of(line.source())),
        Map.entry("recorded_later", later == null ? "" : utc.clock(later)));
  }

  private Map<String, Object> action(ActionItem item) {
    Person owner = item.owner();
    LocalDate due = item.due();
    return Map.of(
        "number",
        Integer.toString(item.number()),
        "kind",
        item.kind() == null ? "" : item.kind().word(),
        "text",
        oneLine(item.text()),
        "owner",
        owner == null ? "" : oneLine(owner.name()),
        "due",
        due == null ? "" : due.toString(),
        "done",
        !item.open(),
        "link",
        EvidenceLink.of(item.link()));
  }

  private Map<String, Object> head() {
    String hash = draft.head().hash();
    return Map.of(
        "count", Integer.toString(draft.head().count()),
        "hash", hash.substring(0, Math.min(SHORT_HASH, hash.length())),
        "superseded", draft.superseded() == 0 ? "" : Integer.toString(draft.superseded()));
  }

  private String at(Milestones milestones, Milestone milestone) {
    return milestones.at(milestone).map(utc::clock).orElse("");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A heading or a table's cell ends at a line end. */
  private static String oneLine(String text) {
    return text.replaceAll("\\R+", " ");
  }
}
