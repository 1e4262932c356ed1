package io.evenkeel.templates;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Task;
import io.evenkeel.postmortem.Holding;
import io.evenkeel.postmortem.Promises;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Who did what: roles, tasks, action items, and whether updates came when they were promised. */
record WorkValues(Utc utc) {
  Map<String, Object> role(Holding holding) {
    String words = holding.role().words();
    return Map.of(
        "name", OneLine.of(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)),
        "holder", OneLine.of(holding.name()),
        "acting", holding.acting(),
        "since", utc.clock(holding.since()),
        "until", holding.until() == null ? "" : utc.clock(holding.until()),
        "ended", OneLine.of(holding.ended()));
  }

  Map<String, Object> task(Task task) {
    Settled done = task.done();
    Instant due = task.due();
    return Map.of(
        "number",
        Integer.toString(task.number()),
        "text",
        OneLine.of(task.text()),
        "assignee",
        OneLine.of(task.assignee().name()),
        "asked_by",
        OneLine.of(task.askedBy().name()),
        "asked",
        utc.clock(task.askedAt()),
        "due",
        due == null ? "" : utc.clock(due),
        "done",
        done == null ? "" : utc.clock(done.at()));
  }

  Map<String, Object> action(ActionItem item) {
    Person owner = item.owner();
    LocalDate due = item.due();
    return Map.of(
        "number",
        Integer.toString(item.number()),
        "kind",
        item.kind() == null ? "" : item.kind().word(),
        "text",
        OneLine.of(item.text()),
        "owner",
        owner == null ? "" : OneLine.of(owner.name()),
        "due",
        due == null ? "" : due.toString(),
        "done",
        !item.open(),
        "link",
        EvidenceLink.of(item.link()));
  }

  Map<String, Object> promises(Promises promises, Limits limits) {
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
}
