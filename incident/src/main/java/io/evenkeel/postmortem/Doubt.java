package io.evenkeel.postmortem;

import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two things that are said and do not fit together: one of them must be put right. */
public sealed interface Doubt {

  /** What should come first came later; times UTC. */
  record OutOfOrder(Milestone first, Instant firstAt, Milestone then, Instant thenAt)
      implements Doubt {}

  /**
   * People name a length of the outage that no two milestones have.
   *
   * @param words as they wrote it: "45-minute outage"
   * @param where the line of the timeline that says so; null for the document's own text
   * @param known the length by the milestones
   * @param from where that begins
   * @param to where that ends
   */
  record OtherLength(
      String words,
      Duration said,
      @Nullable Line where,
      Duration known,
      Milestone from,
      Milestone to)
      implements Doubt {}

  /** What must not be the other way round. Declared may come after everything else. */
  List<List<Milestone>> ORDER =
      List.of(
          List.of(Milestone.STARTED, Milestone.DETECTED),
          List.of(Milestone.STARTED, Milestone.MITIGATED),
          List.of(Milestone.DETECTED, Milestone.DECLARED),
          List.of(Milestone.DETECTED, Milestone.ACKNOWLEDGED),
          List.of(Milestone.DETECTED, Milestone.MITIGATED),
          List.of(Milestone.DETECTED, Milestone.RESOLVED),
          List.of(Milestone.MITIGATED, Milestone.RESOLVED),
          List.of(Milestone.RESOLVED, Milestone.CLOSED));

  /** What the timeline itself says that does not fit. */
  static List<Doubt> all(Milestones milestones, List<Line> timeline) {
    var doubts = new ArrayList<Doubt>(outOfOrder(milestones));
    for (Line line : timeline) {
      String text = line.text();
      if (text != null) {
        doubts.addAll(SaidLength.doubts(text, line, milestones));
      }
    }
    return List.copyOf(doubts);
  }

  /**
   * What people wrote into the document that does not fit the milestones.
   *
   * @param prose Markdown without machine-written blocks
   */
  static List<OtherLength> in(String prose, Milestones milestones) {
    return SaidLength.doubts(prose, null, milestones);
  }

  private static List<OutOfOrder> outOfOrder(Milestones milestones) {
    return ORDER.stream()
        .flatMap(pair -> {
          Instant first = milestones.at(pair.getFirst()).orElse(null);
          Instant then = milestones.at(pair.getLast()).orElse(null);
          return first == null || then == null || !then.isBefore(first)
              ? Stream.<OutOfOrder>empty()
              : Stream.of(new OutOfOrder(pair.getFirst(), first, pair.getLast(), then));
        })
        .toList();
  }
}
