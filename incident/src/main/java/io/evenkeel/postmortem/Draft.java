package io.evenkeel.postmortem;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.UpdatePromise;
import io.evenkeel.slo.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a postmortem can say without asking anybody: the same incident and timeline always give the
 * same draft, and nothing in it is guessed.
 *
 * @param severity what the incident's severity means; null for one that an older configuration knew
 * @param declared when it was declared, UTC: the document's date
 * @param zeroIs the milestone that is T+0
 * @param timeline the entries that stand, by when they happened
 * @param superseded how many entries were put right by later ones and are left out
 * @param decisions those of the timeline that are decisions
 * @param actions what is to be done so that it does not come back, done or not
 * @param tasks what people were asked to do during the incident, done or not
 * @param guidance what runbooks did for it
 * @param promises whether updates came when they were promised
 * @param identified what was said about the cause
 * @param coverage how much of the incident the timeline tells
 * @param doubts what does not fit together
 * @param costs what it cost of error budgets
 * @param head how the timeline ended when this was drafted
 */
public record Draft(
    Incident incident,
    SeverityScale.@Nullable Level severity,
    Instant declared,
    Milestone zeroIs,
    Instant zero,
    List<Reached> milestones,
    List<Elapsed> durations,
    List<Holding> roles,
    List<Line> timeline,
    int superseded,
    List<Line> decisions,
    List<ActionItem> actions,
    List<Task> tasks,
    Guidance guidance,
    Promises promises,
    @Nullable Line identified,
    Coverage coverage,
    List<Doubt> doubts,
    List<Cost> costs,
    Head head) {

  /**
   * The end of a timeline's hash chain.
   *
   * @param count entries in it
   * @param hash hexadecimal
   */
  public record Head(int count, String hash) {}

  public Draft {
    milestones = List.copyOf(milestones);
    durations = List.copyOf(durations);
    roles = List.copyOf(roles);
    timeline = List.copyOf(timeline);
    decisions = List.copyOf(decisions);
    actions = List.copyOf(actions);
    tasks = List.copyOf(tasks);
    doubts = List.copyOf(doubts);
    costs = List.copyOf(costs);
  }

  /**
   * @param entries the whole timeline in any order
   * @param terms who held which role when, in any order
   * @param board what stands beside the incident: action items, and how roles changed hands
   * @param promises when updates promised the next one
   */
  public static Draft of(
      Incident incident,
      List<TimelineEntry> entries,
      List<RoleTerm> terms,
      Board board,
      List<UpdatePromise> promises,
      SeverityScale scale,
      Head head) {
    StandingEntries those = StandingEntries.of(entries, incident);
    Instant zero = incident.zero();
    List<Line> lines = those.standing().stream().map(entry -> Line.of(entry, zero)).toList();
    Optional<Line> identified = Identified.in(those.standing()).map(entry -> Line.of(entry, zero));
    return new Draft(
        incident,
        scale.level(incident.severity()).orElse(null),
        incident.milestones().at(Milestone.DECLARED).orElse(zero),
        incident.milestones().zero(),
        zero,
        Reached.of(incident),
        Elapsed.of(incident),
        Holding.of(terms, board.handovers()),
        lines,
        those.superseded(),
        lines.stream().filter(line -> line.kind() == EntryKind.DECISION).toList(),
        board.actions(),
        board.tasks(),
        Guidance.NONE,
        Promises.of(incident, entries, promises),
        identified.orElse(null),
        Coverage.of(lines, incident),
        Doubt.all(incident.milestones(), lines),
        List.of(),
        head);
  }

  /** The same where runbooks did this for it, and with what it cost. */
  public Draft with(Guidance guided, List<Cost> cost) {
    return new Draft(
        incident,
        severity,
        declared,
        zeroIs,
        zero,
        milestones,
        durations,
        roles,
        timeline,
        superseded,
        decisions,
        actions,
        tasks,
        guided,
        promises,
        identified,
        coverage,
        doubts,
        cost,
        head);
  }
}
