package io.evenkeel.templates;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Elapsed;
import io.evenkeel.postmortem.Holding;
import io.evenkeel.postmortem.Line;
import io.evenkeel.postmortem.Reached;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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

  PostmortemValues(Draft draft) {
    this.draft = draft;
    utc = new Utc(draft.zero());
  }

  Map<String, Object> under(Limits limits) {
    return Map.ofEntries(
        Map.entry("incident", incident()),
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
    Instant at = reached.at();
    return Map.of(
        "name", reached.milestone().title(),
        "at", at != null ? utc.clock(at) : reached.ahead() ? "not yet" : "unknown",
        "t_plus", orEmpty(reached.tPlus()));
  }

  private Map<String, Object> duration(Elapsed elapsed) {
    Milestones milestones = draft.incident().milestones();
    return Map.of(
        "what", elapsed.what(),
        "time", Utc.time(elapsed.time()),
        "from", elapsed.from().word(),
        "from_at", at(milestones, elapsed.from()),
        "to", elapsed.to().word(),
        "to_at", at(milestones, elapsed.to()));
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
    return Map.of(
        "at",
        utc.clock(line.at()),
        "t_plus",
        line.tPlus(),
        "kind",
        line.kind().word(),
        "decision",
        line.kind() == EntryKind.DECISION,
        "author",
        line.author() == null ? "" : oneLine(line.author()),
        "text",
        line.text() == null ? "(text erased)" : line.text(),
        "source",
        orEmpty(line.source()),
        "recorded_later",
        later == null ? "" : utc.clock(later));
  }

  private Map<String, Object> action(ActionItem item) {
    Person owner = item.owner();
    LocalDate due = item.due();
    return Map.of(
        "text",
        oneLine(item.text()),
        "owner",
        owner == null ? "" : oneLine(owner.name()),
        "due",
        due == null ? "" : due.toString(),
        "done",
        !item.open());
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
