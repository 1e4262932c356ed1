package io.evenkeel.templates;

import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.postmortem.Doubt;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Elapsed;
import io.evenkeel.postmortem.Line;
import io.evenkeel.postmortem.Reached;
import io.evenkeel.slo.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When an incident reached what, how long that took, and what of it does not fit together. */
record LengthValues(Draft draft, Utc utc) {
  /** T+0 of the document. */
  Map<String, Object> zero() {
    return Map.of(
        "milestone", draft.zeroIs().word(),
        "at", utc.clock(draft.zero()),
        "date", Utc.date(draft.zero()).toString());
  }

  Map<String, Object> milestone(Reached reached) {
    return Map.of(
        "name", reached.milestone().title(),
        "at", time(reached),
        "t_plus", reached.tPlus() == null ? "" : reached.tPlus());
  }

  Map<String, Object> duration(Elapsed elapsed) {
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
        .formatted(from.word(), utc.clock(milestones, from), to.word(), utc.clock(milestones, to));
  }

  Map<String, Object> opening() {
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

  Map<String, Object> impact() {
    Elapsed mitigate = mitigate();
    Duration time = mitigate.time();
    return Map.of(
        "words",
        time == null
            ? "How long users were hurt is unknown: " + mitigate.why() + "."
            : "By the timeline users were hurt for %s: %s."
                    .formatted(Utc.time(time), between(mitigate.from(), mitigate.to()))
                // A sentence for each error budget that it may have cost something of.
                + draft.costs().stream().map(LengthValues::cost).collect(Collectors.joining()));
  }

  private static String cost(Cost cost) {
    return cost.price() == null
        ? " What it cost of the error budget of "
            + OneLine.of(cost.service() + " " + cost.name())
            + " is not known"
            + (cost.why() == null ? "." : ": " + OneLine.of(cost.why()))
        : " It cost " + OneLine.of(cost.words()) + ".";
  }

  Map<String, Object> check(Doubt doubt) {
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
            OneLine.of(other.words()),
            where == null ? "" : " at " + utc.clock(where.at()),
            Utc.time(other.known()),
            between(other.from(), other.to()));
  }

  List<Map<String, Object>> phases() {
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
}
